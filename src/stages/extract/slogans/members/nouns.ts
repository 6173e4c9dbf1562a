import type { Part } from '../numerals.ts';
import type { Members } from './members.ts';

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

/** Commas at which a row may begin, and what its clause does with it. */
const STARTS = /(?:^|[，,；;：:])(?:[把将以用按]|建立|制定|形成|依托|通过|组建|完善|健全)?/gu;
const STARTS_MAX = 12;

/** “一图两表三清单”，把路线图、值班表、巡护表和隐患清单、…贴上墙: the same nouns in a clause that does something with them. */
export function nounsAnywhere(sentence: string, parts: readonly Part[]): Members | null {
  if (parts.length < 2 || parts.reduce((n, p) => n + p.count, 0) < LEAST) return null;
  let tried = 0;
  for (const m of sentence.matchAll(STARTS)) {
    if (++tried > STARTS_MAX) return null;
    const found = nounsByKey(sentence.slice(m.index + m[0].length), parts);
    if (found && !/^[两二三四五六七八九十]/u.test(found.list[0]!)) return found;
  }
  return null;
}

/** Fewer may be alike by chance. */
const LEAST = 3;
