import { bisect } from '../../text/bisect.ts';
import { charSet, WHITE_SPACE } from '../../text/char-set.ts';
import type { Place } from './measures/place.ts';

const isStop = charSet('。！？!?\n');
const isClosing = charSet('”’」』）)》');
const isComma = charSet('；;，,、');
const isSpace = charSet(WHITE_SPACE);
const LINE_FEED = 0x0a;

/** A longer sentence is quoted from a mark before the item to a mark behind it. */
const LONGEST = 160;
/** How much of such a sentence is kept on each side of the item. */
const SIDE = 70;

/** The sentences of a text: asked for offsets in any order, each found by halving. One pass to build. */
export class Sentences {
  readonly #text: string;
  readonly #ends: number[] = [];

  constructor(text: string) {
    this.#text = text;
    for (let i = 0; i < text.length; i++) {
      // By its number alone: a loop that seldom asks for the character, too, is compiled without it, and thrown away at each call.
      const code = text.charCodeAt(i);
      if (!isStop(code)) continue;
      let end = i + 1;
      if (code !== LINE_FEED) while (end < text.length && isClosing(text.charCodeAt(end))) end++;
      this.#ends.push(end);
      i = end - 1;
    }
    if (this.#ends.at(-1) !== text.length) this.#ends.push(text.length);
  }

  /** The sentence that holds a place, without white space at its ends; cut at marks where it is very long. */
  around({ start, end }: Place): Place {
    const i = bisect(this.#ends, (end) => end > start);
    const from = i === 0 ? 0 : this.#ends[i - 1]!;
    const to = Math.max(end, this.#ends[i] ?? this.#text.length);
    return this.#trimmed(to - from > LONGEST ? this.#cut(from, to, start, end) : { start: from, end: to }, start, end);
  }

  #cut(from: number, to: number, start: number, end: number): Place {
    let low = Math.max(from, start - SIDE);
    if (low > from) {
      let at = low;
      while (at < start && !isComma(this.#text.charCodeAt(at))) at++;
      low = at < start ? at + 1 : low;
    }
    let high = Math.min(to, end + SIDE);
    if (high < to) {
      let at = high;
      while (at > end && !isComma(this.#text.charCodeAt(at - 1))) at--;
      high = at > end ? at : high;
    }
    return whole(this.#text, { start: low, end: high });
  }

  #trimmed(place: Place, start: number, end: number): Place {
    let { start: a, end: b } = place;
    while (a < start && isSpace(this.#text.charCodeAt(a))) a++;
    while (b > end && isSpace(this.#text.charCodeAt(b - 1))) b--;
    return { start: a, end: b };
  }
}

/** Not into the middle of a surrogate pair. */
function whole(text: string, { start, end }: Place): Place {
  const low = (code: number): boolean => (code & 0xfc00) === 0xdc00;
  const a = start > 0 && low(text.charCodeAt(start)) ? start - 1 : start;
  const b = end < text.length && low(text.charCodeAt(end)) ? end + 1 : end;
  return { start: a, end: b };
}
