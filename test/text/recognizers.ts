/**
 * The suites of Recognizers-Text (../shared/suites/recognizers-zh, others' test data: read where they are) and our functions
 * told in their terms; for the test and for the bench.
 */
import { findNumbers } from '../../src/text/numbers.ts';
import { findRanges } from '../../src/text/numbers-bounds.ts';
import { findPercents } from '../../src/text/numbers-percent.ts';
import { isPartOfWord } from '../../src/text/numbers-words.ts';
import { findQuantities } from '../../src/text/units.ts';

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
const bracket = (r: { min?: number; max?: number; minClosed: boolean; maxClosed: boolean }) =>
  `${r.minClosed ? '[' : '('}${r.min ?? ''},${r.max ?? ''}${r.maxClosed ? ']' : ')'}`;
const CURRENCY = /人民币|美元|欧元|英镑|日元|韩元|港元|港币|澳元|加元|卢布|泰铢/gu;

/** Our reading of a text, suite by suite. */
export const ADAPTERS: Record<string, (text: string) => Found[]> = {
  number: (t) =>
    findNumbers(t, { loose: true })
      .filter((n) => !isPartOfWord(t, n) && !/^(?:[%％折]|美[元刀])/u.test(t.slice(n.end)))
      .map((n) => [n.numeral, n.end, n.value]),
  percent: (t) =>
    findPercents(t, { loose: true })
      .filter((p) => p.max === undefined)
      .map((p) => [p.start, p.end, p.value]),
  range: (t) => findRanges(t, { loose: true }).map((r) => [r.start, r.end, bracket(r)]),
  currency: (t) => {
    const found: Found[] = findQuantities(t, ['money'], { loose: true }).map((q) => [q.start, q.end, q.value]);
    for (const m of t.matchAll(CURRENCY)) {
      if (!found.some((f) => m.index < f[1] && m.index >= f[0])) found.push([m.index, m.index + m[0].length, null]);
    }
    return found;
  },
  dimension: (t) =>
    findQuantities(t, ['measure'], { loose: true }).map((q) => [
      q.start,
      q.end,
      `${q.value} ${UNITS[q.unit.code!] ?? q.unit.code}`,
    ]),
};

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
