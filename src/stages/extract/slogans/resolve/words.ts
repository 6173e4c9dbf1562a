import { segment, type Word } from '../../../../text/segment.ts';
import { phraseEnd } from '../../figures/noun-phrases.ts';
import type { Span } from './stretches.ts';

/** Longer stretches are not asked for; no sentence is looked at for longer. */
const KEY = 4096;
const CHUNK = 1200;
/** So many stretches and chunks are kept; then all are forgotten. */
const MOST = { stretches: 4096, chunks: 256 };

/** A part of the article, cut into words: their offsets are from its start. */
interface Chunk {
  words: readonly Word[];
  start: number;
  end: number;
  /** From here on places are in this chunk for certain. */
  from: number;
}

/** What was told of a stretch. */
interface Stretch {
  words: readonly Word[];
  nounEnd: number | undefined;
}

/** The words of stretches of an article; each of its sentences is cut once, whichever formula asks. */
export class Words {
  readonly #text: string;
  readonly #chunks = new Map<number, Chunk>();
  readonly #known = new Map<number, Stretch>();
  #last: Chunk = { words: [], start: 0, end: 0, from: 0 };

  constructor(text: string) {
    this.#text = text;
  }

  /** The words of a stretch within a line, with offsets from its start; those at its ends may be cut. */
  of(stretch: Span): readonly Word[] {
    return this.#stretch(stretch).words;
  }

  /** Where the noun phrase that a stretch begins with ends, as an offset from its start; 0 where it begins with none. */
  nounEnd(stretch: Span): number {
    const found = this.#stretch(stretch);
    if (found.nounEnd === undefined) {
      const end = phraseEnd(found.words, 0);
      found.nounEnd = end ? found.words[end - 1]!.end : 0;
    }
    return found.nounEnd;
  }

  #stretch({ start, end }: Span): Stretch {
    const key = start * KEY + Math.min(end - start, KEY - 1);
    let found = this.#known.get(key);
    if (!found) {
      found = { words: this.#cut(start, end), nounEnd: undefined };
      if (this.#known.size >= MOST.stretches) this.#known.clear();
      this.#known.set(key, found);
    }
    return found;
  }

  /** The part of speech that a stretch begins with (the first character of its tag), `-` where it has no word. */
  firstTag({ start, end }: Span): string {
    const chunk = this.#near(start);
    const word = chunk.words[endingBehind(chunk, start)];
    return word && chunk.start + word.start < end ? tagOf(word) : '-';
  }

  /** The part of speech that a stretch ends in. */
  lastTag({ start, end }: Span): string {
    const chunk = this.#near(start);
    const last = Math.min(endingBehind(chunk, end - 1), chunk.words.length - 1);
    const word = last >= endingBehind(chunk, start) ? chunk.words[last]! : null;
    return word && chunk.start + word.start < end ? tagOf(word) : '-';
  }

  /** Whether a word starts at a place of the stretch that begins at `start`. */
  startsWord(start: number, at: number): boolean {
    const chunk = this.#near(start);
    return chunk.words[endingBehind(chunk, at)]?.start === at - chunk.start;
  }

  /** Whether a word ends at a place of the stretch that begins at `start`. */
  endsWord(start: number, at: number): boolean {
    const chunk = this.#near(start);
    return chunk.words[endingBehind(chunk, at - 1)]?.end === at - chunk.start;
  }

  #cut(start: number, end: number): Word[] {
    const chunk = this.#near(start);
    const [from, to] = [start - chunk.start, end - chunk.start];
    const out: Word[] = [];
    for (let k = endingBehind(chunk, start); k < chunk.words.length; k++) {
      const w = chunk.words[k]!;
      if (w.start >= to) break;
      const [begin, stop] = [Math.max(w.start, from), Math.min(w.end, to)];
      const text = this.#text.slice(chunk.start + begin, chunk.start + stop);
      out.push({ text, tag: w.tag, start: begin - from, end: stop - from });
    }
    return out;
  }

  /** The chunk of the line that a place is in; long lines are cut at their stops. Most are asked for where the last were. */
  #near(at: number): Chunk {
    if (at < this.#last.from || at >= this.#last.end) this.#last = this.#chunkAt(at);
    return this.#last;
  }

  #chunkAt(at: number): Chunk {
    const back = this.#text.slice(Math.max(0, at - CHUNK), at);
    const stopped = Math.max(back.lastIndexOf('\n'), back.lastIndexOf('。'));
    const start = stopped < 0 ? at - (at % CHUNK) : at - back.length + stopped + 1;
    let chunk = this.#chunks.get(start);
    if (!chunk) {
      chunk = this.#chunkFrom(start);
      if (this.#chunks.size >= MOST.chunks) this.#chunks.clear();
      this.#chunks.set(start, chunk);
    }
    // Where no stop is near, places in front of the one that is asked for may be in another chunk; those behind it are not.
    chunk.from = Math.min(chunk.from, stopped < 0 && start > 0 ? at : start);
    return chunk;
  }

  #chunkFrom(start: number): Chunk {
    const length = STOP.exec(this.#text.slice(start, start + CHUNK))?.index ?? CHUNK;
    const end = start + length;
    return { words: segment(this.#text.slice(start, end)), start, end, from: end };
  }
}

const STOP = /[。\n]/u;
const tagOf = ({ tag }: Word): string => tag[0] ?? '-';

/** Index of the first word that ends behind a place. */
function endingBehind({ words, start }: Chunk, place: number): number {
  const at = place - start;
  let lo = 0;
  let hi = words.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (words[mid]!.end <= at) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
