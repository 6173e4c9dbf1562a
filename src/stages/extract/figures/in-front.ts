import { oneOf } from '../../../text/ending.ts';
import type { Candidate } from './candidates.ts';
import { isBaseline } from './changes.ts';
import { LEAD, unlinked } from './links.ts';
import { isNoun, phrase, phraseEnd, phraseStart, RATE } from './noun-phrases.ts';
import type { Surroundings } from './surroundings.ts';
import { words as segment } from './words.ts';

/** The figure before, in the same sentence. */
export interface Near {
  text: string;
  end: number;
  unit: string;
  indicator: string | null;
  kind: Candidate['kind'];
}

/** Kinds that say a part of something. */
export const PART = oneOf('percent none times');
/** …内容(权重|70%): what is weighed stands before the bracket. */
const OPEN_WEIGHT = /[（(](?:权重|占比|占|分值|满分)?(?:为|占|各)?$/u;

/** What stands in front of the figure and is measured by it: 通过率|100%, 收到立项申报表|80余份. */
export function preceding(c: Candidate, s: Surroundings, near: Near | null): string | null {
  const from = near ? Math.max(0, near.end - s.clauseStart) : 0;
  let text = s.clause
    .slice(from)
    .replace(/^.*[。；;]/u, '')
    .replace(OPEN_WEIGHT, '');
  // 6个村民小组、312户: what the figure before counts is not counted again.
  if (near?.indicator && from > 0 && text === `${near.indicator}、`) return null;
  text = unlinked(isBaseline(c, s) ? text.replace(/[由从][^，,由从]{0,12}$/u, '') : text).slice(-40);
  // 经验做法|被省级媒体刊发9次: what it was done to, not who did it.
  if ((c.kind === 'event' || c.kind === 'thing') && !/^[\p{Script=Han}]{2}/u.test(s.tail)) {
    const passive = /^([^，,]{2,}?)被[\p{Script=Han}]{2,14}$/u.exec(s.clause.slice(from));
    const done = passive ? unlinked(passive[1]!).slice(-40) : '';
    if (done) text = done;
  }
  // 35岁以下达到75%以上: a figure may itself be what is measured.
  if (near && from > 0 && /^[的者][\p{Script=Han}]{1,4}$/u.test(text.trim())) {
    // 收入10万元以上的村|达到142个: the counted with the figure that sorts it.
    return unlinked(s.clause)
      .replace(LEAD, '')
      .replace(/^[、，,]+/u, '');
  }
  const of = text.trim() === '的';
  if (of || !text.trim()) {
    return near?.kind === 'age' && from > 0 ? s.clause.slice(0, from).replace(LEAD, '') + (of ? '的' : '') : null;
  }
  const words = segment(text);
  // 全区性会议开|61个: a lone verb behind the noun that it is done to.
  const last = words[words.length - 1];
  if (
    words.length > 1 &&
    last?.tag === 'v' &&
    last.text.length === 1 &&
    !RATE.test(last.text) &&
    isNoun(words[words.length - 2])
  )
    words.pop();
  const out = phrase(words, phraseStart(words), words.length);
  // 占总户数的|91%: 的 belongs to the number; not in 本科学历的|占38%.
  const own = PART.test(c.kind) && s.clause.endsWith('的') ? out?.replace(/的$/u, '') : out;
  const bare = own
    ?.replace(/^.+(?:现有|共有|设有|下设|下辖)(?=.{2})/u, '')
    .replace(LEAD, '')
    .replace(/^[、，,）)及和与]+/u, '');
  return bare && bare.length > 1 ? bare : out;
}

/** The noun phrase that a clause begins with: 农村改革|已经走过了30多年. */
export function subject(s: Surroundings): string | null {
  const words = segment(s.clause.slice(-40));
  const end = phraseEnd(words, 0);
  // 规划了三至五年的: a verb that jieba takes for a noun.
  return end && end < words.length && words[end]!.tag !== 'ul' ? phrase(words, 0, end) : null;
}
