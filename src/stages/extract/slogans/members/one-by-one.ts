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
    const joint = i === 0 ? '' : (/^(?:[、，,和与及]|以及)/u.exec(s.slice(at))?.[0] ?? null);
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

/** “一图两表”，把流程图、责任表和进度表逐一上墙: what something is done with. */
export function displayed(sentence: string, parts: readonly Part[]): Members | null {
  const named = /^[把将]/u.test(sentence) && parts.reduce((n, p) => n + p.count, 0) > 2;
  return named ? nounsByKey(sentence.slice(1), parts) : null;
}

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
