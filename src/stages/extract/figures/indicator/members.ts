/**
 * Rows of members with a figure each: 种植120人次、修剪95人次; 示范户增加到82户、示范村增加到17个. What a member names itself is
 * counted, whatever the figure before counts.
 */
import { ending, oneOf } from '../../../../text/ending.ts';
import { isNoun } from '../noun-phrases.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import { words as segment } from '../words.ts';
import type { Near } from './in-front.ts';
import { CHANGED, unlinked } from './links.ts';

/** What stands between two figures of one row, and nothing else. */
const MEMBER = /^[、和及]([\p{Script=Han}“”]{2,16})$/u;
/** Words of a member that go on about what was counted before: 、增加到17个, 、占48%, 、同比增长8%. */
const GOING_ON = ending(
  /^(?:其中|占|同比|环比|分别|平均|最[高低多少长短大小]|[高低多少]于|超过|达到?|约|近|为|至|到|共|累计|总计|合计|较.*|比.*|每.*|剩余|其余|其他|其它|另有?|还有|以及|或者?|第.*)$/u,
);

/** What stands between the figure before and this one, where both are members of a row. */
function memberOf(c: Candidate, s: Surroundings, near: Near | null): string | null {
  if (!near || near.end < s.clauseStart || c.start - near.end > 18) return null;
  return MEMBER.exec(s.text.slice(near.end, c.start))?.[1] ?? null;
}

/** 示范村增加到17个, behind 示范户增加到82户: a thing of its own that changed. */
export function changedItself(c: Candidate, s: Surroundings, near: Near | null): boolean {
  const member = memberOf(c, s, near);
  if (member === null || !CHANGED.test(member)) return false;
  const name = unlinked(member);
  const words = segment(name);
  return name.length > 1 && !GOING_ON.test(name) && isNoun(words[words.length - 1]);
}

/** Kinds that a deed is counted in: 修剪95人次. */
const COUNTS = ending(/^(?:人次|次|场|场次|起|件|项|例|批|批次|宗|处|台次)$/u);

/** 修剪|95人次, behind 插秧培训220人次: a row of deeds in one unit, each named by its verb. */
export function deedOf(c: Candidate, s: Surroundings, near: Near | null): string | null {
  if (near === null || near.unit !== c.unit || !COUNTS.test(c.unit) || !namedInFront(near, s)) return null;
  const member = memberOf(c, s, near);
  if (member === null || member.length > 6 || GOING_ON.test(member) || unlinked(member) !== member) return null;
  return segment(member).every((w) => /^(?:v|vn|n|d|a|ad)$/u.test(w.tag)) ? member : null;
}

/** What people become or do by themselves. */
const BECOMING = oneOf(
  '转正 录取 录用 失联 入党 退党 出党 起诉 召回 获奖 晋级 升学 毕业 结业 落户 退役 退休 离职 辞职 流失 入伍 参军 受伤 死亡 伤亡 脱贫 返贫 上岗 下岗 就业 再就业 创业 返乡 持证 晋升 转岗 退出 落选 当选 弃权 缺席 请假 迟到 转出 转入 移送司法 组织处理 火线入党',
);
const ALSO = /^[\s、，,和及]*(?:其中|已|有|又|并|另|还|先后|年内|全年|当年|当场|累计|共)*/u;

/** 发展党员12名，|转正|8名: who became so, not those who were counted before. */
export function becomeOf(c: Candidate, s: Surroundings, near: Near | null): string | null {
  if (c.kind !== 'people' || near === null || /^\p{Script=Han}/u.test(s.tail)) return null;
  const own = s.text.slice(Math.max(s.clauseStart, near.end), c.start).replace(ALSO, '').replace(/了$/u, '');
  return BECOMING.test(own) ? own : null;
}

/** What the figure before counts stands in front of it too. */
function namedInFront(near: Near, s: Surroundings): boolean {
  const at = near.end - near.text.length;
  return near.indicator !== null && s.text.slice(Math.max(0, at - 20), at).endsWith(near.indicator);
}
