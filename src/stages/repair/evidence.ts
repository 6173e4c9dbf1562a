import { modelForm, type Witness } from '../../text/language.ts';
import { readingOf } from '../../text/readings.ts';
import type { Candidates } from './choices.ts';
import { Counts } from './counts.ts';
import { glossAt, isCut, isHalfBlank, isLost } from './marks.ts';

/** What a document says about itself. */
export interface Evidence {
  /** Characters that are glossed somewhere in the document: they are then glossed wherever they stand. */
  readonly glossed: ReadonlySet<string>;
  /** UTF-16 units of {@link glossed}: 1 where the unit is one. */
  readonly isGlossed: Uint8Array;
  /** Characters that stand in the undamaged parts: 1 where the unit does. */
  readonly seen: Uint8Array;
  /** Signs behind a lost byte: those that the converter may have cut at here. */
  readonly cuts: ReadonlySet<number>;
  /** What a given single byte below 40 costs behind a Chinese character, as the page has them; at 30 any digit. */
  readonly behindHan: Float32Array;
  /** The same behind a sign of two bytes that ends a sentence, or the quotation marks behind one. */
  readonly behindStop: Float32Array;
  /** The same behind any other sign of two bytes. */
  readonly behindSign: Float32Array;
  /** The page has glosses: a mark on it is more likely damage than a question. */
  readonly damaged: boolean;
  /** Which characters follow which in the undamaged parts. */
  readonly witness: Witness;
  /** Candidates for what was lost, as far as they were asked for: by what can be tried on any page. */
  readonly chosen: Map<object, Candidates>;
}

/** Characters of a document that are counted: a table of this size says little about more. */
const COUNTED = 1 << 19;
/** Characters behind a mark that are not counted: as they stand there, they may be the damage itself. */
const DOUBTFUL = 24;
/** What a single byte counts that the page does not have. */
const UNSEEN = 0.05;

/** Characters that are counted at a time: a loop over a whole text is called too seldom to be compiled well. */
const CHUNK = 4096;

/**
 * What a document says about itself: which characters are glossed in it, and which characters follow which.
 *
 * @param before what it said of its glosses before they were taken out.
 */
export function gatherEvidence(text: string, before?: Evidence): Evidence {
  const gathering = new Gathering(text);
  for (const char of before?.glossed ?? []) gathering.glossed.add(char);
  for (let at = 0; at < gathering.length; ) at = gathering.take(at, Math.min(gathering.length, at + CHUNK));
  const { glossed, cuts, seen, behindHan, behindStop, behindSign, counts } = gathering;
  const isGlossed = new Uint8Array(0x10000);
  for (const char of glossed) isGlossed[char.charCodeAt(0)] = 1;
  return {
    glossed,
    isGlossed,
    seen,
    cuts,
    behindHan: priced(behindHan),
    behindStop: priced(behindStop),
    behindSign: priced(behindSign),
    damaged: glossed.size > 1,
    witness: counts,
    chosen: new Map(),
  };
}

/** Evidence on its way: a walk along the text. */
class Gathering {
  readonly text: string;
  /** Units that are looked at. */
  readonly length: number;
  readonly counts: Counts;
  readonly glossed = new Set<string>();
  readonly cuts = new Set<number>();
  readonly seen = new Uint8Array(0x10000);
  readonly behindHan = new Float32Array(0x40);
  /** Any page has a line that ends behind a stop. */
  readonly behindStop = new Float32Array(0x40).fill(1, 0x0a, 0x0b);
  readonly behindSign = new Float32Array(0x40);
  /** The last two characters, in simplified form; 0 for those that are not counted. */
  #two = 0;
  #one = 0;
  /** The last offset that is not counted. */
  #doubtful = -1;

  constructor(text: string) {
    this.text = text;
    this.length = Math.min(text.length, COUNTED);
    this.counts = new Counts(this.length);
  }

  /** Takes in `[from, to)`, and a gloss that runs on behind it; @returns where to go on. */
  take(from: number, to: number): number {
    const { text, seen, counts } = this;
    let i = from;
    for (; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x3400 || unit > 0x9fff) {
        const behind = this.#sign(unit, i);
        if (behind > i) {
          i = behind - 1;
          continue;
        }
      }
      const counted = i > this.#doubtful;
      const simple = counted ? modelForm(unit) : 0;
      if (counted) {
        seen[unit] = 1;
        if (this.#one) counts.add(this.#two, this.#one, simple);
      }
      this.#two = counted ? this.#one : 0;
      this.#one = simple;
    }
    return i;
  }

  /** What is no Chinese character may be a gloss, a mark, the end of a line. @returns the end of a gloss, `i` where there is none. */
  #sign(unit: number, i: number): number {
    const { text } = this;
    if ((unit === 0x28 || unit === 0xff08) && i) {
      const gloss = glossAt(text, i, true);
      if (gloss && readingOf(text[i - 1]!, gloss.reading)) {
        this.glossed.add(text[i - 1]!);
        return gloss.end;
      }
    }
    if (isLost(unit)) {
      const next = text.charCodeAt(i + 1);
      if (isCut(next)) this.cuts.add(simpleSign(next));
      this.#doubtful = i + DOUBTFUL;
    }
    if (isHalfBlank(text, i)) this.#doubtful = i + DOUBTFUL;
    if (unit === 0x0a) this.#doubtful = i - 1;
    if (unit < 0x40 && this.#one >= 0x80) {
      const prices = this.#one >= 0x3400 ? this.behindHan : endsSentence(this.#one) ? this.behindStop : this.behindSign;
      prices[unit >= 0x30 && unit <= 0x39 ? 0x30 : unit]!++;
    }
    return i;
  }
}

/** 。！？； and quotation marks: a line often ends behind them, and hardly ever behind another sign. */
export function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0x201d || unit === 0xff01 || unit === 0xff1f || unit === 0xff1b;
}

/** Counts as prices: −ln of the share of each. */
function priced(counts: Float32Array): Float32Array {
  const all = counts.reduce((sum, n) => sum + n, 1);
  return counts.map((n) => -Math.log((n + UNSEEN) / all));
}

/** A sign in the width that it had before widths were folded. */
function simpleSign(unit: number): number {
  return unit > 0x20 && unit < 0x7f ? unit + 0xfee0 : unit;
}
