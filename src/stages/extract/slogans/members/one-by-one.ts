/** A member for each part of a formula in its order, whatever marks join them. */
import type { Part } from '../numerals.ts';
import { type Members, pieces } from './members.ts';

/** “一站三队”，即应急站与巡逻队、救援队、宣讲队联合值守: nouns that end in the key of their part, whatever joins them. */
export function nounsByKey(s: string, parts: readonly Part[]): Members | null {
  if (parts.length < 2 || parts.some((p) => p.key.length > 2 || /[0-9A-Za-z]/u.test(p.key))) return null;
  const keys = parts.flatMap((p) => Array<string>(p.count).fill(p.key));
  const list: string[] = [];
  let at = 0;
  for (const [i, key] of keys.entries()) {
    const joint = i === 0 ? '' : (/^(?:加上|外加|连同|以及|[、，,和与及])/u.exec(s.slice(at))?.[0] ?? null);
    if (joint === null) return null;
    const end = s.indexOf(key, at + joint.length + 1);
    const member = end < 0 ? '' : s.slice(at + joint.length, end + key.length);
    if (!member || member.length > NOUN_MAX || /[，,。；;、：:\n]/u.test(member)) return null;
    list.push(member);
    at = end + key.length;
  }
  return { list, complete: true };
}

const NOUN_MAX = 12;

/** “两长三员”，村长、组长加上宣传员、…: nouns of two parts or more at once behind the formula; or what something is done with: “一图两表”，把流程图、责任表和进度表逐一上墙: what something is done with. */
export function displayed(sentence: string, parts: readonly Part[]): Members | null {
  const total = parts.reduce((n, p) => n + p.count, 0);
  if (/^[把将]/u.test(sentence)) return total > 2 ? nounsByKey(sentence.slice(1), parts) : null;
  return total > DISPLAYED && parts.every((p) => p.count > 1) ? nounsByKey(sentence, parts) : null;
}

/** With fewer of them than this, nouns that follow may do so by accident. */
const DISPLAYED = 4;

/** “一学一改”，学别人一招，改自己一处: a clause of one length for each of two verbs; 一村一品，村村… has no such pair. */
export function oneOfEach(sentence: string, parts: readonly Part[]): Members | null {
  const [one, other] = parts;
  if (parts.length !== 2 || parts.some((p) => p.count !== 1 || !/^\p{Script=Han}$/u.test(p.key))) return null;
  const list = pieces(sentence, '、，,；;').slice(0, 2);
  const [first = '', second = ''] = list;
  const alike = first.length === second.length && first.length > 2 && first.length <= PAIR_MAX;
  return alike && first.startsWith(one!.key) && second.startsWith(other!.key) ? { list, complete: true } : null;
}

const PAIR_MAX = 10;

/** 驻岛党员既是瞭望员，也是宣传员，还是安全员, of 三员一体: what somebody is, all at once. */
const AT_ONCE = /既是([^，,。；;、]{2,10})((?:[，,、](?:也|又|还|更|更加)是[^，,。；;、]{2,10}){1,6})/u;

/** The members that somebody is all at once, as many as the formula counts, each ending in its word. */
export function atOnce(sentence: string, parts: readonly Part[]): Members | null {
  const [part] = parts;
  const m = part && parts.length === 1 && sentence.includes('既是') ? AT_ONCE.exec(sentence) : null;
  if (!m) return null;
  const list = [m[1]!, ...pieces(m[2]!, '，,、').map((s) => s.replace(/^(?:也|又|还|更加?)是/u, ''))];
  return list.length === part!.count && list.every((s) => s.endsWith(part!.key)) ? { list, complete: true } : null;
}

/** A clause that stands for a part that counts one is no longer. */
const ONE_MAX = 9;

/**
 * “三定一评”，给党员定岗、定责、定诺，年底由渔民评议: a row with the first word at the beginning of each, and in the clause that follows at once the
 * word of the part that counts one.
 *
 * @param sentence what stands behind the clause of the formula, or the next sentence
 */
export function rowAndOne(sentence: string, parts: readonly Part[]): Members | null {
  const [row, one] = parts;
  if (parts.length !== 2 || row!.count < 3 || one!.count !== 1 || row!.key.length > 2) return null;
  if (!sentence.includes(row!.key) || !sentence.includes(one!.key)) return null;
  const list = pieces(sentence, '、，,；;').slice(0, row!.count + 1);
  const [first, ...others] = list as [string, ...string[]];
  const last = others.pop() ?? '';
  const at = first.lastIndexOf(row!.key);
  const led = others.length === row!.count - 1 && others.every((m) => m.startsWith(row!.key) && m.length <= ONE_MAX);
  const fits = led && at >= 0 && first.length - at === others[0]!.length && last.length <= ONE_MAX;
  const own = last.indexOf(one!.key);
  return fits && own >= 0 && !last.startsWith(row!.key) && !/\d/u.test(last)
    ? { list: [first.slice(at), ...others, last], complete: true }
    : null;
}

/** “一街一院一廊”…，建成一条老街、一座大院、一道长廊: one of each, with its measure word, each ending in the word of its part. */
export function oneOfThings(sentence: string, parts: readonly Part[]): Members | null {
  if (parts.length < 3 || parts.some((p) => p.count !== 1 || p.key.length > 2)) return null;
  const list = pieces(sentence, '、，,；;');
  for (let from = 0; from + parts.length <= list.length; from++) {
    const row = list
      .slice(from, from + parts.length)
      .map((m, i) => (i ? m : m.slice(Math.max(0, m.lastIndexOf('一')))));
    if (row.every((m, i) => /^一\p{Script=Han}{2,12}$/u.test(m) && m.endsWith(parts[i]!.key)))
      return { list: row, complete: true };
  }
  return null;
}
