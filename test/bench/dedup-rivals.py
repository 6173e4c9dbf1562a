"""One rival over the texts of a file; see dedup-rivals.ts. Prints CPU seconds, peak memory (MB) and the pairs found."""

import json
import resource
import sys
import time

PERMUTATIONS = 128
THRESHOLD = 0.7


def shingles(text):
    return list({text[i : i + 5] for i in range(len(text) - 4)})


def with_datasketch(ready):
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    pairs = []
    for i, found in enumerate(ready):
        m = MinHash(num_perm=PERMUTATIONS)
        m.update_batch([s.encode("utf8") for s in found])
        pairs.extend((j, i) for j in index.query(m))
        index.insert(i, m)
    return pairs


def with_rensa(ready):
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=16)
    pairs = []
    for i, found in enumerate(ready):
        m = RMinHash(num_perm=PERMUTATIONS, seed=42)
        m.update(found)
        pairs.extend((j, i) for j in index.query(m))
        index.insert(i, m)
    return pairs


def main(tool, file):
    with open(file, encoding="utf8") as f:
        texts = json.load(f)
    work = {"datasketch": with_datasketch, "rensa": with_rensa}[tool]
    work([shingles(t) for t in texts[:5]])  # imports
    start = time.process_time()
    ready = [shingles(t) for t in texts]
    shingling = time.process_time() - start
    pairs = work(ready)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"seconds": seconds, "shingling": shingling, "memory": memory, "pairs": pairs}, sys.stdout)


main(*sys.argv[1:])
