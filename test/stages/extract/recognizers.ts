/**
 * The suites of Recognizers-Text (../shared/suites/recognizers-zh, others' test data: read where they are) and what the reader of
 * the extract stage finds, told in their terms; for the test and for the bench. Only what the suites write otherwise than figures
 * do is decided here: which span of a reading they mean, 成 and ‰ in percent, whether an end of an interval is closed, two bounds
 * in a row as one interval, the names of the units, numbers in front of % and 美元, and names of places. What is a number, a unit,
 * a bound or a range is the reader's word.
 */
import type { Candidate } from '../../../src/stages/extract/figures/read/candidates.ts';
import { readQuantities } from '../../../src/stages/extract/figures/read/quantities.ts';
import type { NumberMention, NumberOptions } from '../../../src/text/numbers.ts';
import { approximatorBefore } from '../../../src/text/numbers-bounds.ts';
import { isPartOfWord } from '../../../src/text/numbers-words.ts';
import { unitAt } from '../../../src/text/units.ts';

export interface Case {
  Input: string;
  Results: { Start: number; End: number; Resolution: { value: string | null; isoCurrency?: string; unit?: string } }[];
}
export type Found = [start: number, end: number, value: number | string | null];

/** By our symbol: the name of the unit in Recognizers-Text. */
const UNITS: Record<string, string> = {
  cm: 'Centimeter',
  m: 'Meter',
  jin: 'Jin',
  kg: 'Kilogram',
  g: 'Gram',
  kB: 'Kilobyte',
  kW: 'Kilowatt',
  kcal: 'Kilocalorie',
  liang: 'Liang',
  km: 'Kilometer',
  µg: 'Microgram',
  bit: 'Bit',
  dm: 'Decimeter',
  mm: 'Millimeter',
  µm: 'Micrometer',
  nm: 'Nanometer',
  pm: 'Picometer',
  mi: 'Mile',
  yd: 'Yard',
  in: 'Inch',
  ft: 'Foot',
  ly: 'Light year',
  nmi: 'Nautical mile',
  li: 'Li',
  zhang: 'Zhang',
  chi: 'Chi',
  cun: 'Cun',
  'km²': 'Square kilometer',
  ha: 'Hectare',
  'm²': 'Square meter',
  'dm²': 'Square decimeter',
  'cm²': 'Square centimeter',
  'mi²': 'Square mile',
  acre: 'Acre',
  mu: 'Mu',
  'km/h': 'Kilometer per hour',
  'm/s': 'Meter per second',
  'mi/h': 'Mile per hour',
  kn: 'Knot',
  '°C': 'C',
  '°F': 'F',
  K: 'K',
  '°': 'Degree',
  L: 'Liter',
  mL: 'Milliliter',
  'm³': 'Cubic meter',
  'cm³': 'Cubic centimeter',
  'dm³': 'Cubic decimeter',
  gal: 'Gallon',
  t: 'Metric ton',
  mg: 'Milligram',
  lb: 'Pound',
  oz: 'Ounce',
  dan: 'Dan',
  ct: 'Carat',
  B: 'Byte',
  MB: 'Megabyte',
  GB: 'Gigabyte',
  TB: 'Terabyte',
  kbit: 'Kilobit',
  Mbit: 'Megabit',
  Gbit: 'Gigabit',
  W: 'Watt',
  MW: 'Megawatt',
  hp: 'Horsepower',
  J: 'Joule',
  kJ: 'Kilojoule',
  cal: 'Calorie',
  kWh: 'Kilowatt hour',
  V: 'Volt',
  A: 'Ampere',
  Hz: 'Hertz',
  Pa: 'Pascal',
};
/** True where the suite leaves a number out: in front of a sign of proportion or of dollars, or within a word (四川). */
const isLeftOut = (text: string, n: NumberMention): boolean =>
  isPartOfWord(text, n) || /^(?:[%％折]|美[元刀])/u.test(text.slice(n.end, n.end + 2));

/** A proportion in percent, as the suite has all of them: 7.6成 is 76, 千分之五 0.5. */
const HUNDREDTHS: Readonly<Record<string, number>> = { '': 100, '‰': 0.1, '‱': 0.01, 成: 10, 折: 10 };
const inPercent = (c: Candidate, value: number): number => {
  const whole = c.unit === '成' && value === 10 ? 10 : value;
  return Number((whole * (HUNDREDTHS[c.unit] ?? 1)).toPrecision(12));
};

/** Proportions; of a range the suite has the last one, of pairs (二三十) none. */
function percents(text: string, all: readonly Candidate[]): Found[] {
  return all
    .filter((c) => (c.kind === 'percent' || /^[成折]$/u.test(c.unit)) && c.rule !== 'pair')
    .map((c) => [
      c.rule === 'range' ? c.numerals!.at(-1)!.start : firstOf(text, c),
      c.unitEnd,
      inPercent(c, c.max ?? c.value),
    ]);
}

/** Where the number starts, with the word that makes it negative. */
const firstOf = (text: string, c: Candidate): number => {
  const sign = /(?:零下|负|負)$/u.exec(text.slice(Math.max(c.start, c.number - 2), c.number));
  return c.number - (sign?.[0].length ?? 0);
};

interface Interval {
  start: number;
  end: number;
  min?: number;
  max?: number;
  minClosed: boolean;
  maxClosed: boolean;
}

const side = (start: number, end: number, lower: boolean, value: number, closed: boolean): Interval =>
  lower
    ? { start, end, min: value, minClosed: closed, maxClosed: false }
    : { start, end, max: value, minClosed: false, maxClosed: closed };

/**
 * The interval of a bound as the suite writes it: the span from the word of the bound to the number or to the word behind it, without
 * unit; 以上 open, 或以上 closed; 等于 a point; 位于 and 介于 with what they stand in front of.
 */
function intervalOf(text: string, c: Candidate): Interval | null {
  const last = c.numerals?.at(-1);
  if (!last || c.rule === 'pair') return null;
  if (c.rule === 'range') {
    const lead = /(?:[位介]于|在)$/u.exec(text.slice(Math.max(0, c.number - 2), c.number))?.[0] ?? '';
    const closed = /[间間]$/u.test(text.slice(c.unitEnd, c.end));
    const start = c.number - (lead.length > 1 || closed ? lead.length : 0);
    const end = closed ? c.end : last.end;
    return { start, end, min: c.value, max: c.max!, minClosed: true, maxClosed: false };
  }
  const equal = approximatorBefore(text, c.number);
  if (equal && /^(?:等于|[=＝])$/u.test(equal.word))
    return { start: equal.start, end: last.end, min: c.value, max: c.value, minClosed: true, maxClosed: true };
  const lower = />/u.test(c.bound);
  if (!/^(?:>|>=|>~|<|<=)$/u.test(c.bound)) return null;
  const behind = text.slice(c.unitEnd, c.end);
  const surplus = /^[余餘多]/u.test(text.slice(last.end)) ? last.end + 1 : last.end;
  const closed = behind === '' ? /=/u.test(c.bound) : behind.trim().startsWith('或');
  return side(c.start, behind === '' ? surplus : c.end, lower, c.value, closed);
}

const AND = /^[ \u3000]?(?:的?同时|并且|而且|并|且|而|又|,|，)?[ \u3000]?(?:又)?$/u;

/** Two bounds that follow each other are one interval of the suite (大于十，同时小于等于四十); of an article they are two figures. */
function merged(text: string, a: Interval, b: Interval): Interval | null {
  if (b.start - a.end > 6 || !AND.test(text.slice(a.end, b.start))) return null;
  const [low, high] = a.min === undefined ? [b, a] : [a, b];
  if (low.min === undefined || low.max !== undefined || high.max === undefined || high.min !== undefined) return null;
  if (low.min >= high.max) return null;
  return { ...low, start: a.start, end: b.end, max: high.max, maxClosed: high.maxClosed };
}

function ranges(text: string, all: readonly Candidate[]): Found[] {
  const out: Interval[] = [];
  for (const c of all) {
    const interval = intervalOf(text, c);
    const joined = interval && out.length ? merged(text, out.at(-1)!, interval) : null;
    if (joined) out[out.length - 1] = joined;
    else if (interval) out.push(interval);
  }
  return out.map((r) => [
    r.start,
    r.end,
    `${r.minClosed ? '[' : '('}${r.min ?? ''},${r.max ?? ''}${r.maxClosed ? ']' : ')'}`,
  ]);
}

/** Money; the suite has the bare name of a currency as well, without a value. */
function currencies(text: string, all: readonly Candidate[]): Found[] {
  const found = all.filter((c) => c.kind === 'money').map((c): Found => [c.number, c.unitEnd, c.max ?? c.value]);
  for (let i = 0; i < text.length; ) {
    const name = found.some(([a, b]) => i >= a && i < b) ? null : unitAt(text, i);
    if (name?.kind === 'money' && name.text.length > 1) found.push([name.start, name.end, null]);
    i = name?.end ?? i + 1;
  }
  return found.sort((a, b) => a[0] - b[0]);
}

const told: Record<string, (text: string, all: readonly Candidate[]) => Found[]> = {
  number: (text, all) =>
    all
      .flatMap((c) => c.numerals ?? [])
      .filter((n) => !isLeftOut(text, n))
      .map((n) => [n.numeral, n.end, n.value]),
  percent: percents,
  range: ranges,
  currency: currencies,
  dimension: (text, all) =>
    all
      .filter((c) => c.kind === 'measure')
      .map((c) => [firstOf(text, c), c.unitEnd, `${c.value} ${UNITS[c.code!] ?? c.code}`]),
};

/** The suites. */
export const SUITES: readonly string[] = Object.keys(told);

/** What the extract stage's reader finds in a text, in the terms of a suite. */
export const read = (suite: string, text: string, options: NumberOptions): Found[] =>
  told[suite]!(text, readQuantities(text, options));

/** Same spans with the same values, in order. */
export function same(got: Found[], want: Found[]): boolean {
  return (
    got.length === want.length &&
    got.every((g, i) => {
      const [a, b, v] = want[i]!;
      const close =
        typeof v === 'number' && typeof g[2] === 'number' && Math.abs(g[2] - v) <= 1e-9 * Math.max(1e-9, Math.abs(v));
      return g[0] === a && g[1] === b && (close || g[2] === v);
    })
  );
}

/** What a case of a suite wants. */
export function wanted(suite: string, c: Case): Found[] {
  return c.Results.map((r) => {
    const { value, unit } = r.Resolution;
    if (suite === 'range') return [r.Start, r.End + 1, value];
    if (suite === 'dimension') return [r.Start, r.End + 1, `${Number(value)} ${unit}`];
    return [r.Start, r.End + 1, value === null ? null : Number.parseFloat(value)];
  });
}
