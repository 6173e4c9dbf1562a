/** Reads the tables that HanLP's portable jar ships: its core dictionary and which words follow which. */

export interface CountedWord {
  word: string;
  count: number;
}

/** `CoreNatureDictionary.mini.txt.bin`: counts by ordinal, then the words as a double-array trie, all big-endian. */
export function readWords(bytes: Buffer): CountedWord[] {
  let at = 0;
  const int = (): number => {
    at += 4;
    return bytes.readInt32BE(at - 4);
  };
  const counts: number[] = [];
  for (let n = int(); n > 0; n--) {
    counts.push(int());
    for (let natures = int(); natures > 0; natures--) at += 8;
  }
  const size = int();
  const base = new Int32Array(size);
  const check = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    base[i] = int();
    check[i] = int();
  }
  // A child lies at base[parent] + character + 1 and names that base in `check`; an end lies at the base itself.
  const parents = new Map<number, number>();
  for (let i = 0; i < size; i++) if (base[i]! > 0) parents.set(base[i]!, i);
  const out: CountedWord[] = counts.map((count) => ({ word: '', count }));
  for (let i = 1; i < size; i++) {
    if (base[i]! >= 0 || check[i] !== i) continue;
    let word = '';
    for (let s = parents.get(i); s; s = parents.get(check[s]!)) word = String.fromCharCode(s - check[s]! - 1) + word;
    out[-base[i]! - 1]!.word = word;
  }
  return out;
}

/** `CoreNatureDictionary.ngram.mini.txt.table.bin`: two Java int arrays, rows by first word and (second word, count). */
export function* readBigrams(
  bytes: Buffer,
  words: readonly CountedWord[],
): Generator<{ first: string; second: string; count: number }> {
  const ints = (at: number): [Int32Array, number] => {
    const list = new Int32Array(bytes.readInt32BE(at));
    for (let i = 0; i < list.length; i++) list[i] = bytes.readInt32BE(at + 4 + 4 * i);
    return [list, at + 4 + 4 * list.length];
  };
  // Behind the class description (78 70: end of data, no superclass); the second array refers to the class (75 71, handle).
  const [rows, end] = ints(bytes.indexOf(Buffer.from([0x78, 0x70])) + 2);
  const [pairs] = ints(end + 6);
  for (let i = 0; i + 1 < rows.length; i++)
    for (let j = rows[i]!; j < rows[i + 1]!; j++)
      yield { first: words[i]!.word, second: words[pairs[2 * j]!]!.word, count: pairs[2 * j + 1]! };
}
