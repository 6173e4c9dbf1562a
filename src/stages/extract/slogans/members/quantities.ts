import { segment } from '../../../../text/segment.ts';
import { phraseEnd } from '../../figures/noun-phrases.ts';
import { countOf, isCode, type Part } from '../numerals.ts';
import { type Members, pieces } from './members.ts';

/** How far behind a code the quantities are looked for that its terms stand for. */
const REACH = 90;
/** The first of them stands in one of the first clauses. */
const NEAR = 16;
/** A measure word, then the thing that is counted. */
const MEASURE = '[名个位支家套项条张本间座处所批人只台组队类份]';

/**
 * “1+2+N”, 一名队长带两名队员，再配若干名志愿者: each term of a code is a quantity of the sentence, in their order.
 *
 * @param behind what stands behind the formula
 */
export function quantities(behind: string, parts: readonly Part[]): Members | null {
  if (!isCode(parts) || parts.some((p) => p.key.length > 1)) return null;
  // “1+3+N”模式。其中，1个…: the sentence that says which.
  const among = /^[^，,。；;：:“”\n]{0,12}。其中[，,]/u.exec(behind)?.[0].length ?? 0;
  const window = /^[^。！？\n]*/u.exec(behind.slice(among, among + REACH))![0];
  const list: string[] = [];
  let at = 0;
  for (const { key } of parts) {
    const m = new RegExp(`(?<![0-9一二两三四五六七八九十])${countOf(key)}${MEASURE}(?=\\p{Script=Han})`, 'u').exec(
      window.slice(at),
    );
    if (!m || (list.length === 0 && m.index > NEAR)) return null;
    const from = at + m.index;
    const words = segment(window.slice(from + m[0].length));
    const end = phraseEnd(words, 0);
    if (!end) return null;
    at = from + m[0].length + words[end - 1]!.end;
    list.push(window.slice(from, at));
  }
  return { list, complete: true };
}

/** Who the last of a code are, told one by one: 船医、电工、护渔员|等若干名志愿者. */
const SET_UP = /^(?:由|有|配|配备|配齐|包括|共有|设)?/u;
const ALL_OF_THEM = /^(?:和|与|及|以及|加上|[、，,])/u;

/**
 * “1+1+N”，也就是一名队长、一名船医和电工、厨师、护渔员等若干名志愿者: a quantity for each term, the last of which sums up a list that is its own.
 *
 * @param stretch what an introduction stands before
 */
export function summedQuantities(stretch: string, parts: readonly Part[]): Members | null {
  if (!isCode(parts) || parts.some((p) => p.key.length > 1)) return null;
  const clause = /^[^。；;！？\n]*/u.exec(stretch.slice(0, REACH))![0];
  const list: string[] = [];
  let at = 0;
  for (const [i, { key }] of parts.entries()) {
    const quantity = new RegExp(`(?<![0-9一二两三四五六七八九十])${countOf(key)}${MEASURE}(?=\\p{Script=Han})`, 'u');
    const m = quantity.exec(clause.slice(at));
    if (!m) return null;
    const from = at + m.index;
    const lead = clause.slice(at, from);
    const joint = (i ? ALL_OF_THEM : SET_UP).exec(lead)?.[0].length ?? -1;
    const last = i === parts.length - 1;
    // In front of each there is its joint alone, in front of the last its list too.
    if (joint < 0 || (last ? !/[^、，,]等$/u.test(lead) : lead.length > joint)) return null;
    const rest = clause.slice(from + m[0].length);
    const end = last ? endOfPhrase(rest) : rest.search(/[和与及、，,]/u);
    if (end < 1) return null;
    const start = last ? at + joint : from;
    at = from + m[0].length + end;
    list.push(clause.slice(start, at));
  }
  return { list, complete: true };
}

/** Where the noun phrase ends that a stretch begins with; 0 where it begins with none. */
function endOfPhrase(stretch: string): number {
  const words = segment(stretch);
  const end = phraseEnd(words, 0);
  return end ? words[end - 1]!.end : 0;
}

/** What one thing does with several. */
const LEADS = '(?:带动|带领|带|辐射|联动|联结|链接|牵引|支撑)';

/** “1+N”, 即1个中心洗衣房带动多个收衣点: two quantities that are the whole of a clause, with a verb between them. */
export function oneLeads(clause: string, parts: readonly Part[]): Members | null {
  const [one, many] = parts;
  if (!isCode(parts) || parts.length !== 2) return null;
  const quantity = (p: Part): string => `${countOf(p.key)}${MEASURE}[^0-9]{2,12}`;
  const m = new RegExp(`^(${quantity(one!)}?)${LEADS}(${quantity(many!)})$`, 'u').exec(clause);
  return m && { list: [m[1]!, m[2]!], complete: true };
}

/** 一个农户配一名干部: the one, and the first of those that go with it. */
const WITH = new RegExp(
  `^(${countOf('1')}${MEASURE}\\p{Script=Han}{1,8}?)(?:搭?配|带|联|结对|对应|包)(${countOf('1')}${MEASURE}.+)$`,
  'u',
);

/** “1+6”帮扶（一户农户配一名干部、一个产业、…、一处住房）: the one with the first of as many as the other term counts. */
export function oneWithEach(stretch: string, parts: readonly Part[]): Members | null {
  const [one, many] = parts;
  if (parts.length !== 2 || one!.key !== '1' || !/^[2-9]$/u.test(many!.key)) return null;
  const list = pieces(/^[^，,。；;！？\n]*/u.exec(stretch)![0], '、');
  const m = `${list.length}` === many!.key ? WITH.exec(list[0]!) : null;
  return m && { list: [m[1]!, m[2]!, ...list.slice(1)], complete: true };
}

/** How a text writes the number of 双百, 双千. */
const HUNDREDS: Readonly<Record<string, string>> = {
  百: '(?:100|[一两]?百)',
  千: '(?:1000|[一两]?千)',
  万: '(?:10000|[一两]?万)',
};

/** “双百计划”，选拔100名青年干部、100名技能人才: the two quantities of so many. */
export function hundreds(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  const number = part && parts.length === 1 && part.count === 2 ? HUNDREDS[part.key[0]!] : undefined;
  if (!number) return null;
  const clause = /^[^，,。；;：:！？\n]*/u.exec(sentence)![0];
  const quantity = new RegExp(`(?<![\\d一二三四五六七八九十])${number}${MEASURE}\\p{Script=Han}{2,12}$`, 'u');
  const list = pieces(clause, '、和').map((s) => quantity.exec(s)?.[0] ?? '');
  return list.length === 2 && list.every((s) => s !== '') ? { list, complete: true } : null;
}
