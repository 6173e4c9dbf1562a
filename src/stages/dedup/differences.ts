import { lowerBound } from '../../kernel/sets.ts';
import { shingleCount, shingleKeys } from '../../kernel/shingles.ts';
import type { Hunk } from '../../text/align.ts';
import { alignMoved } from '../../text/moved.ts';
import { saysOpposite } from '../../text/opposites.ts';
import {
  isDate,
  isDeictic,
  isMask,
  isNumeral,
  isNumeralUnit,
  isOrgan,
  isOwn,
  isPerson,
  isPlace,
  maybeInPlace,
  numeralsIn,
  numeralValue,
} from '../../text/slots.ts';
import { isDamageOf, LOST } from './damage.ts';
import { withNames } from './exchanged.ts';
import type { DedupOptions } from './options.ts';
import type { Prepared } from './prepare.ts';
import { headsNumber, NUMBER_AHEAD, withWholeNames } from './whole-names.ts';

/**
 * What a stretch in which two texts differ is:
 * - `slot`: a place, organ, person, date, number exchanged or masked;
 * - `slip`: one or two characters, or the trace of damage;
 * - `edge`: a lead or a tail that only one copy has, or that each has its own of;
 * - `moved`: stands elsewhere in the other text;
 * - `missing`: stands in one text only;
 * - `clause`: says something else.
 */
type Kind = 'slot' | 'slip' | 'edge' | 'moved' | 'missing' | 'clause';
/** `word`: a word of the language, masked throughout. `sense`: a negation, or a word that says the opposite of the other. */
export type SlotClass = 'place' | 'organ' | 'person' | 'date' | 'number' | 'word' | 'sense';

export interface Difference extends Hunk {
  kind: Kind;
  /** Of a slot: what it holds, and whether exactly one of the two texts masks it. */
  slot?: SlotClass;
  masked?: boolean;
}

/** A common run shorter than this at either end does not end the lead or begin the tail: chance agreement inside leads. */
const SOLID = 20;
/** Words that self-censoring masks. One of them hidden is a slip; a text that hides them throughout is a masked one. */
const CENSORED =
  /^(?:党|党委|中央|政治|政府|领导|领导人|军|军队|警|警察|公安|法院|民主|革命|国家|主席|书记|共产党|社会主义|思想)+$/u;
/** So often a masked word is no slip but a habit. Wrong case: a masked text that says 党 but twice. */
const HABIT = 3;
/** Longest stretch that a mask may stand for: 毕节市七星关区柏杨林. */
const LONGEST_MASKED = 16;
/** An edge that both texts have in different words counts as a lead only from here on; a shorter one may be the date line. */
const LEAD_LIKE = 40;

/** Characters of a difference that are looked at to name it. */
const LOOKED_AT = 400;
/** Distinct exchanges of names whose consistency is checked. */
const PAIRS_CHECKED = 32;

/** Do two folded units stand side by side in the text? Between 100% and 一般 of 100%，一般 a comma was folded away. */
const isBeside = ({ at }: Prepared, i: number): boolean => at[i]! - at[i - 1]! === 1;

/** Widens a difference to whole numerals, so that 1200 → 1500 is one number and not a 2 that became a 5. */
function widen(h: Hunk, x: Prepared, y: Prepared, floor: number, ceiling: number): Hunk {
  const [a, b] = [x.codes, y.codes];
  let { aStart, aEnd, bStart, bEnd } = h;
  const numeral = (codes: Uint16Array, i: number): boolean => isNumeralUnit(String.fromCharCode(codes[i]!));
  const touches = (from: number, to: number, codes: Uint16Array, i: number): boolean => to > from && numeral(codes, i);
  if (touches(aStart, aEnd, a, aStart) || touches(bStart, bEnd, b, bStart))
    while (aStart > floor && bStart > 0 && numeral(a, aStart - 1) && isBeside(x, aStart) && isBeside(y, bStart)) {
      aStart--;
      bStart--;
    }
  if (touches(aStart, aEnd, a, aEnd - 1) || touches(bStart, bEnd, b, bEnd - 1))
    while (aEnd < ceiling && bEnd < b.length && numeral(a, aEnd) && isBeside(x, aEnd) && isBeside(y, bEnd)) {
      aEnd++;
      bEnd++;
    }
  return { aStart, aEnd, bStart, bEnd };
}

/** True where a numeral is the marker of an outline item (三、 (三) 3. at the head of a line): renumbering changes no fact. */
function isMarker(t: Prepared, start: number, end: number): boolean {
  if (end <= start) return false;
  let i = t.at[start]! - 1;
  while (i >= 0 && ' \u3000\t((【'.includes(t.text[i]!)) i--;
  if (i >= 0 && t.text[i] !== '\n') return false;
  return '、.．))'.includes(t.text[t.at[end - 1]! + 1] ?? '');
}

interface Sides {
  from: string;
  to: string;
  next: string;
}

function masksSomething(mask: string, other: string): boolean {
  return isMask(mask) && other.length > 0 && other.length <= LONGEST_MASKED && !LOST.test(other);
}

function classOf(s: string, next: string): SlotClass | null {
  if (isNumeral(s)) return /^[年月日号]/u.test(next) ? 'date' : 'number';
  if (isDate(s)) return 'date';
  if (isPlace(s, next)) return 'place';
  if (isOrgan(s, next)) return 'organ';
  if (isPerson(s, next)) return 'person';
  return null;
}

/** The slot that a difference is, if it is one. */
function slotOf({ from, to, next }: Sides): { slot: SlotClass; masked: boolean } | null {
  const fromMask = isMask(from);
  const toMask = isMask(to);
  if (fromMask && toMask) return { slot: 'place', masked: false };
  if (fromMask ? masksSomething(from, to) : toMask && masksSomething(to, from)) {
    const hidden = fromMask ? to : from;
    if (CENSORED.test(hidden)) return null;
    return { slot: classOf(hidden, next) ?? 'place', masked: true };
  }
  if (!from || !to) {
    // 视察广东 → 视察: only a name that the gazetteer knows may vanish as a slot.
    const rest = from || to;
    return rest.length >= 2 && !isNumeral(rest) && isPlace(rest, '') && !isDeictic(rest)
      ? { slot: 'place', masked: false }
      : null;
  }
  const x = classOf(from, next);
  const y = classOf(to, next);
  if (!x || !y) return maybeInPlace(from, next) && maybeInPlace(to, next) ? { slot: 'place', masked: false } : null;
  if (x === y) return { slot: x, masked: false };
  const numeric = (c: SlotClass): boolean => c === 'date' || c === 'number';
  if (numeric(x) && numeric(y)) return { slot: 'date', masked: false };
  return numeric(x) || numeric(y) ? null : { slot: 'organ', masked: false };
}

/** Share of the shingles of `codes` that the other text has anywhere. */
function elsewhere(codes: Uint16Array, other: Prepared, shingle: number): number {
  const keys = new Float64Array(shingleCount(codes.length, shingle));
  const count = shingleKeys(codes, shingle, keys);
  let found = 0;
  for (let i = 0; i < count; i++) if (other.keys[lowerBound(other.keys, keys[i]!)] === keys[i]) found++;
  return count ? found / count : 0;
}

function isMoved(h: Hunk, a: Prepared, b: Prepared, o: DedupOptions): boolean {
  const longest = Math.max(h.aEnd - h.aStart, h.bEnd - h.bStart);
  if (longest < SOLID) return false;
  const side = (codes: Uint16Array, other: Prepared): boolean =>
    codes.length < o.shingle || elsewhere(codes, other, o.shingle) >= 0.8;
  return side(a.codes.subarray(h.aStart, h.aEnd), b) && side(b.codes.subarray(h.bStart, h.bEnd), a);
}

function isSlip(from: string, to: string): boolean {
  if (LOST.test(from) || LOST.test(to)) return true;
  if (from.length === to.length) return from.length <= 2;
  return (
    Math.max(from.length, to.length) <= 2 || (isMask(from) && CENSORED.test(to)) || (isMask(to) && CENSORED.test(from))
  );
}

/** Ends of the lead and starts of the tail, as indices of hunks: `[0, head)` lie before solid ground, `[tail, n)` after it. */
function solidGround(hunks: readonly Hunk[], length: number): { head: number; tail: number } {
  let head = 0;
  while (head < hunks.length && (hunks[head + 1]?.aStart ?? length) - hunks[head]!.aEnd < SOLID) head++;
  if (head >= hunks.length) return { head: 0, tail: hunks.length };
  if (hunks[0] && hunks[0].aStart < SOLID) head++;
  else head = 0;
  let tail = hunks.length;
  while (tail > head && hunks[tail - 1]!.aStart - (hunks[tail - 2]?.aEnd ?? 0) < SOLID) tail--;
  if (tail > head && length - hunks.at(-1)!.aEnd < SOLID) tail--;
  else tail = hunks.length;
  return { head, tail };
}

/** True where an edge cannot be mistaken for a changed fact: one-sided, without numerals on both sides, or long. */
function edgeIsLead(from: string, to: string): boolean {
  if (!from || !to) return true;
  if (from.length > LEAD_LIKE && to.length > LEAD_LIKE) return true;
  const x = numeralsIn(from);
  return x.length === 0 || numeralsIn(to).length === 0 || x.join() === numeralsIn(to).join();
}

/** Where two texts differ. */
export interface Differences {
  /** In order; what lies between is equal unit by unit. */
  list: Difference[];
  /** Inside of stretches that moved: their two places held against each other. */
  inMoved: Difference[];
}

const isGlued = (codes: Uint16Array, at: number): boolean =>
  at > 0 &&
  at < codes.length &&
  isNumeralUnit(String.fromCharCode(codes[at - 1]!)) &&
  isNumeralUnit(String.fromCharCode(codes[at]!));

/** Where and how two texts differ. */
export function differences(a: Prepared, b: Prepared, o: DedupOptions): Differences {
  const { hunks: found, moves } = alignMoved(a.codes, b.codes, isGlued);
  const hunks = withWholeNames(found, a, b);
  const { head, tail } = solidGround(hunks, a.codes.length);
  let floor = 0;
  const list = hunks.map((raw, i): Difference => {
    const { moved, ...hunk } = raw;
    const before = floor;
    floor = hunk.aEnd;
    if (moved) return { ...hunk, kind: 'moved' };
    if (isCut(hunk, a.codes.length, b.codes.length)) return { ...hunk, kind: 'edge' };
    const made = judged(hunk, before, hunks[i + 1]?.aStart ?? a.codes.length, i < head || i >= tail, a, b, o);
    floor = made.aEnd;
    return made;
  });
  const inMoved = moves.flatMap((m) => {
    floor = m.aStart;
    return m.hunks.map((hunk, i) => {
      const made = judged(hunk, floor, m.hunks[i + 1]?.aStart ?? m.aEnd, false, a, b, o);
      floor = made.aEnd;
      return made;
    });
  });
  const all = withSense(withNames(withHabit(withoutChance([...list, ...inMoved], a, b), a, b), a, b), a, b);
  return { list: all.slice(0, list.length), inMoved: all.slice(list.length) };
}

/** A difference between `floor` and `ceiling` of the first text, named. */
function judged(
  raw: Hunk,
  floor: number,
  ceiling: number,
  atEdge: boolean,
  a: Prepared,
  b: Prepared,
  o: DedupOptions,
): Difference {
  const h = widen(raw, a, b, floor, ceiling);
  const from = a.folded.slice(h.aStart, Math.min(h.aEnd, h.aStart + LOOKED_AT));
  const to = b.folded.slice(h.bStart, Math.min(h.bEnd, h.bStart + LOOKED_AT));
  const next = a.folded.slice(h.aEnd, h.aEnd + 4);
  return { ...h, ...judge(h, { from, to, next }, atEdge, a, b, o) };
}

/** Makes slots of words of the language that one text masks throughout (党 → X, 政治 → ZZ). */
function withHabit(list: Difference[], a: Prepared, b: Prepared): Difference[] {
  const hides = (d: Difference): boolean => {
    if (d.kind !== 'slip' || d.aEnd === d.aStart || d.bEnd === d.bStart) return false;
    const [from, to] = [a.folded.slice(d.aStart, d.aEnd), b.folded.slice(d.bStart, d.bEnd)];
    return (isMask(from) && CENSORED.test(to)) || (isMask(to) && CENSORED.test(from));
  };
  const hidden = new Set(list.filter(hides));
  if (hidden.size < HABIT) return list;
  return list.map((d) => (hidden.has(d) ? { ...d, kind: 'slot', slot: 'word', masked: true } : d));
}

/**
 * Makes slots of negations and antonyms: nobody who reads one text learns what the other says. In a text full of slips a
 * lost 不 is one of them. Wrong case: a badly typed copy in which a negation was put in on purpose.
 */
function withSense(list: Difference[], a: Prepared, b: Prepared): Difference[] {
  const turned = new Set(
    list.filter((d) => {
      if (d.kind === 'slot' || d.kind === 'edge' || d.kind === 'moved') return false;
      if (Math.max(d.aEnd - d.aStart, d.bEnd - d.bStart) > TURN_MAX) return false;
      const around = [a.folded.slice(Math.max(0, d.aStart - 2), d.aStart), a.folded.slice(d.aEnd, d.aEnd + 4)] as const;
      return saysOpposite(a.folded.slice(d.aStart, d.aEnd), b.folded.slice(d.bStart, d.bEnd), ...around);
    }),
  );
  if (!turned.size || list.filter((d) => d.kind === 'slip').length >= 4 * turned.size + 3) return list;
  return list.map((d) => (turned.has(d) ? { ...d, kind: 'slot', slot: 'sense', masked: false } : d));
}
/** Longest difference that is looked at for its sense. */
const TURN_MAX = 4;

/** A text that begins later or ends earlier than the other, even inside a number. */
function isCut(h: Hunk, aLength: number, bLength: number): boolean {
  if (h.aStart === h.aEnd) return h.aEnd === 0 || h.aEnd === aLength;
  return h.bStart === h.bEnd && (h.bEnd === 0 || h.bEnd === bLength);
}

/** How often `needle` stands in `text`, up to `most`. */
function occurrences(text: string, needle: string, most: number): number {
  let found = 0;
  for (let at = text.indexOf(needle); at >= 0 && found < most; at = text.indexOf(needle, at + needle.length)) found++;
  return found;
}

/**
 * Takes back exchanges of names that are none: whoever fills in another place does so throughout, so a word that mostly
 * stayed, against one that the other text has nowhere else, is a slip; so is a lone exchange in a text full of slips.
 * Wrong case: one of five mentions corrected; the only name in a badly typed copy.
 */
function withoutChance(list: Difference[], a: Prepared, b: Prepared): Difference[] {
  const names = list.filter(
    (d) => (d.slot === 'place' || d.slot === 'organ') && !d.masked && d.aEnd > d.aStart && d.bEnd > d.bStart,
  );
  if (!names.length) return list;
  const [whole, other] = [a.folded, b.folded];
  const word = (d: Difference): [string, string] => [whole.slice(d.aStart, d.aEnd), other.slice(d.bStart, d.bEnd)];
  const pairs = new Map<string, number>();
  /** Pairs that only look like parts of names: one exchange proves nothing. */
  const weak = new Set<string>();
  for (const d of names) {
    const key = word(d).join();
    pairs.set(key, (pairs.get(key) ?? 0) + 1);
    const next = whole.slice(d.aEnd, d.aEnd + 4);
    const numbered = headsNumber(...word(d), whole.slice(d.aEnd, d.aEnd + NUMBER_AHEAD));
    if (!numbered && (!classOf(word(d)[0], next) || !classOf(word(d)[1], next))) weak.add(key);
  }
  const once = [...pairs].filter(([, n]) => n === 1).map(([key]) => key);
  const lone = once.filter((key) => !weak.has(key)).length;
  const typed = list.filter((d) => d.kind === 'slip' && d.aEnd > d.aStart && d.bEnd > d.bStart).length;
  const slips = typed + once.length - lone;
  const chance = (from: string, to: string): boolean => {
    const times = pairs.get(`${from},${to}`)!;
    if (times === 1 && weak.has(`${from},${to}`)) return true;
    const strays = (text: string, s: string): boolean => occurrences(text, s, 2 * times + 1) > 2 * times;
    const known = (isPlace(from, '') && isPlace(to, '')) || isOwn(from) || isOwn(to);
    if (times === 1 && !known && !isDeictic(from) && !isDeictic(to) && slips >= 3 * lone + 3) return true;
    return !known && ((strays(whole, from) && !strays(other, to)) || (strays(other, to) && !strays(whole, from)));
  };
  // Checked once for each distinct pair, and for so many pairs only: each check reads both texts.
  const verdicts = new Map<string, boolean>();
  for (const d of names) {
    const key = word(d).join();
    if (!verdicts.has(key) && verdicts.size < PAIRS_CHECKED) verdicts.set(key, chance(...word(d)));
  }
  const judged = new Set(names);
  return list.map((d) => {
    if (!judged.has(d) || !verdicts.get(word(d).join())) return d;
    const { slot: _slot, masked: _masked, ...rest } = d;
    return { ...rest, kind: isSlip(...word(d)) ? 'slip' : 'clause' };
  });
}

function judge(
  h: Hunk,
  sides: Sides,
  atEdge: boolean,
  a: Prepared,
  b: Prepared,
  o: DedupOptions,
): Pick<Difference, 'kind' | 'slot' | 'masked'> {
  const { from, to } = sides;
  if (isDamageOf(from, to) || isDamageOf(to, from)) return { kind: 'slip' };
  const slot = slotOf(sides);
  if (slot) {
    const same = slot.slot === 'number' || slot.slot === 'date' ? numeralValue(from) === numeralValue(to) : false;
    if (same || (isMask(from) && isMask(to))) return { kind: 'slip' };
    if (slot.slot === 'number' && isMarker(a, h.aStart, h.aEnd) && isMarker(b, h.bStart, h.bEnd))
      return { kind: 'slip' };
    return { kind: 'slot', ...slot };
  }
  if (headsNumber(from, to, a.folded.slice(h.aEnd, h.aEnd + NUMBER_AHEAD)))
    return { kind: 'slot', slot: 'organ', masked: false };
  if (isSlip(from, to)) return { kind: 'slip' };
  if (atEdge && edgeIsLead(from, to)) return { kind: 'edge' };
  if (isMoved(h, a, b, o)) return { kind: 'moved' };
  return { kind: from && to ? 'clause' : 'missing' };
}
