import { isHan } from '../../text/hanzi.ts';
import { characterCost, grow, isTraditional, type Step } from '../../text/language.ts';
import { codePoint } from './mojibake-codecs.ts';
import { isChinesePunctuation } from './mojibake-score.ts';

/** Stands for a gap while the rest of a run is read; no text that is plausible has it. */
export const GAP = '\ue000';
/** Characters before and behind a gap that the language model is given. */
const BEFORE = 12;
const BEHIND = 10;
/** Nats by which what fills a gap must be likelier than the next; below, U+FFFD marks the place. */
const SURE = 3;
/** Gaps weighed together at most, ways tried behind each, and ways kept. */
const TOGETHER = 12;
const TRIED = 48;
const KEPT = 8;
/** Characters behind a gap by which ways are told apart before the rest is looked at: 孩 is rare, 孩子 is not. */
const NEAR = 2;
/** Nats above which a character is too rare to be made up. */
const RARE = 15;

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
/** First bytes of Chinese characters and of full-width marks in UTF-8. */
const LEADS = [...range(0xe3, 0xe9), 0xef];

const charOf = (bytes: readonly number[], traditional: boolean): string | null => {
  const unit = codePoint(bytes);
  const fits = isHan(unit)
    ? characterCost(unit) <= RARE && (traditional || isTraditional(unit) !== true)
    : isChinesePunctuation(unit);
  return fits ? String.fromCharCode(unit) : null;
};

/** Stands for the first byte of a character that was dropped with the last of the one before. */
export const LOST_LEAD = 0;

/**
 * A pair of bytes that GBK leaves to its users (AAA1–AFFE, A140–A7A0) is dropped without a mark by most decoders: 三十四个故事 →
 * 涓夊崄鍥涗釜鏁… without the pair AAE6. Where UTF-8 breaks off inside a character, such a pair may have stood there: behind two
 * bytes of a character the last of it with the first of the next, behind one both others.
 *
 * @param pending the bytes of the character that has begun.
 * @param traditional whether the text may have characters that only traditional script has.
 * @returns what the character may have been; empty where no such pair makes it whole.
 */
export function endings(pending: readonly number[], traditional: boolean): string[] {
  const [lead = 0, middle = 0] = pending;
  if (lead < 0xe3 || lead > 0xef) return [];
  const pairs =
    pending.length === 2
      ? range(0xaa, 0xaf).map((last) => [middle, last])
      : pending.length === 1
        ? [
            ...range(0xaa, 0xaf).flatMap((x) => range(0xa1, 0xbf).map((y) => [x, y])),
            ...range(0xa1, 0xa7).flatMap((x) => range(0x80, 0xa0).map((y) => [x, y])),
          ]
        : [];
  return pairs.flatMap((pair) => charOf([lead, ...pair], traditional) ?? []);
}

/** What the character behind a gap may have been, by its two other bytes. */
export const afterLostLead = (a: number, b: number, traditional: boolean): string[] =>
  LEADS.flatMap((lead) => charOf([lead, a, b], traditional) ?? []);

/** A way to fill the gaps so far. */
interface Way {
  step: Step;
  /** Of each gap, which filling. */
  choice: string[];
}

const cheapest = (ways: Way[], most: number): Way[] =>
  ways.sort((a, b) => a.step.cost - b.step.cost || (a.choice.join() < b.choice.join() ? -1 : 1)).slice(0, most);

const extend = (step: Step | null, text: string): Step | null => {
  let now = step;
  for (let i = 0; i < text.length; i++) now = grow(now, text.charCodeAt(i));
  return now;
};

/**
 * The gaps of a run filled as the language has it. Gaps that stand close are weighed together: what fills one tells what fills
 * the next.
 */
export function fillGaps(text: string, gaps: readonly (readonly string[])[], before: string): string {
  const pieces = text.split(GAP);
  const out = [pieces[0]!];
  let tail = (before + pieces[0]!).slice(-BEFORE);
  for (let k = 1; k < pieces.length; ) {
    let last = k;
    while (last + 1 < pieces.length && pieces[last]!.length < BEHIND && last - k < TOGETHER) last++;
    const filled = fillTogether(gaps.slice(k - 1, last), pieces.slice(k, last + 1), tail);
    for (let i = k; i <= last; i++) {
      out.push(filled[i - k]!, pieces[i]!);
      tail = (tail + filled[i - k]! + pieces[i]!.slice(-BEFORE)).slice(-BEFORE);
    }
    k = last + 1;
  }
  return out.join('');
}

/** @param gaps what each may have held. @param behind what stands behind each. */
function fillTogether(gaps: readonly (readonly string[])[], behind: readonly string[], before: string): string[] {
  const start = extend(null, before);
  let ways: Way[] = start ? [{ step: start, choice: [] }] : [];
  for (const [k, fillings] of gaps.entries()) {
    const rest = behind[k]!.slice(0, BEHIND);
    const near = rest.slice(0, NEAR);
    const wider: Way[] = [];
    for (const way of ways.length ? ways : [null])
      for (const filling of fillings) {
        const step = extend(way?.step ?? null, filling + near);
        if (step) wider.push({ step, choice: [...(way?.choice ?? []), filling] });
      }
    ways = cheapest(
      cheapest(wider, TRIED).map((w) => ({ ...w, step: extend(w.step, rest.slice(NEAR)) ?? w.step })),
      KEPT,
    );
  }
  const best = ways[0]!;
  return gaps.map((_, k) => {
    const other = ways.find((w) => w.choice[k] !== best.choice[k]) ?? ways.at(-1)!;
    return ways.length < 2 || other.step.cost - best.step.cost >= SURE ? best.choice[k]! : '\ufffd';
  });
}
