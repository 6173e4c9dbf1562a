import { mainReading } from '../../text/readings.ts';
import { segment } from '../../text/segment.ts';
import { nameRest } from '../../text/slots.ts';
import type { Difference } from './differences.ts';
import type { Prepared } from './prepare.ts';

/**
 * Exchanges that only their recurrence tells from slips and rewriting: the name that a filling has everywhere instead of
 * another (石鼓小学 → 金鼓小学), and the subject that a form was filled in for.
 */

/** Longest part of a name that is exchanged while the rest stays: 长河|钢铁公司. */
const PART_MAX = 4;
/** Characters behind a difference in which the name must end. */
const AHEAD = 8;
/** Distinct exchanges that are looked for in both texts, each of which is read through. */
const CHECKED = 32;
/** Words that point or count: 各部门 → 全部门 is no other name. */
const POINTING = /[我你他本全该各某其此这那每贵两等诸另一二三四五六七八九十0-9]/u;
const HAN = /^\p{Script=Han}+$/u;

/** What two texts have where they differ. */
const sides = (d: Difference, a: Prepared, b: Prepared): [from: string, to: string] => [
  a.folded.slice(d.aStart, d.aEnd),
  b.folded.slice(d.bStart, d.bEnd),
];

const tone = /[\u0300-\u036f]/gu;
const sound = (s: string): string => [...s].map((c) => mainReading(c).normalize('NFD').replace(tone, '')).join(' ');
/** Typed by sound, as most Chinese is: 通讯 and 通迅, 其他 and 其它. */
const soundAlike = (x: string, y: string): boolean => sound(x) === sound(y);

/** The differences, grouped by what they exchange. */
function grouped(list: readonly Difference[], keyOf: (d: Difference) => string | null): Map<string, Difference[]> {
  const groups = new Map<string, Difference[]>();
  for (const d of list) {
    const key = keyOf(d);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(d);
    else groups.set(key, [d]);
  }
  return groups;
}

/**
 * Makes slots of the parts of names that are exchanged throughout: the same part before the same end of a name, more than
 * once, and neither name is left in the other's text. Once is enough in a text without a slip, where the name begins a
 * clause and ends as only names do. Wrong case: a name that stands once in the middle of a sentence.
 */
export function withNames(list: Difference[], a: Prepared, b: Prepared): Difference[] {
  const groups = grouped(list, (d) => {
    if (d.kind !== 'slip' && d.kind !== 'clause') return null;
    const [from, to] = sides(d, a, b);
    if (!HAN.test(from) || !HAN.test(to) || from.length > PART_MAX || to.length > PART_MAX) return null;
    const rest = nameRest(a.folded.slice(d.aEnd, d.aEnd + AHEAD));
    return rest && !POINTING.test(from + to) ? `${from},${to},${rest}` : null;
  });
  const named = new Set<Difference>();
  const slips = list.reduce((n, d) => n + Number(d.kind === 'slip'), 0);
  let left = CHECKED;
  for (const [key, group] of groups) {
    const [from, to, rest] = key.split(',') as [string, string, string];
    if (group.length < 2 && !standsAlone(group[0]!, rest, slips, a)) continue;
    if (left-- <= 0) break;
    if (soundAlike(from, to) || a.folded.includes(to + rest) || b.folded.includes(from + rest)) continue;
    for (const d of group) named.add(d);
  }
  if (!named.size) return list;
  return list.map((d) => (named.has(d) ? { ...d, kind: 'slot', slot: 'organ', masked: false } : d));
}

/** Ends of names that end nothing else, with so much before them that a slip would be seen. */
const SURELY = /\p{Script=Han}(?:公司|集团|银行|学校|学院|大学|中学|小学|幼儿园|医院|卫生院|合作社|派出所)$/u;

/** The only slip of a text, at the beginning of a clause, in what is a name for certain. */
const standsAlone = (d: Difference, rest: string, slips: number, a: Prepared): boolean =>
  slips === Number(d.kind === 'slip') &&
  SURELY.test(rest) &&
  (d.aStart === 0 || a.at[d.aStart]! - a.at[d.aStart - 1]! > 1);

/** Characters from which what is exchanged is a term, in the longer text and in the shorter. */
const TERM = 4;
const TERM_MIN = 2;
/** Share of the shorter text that a subject which is exchanged throughout makes up. Wrong case: a long form that names it twice. */
const SUBJECT = 0.04;
/** Distinct exchanges that are cut into words. */
const TERMS_CUT = 8;

/** Share of its characters that words of the language must make up. */
const WORDS = 0.6;

/**
 * Characters in words of the language that are no names: what a form is about, not whom it was filled in for. The dictionary
 * calls some set phrases names of persons; these have no four characters.
 */
const known = (s: string): number =>
  segment(s)
    .filter(({ text, tag }) => text.length > 1 && (!/^n[rszt]/u.test(tag) || (tag === 'nr' && text.length > 3)))
    .reduce((n, w) => n + w.text.length, 0);

/** True where the same term stands for another throughout: one form, filled in for two subjects. */
export function otherSubject(list: readonly Difference[], a: Prepared, b: Prepared): boolean {
  const groups = grouped(list, (d) => {
    if (d.kind !== 'clause' && d.kind !== 'edge') return null;
    const [x, y] = [d.aEnd - d.aStart, d.bEnd - d.bStart];
    if (Math.max(x, y) < TERM || Math.max(x, y) > 16 || Math.min(x, y) < TERM_MIN) return null;
    const [from, to] = sides(d, a, b);
    return HAN.test(from) && HAN.test(to) ? `${from},${to}` : null;
  });
  const shorter = Math.min(a.codes.length, b.codes.length);
  let left = TERMS_CUT;
  for (const [key, group] of groups) {
    const [from, to] = key.split(',') as [string, string];
    if (group.length < 2 || group.length * Math.max(from.length, to.length) < SUBJECT * shorter || left-- <= 0)
      continue;
    if (known(from) + known(to) >= WORDS * (from.length + to.length)) return true;
  }
  return false;
}
