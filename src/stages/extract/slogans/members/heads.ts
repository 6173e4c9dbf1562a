import { charSet } from '../../../../text/char-set.ts';
import { segment } from '../../../../text/segment.ts';
import { verbAt } from '../../measures/verbs.ts';

/** What only joins a list to its sentence: 以A、B、C为内容, 集A、B、C于一体. */
const JOINT =
  /^(?:(?:把|将|以|由|对(?![标口接照手])|面对|针对|应对|向|在|从|集|为|变|让|使|按照?|通过|围绕|聚焦|坚持|包括)(?=.{2})|(?:要|应|必须|需要|着力|切实|充分|进一步|正确))/u;

/** A first member longer than the others by more than this may carry the verb of the list. */
const SLACK = 1;

/** Where the verb at an offset ends; -1 where none begins. */
export const endOfVerb = (s: string, at: number): number => {
  const m = verbAt(s, at);
  return m ? at + m[0].length : -1;
};

const beginsWithVerb = (s: string): boolean => endOfVerb(s, 0) > 0;

/** The tail that all of the members share. */
function sharedTail(list: readonly string[]): number {
  const [first, ...others] = list as [string, ...string[]];
  let n = 0;
  while (n < first.length && others.every((s) => s.at(-1 - n) === first.at(-1 - n) && n < s.length)) n++;
  return n;
}

/**
 * The members without what governs all of them and stands before the first: 创建学习型支部、服务型支部 → 学习型支部, 落实责任、措施
 * → 责任. A first member that begins as the others do keeps its beginning.
 */
export function withoutGovernor(list: readonly string[]): string[] {
  const [given, ...others] = list as [string, ...string[]];
  if (!others.length) return [given];
  const lengths = others.map((s) => s.length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  const first = given.length > least || /^[把将]/u.test(given) ? withoutJoint(given, others) : given;
  if (first.length <= most) return [first, ...others];
  // 支部书记|每月上门一次、每季打一次电话、每年…: where all others begin with one character, so does the first.
  const begun = others.length > 1 && others.every((s) => s[0] === others[0]![0]) ? first.indexOf(others[0]![0]!) : -1;
  if (begun > 0 && first.length - begun >= least - SLACK && !/^n/u.test(segment(others[0]!)[0]!.tag))
    return [first.slice(begun), ...others];
  const over = first.length - most;
  if (least === most && over > SLACK && sharedTail([first, ...others]) > 0 && isGoverned(first, over))
    return [first.slice(-most), ...others];
  if (first.length <= most + SLACK || others.some((s) => s[0] === first[0])) return [first, ...others];
  return [
    withoutJoint(
      afterVerb(first, others.filter(beginsWithVerb).length * 2 > others.length, (least + most) / 2),
      others,
    ),
    ...others,
  ];
}

/** Whether a word ends at an offset and what stands before it governs: 引导|干部进楼栋, but not 社区党|委书记带头讲. */
const isGoverned = (s: string, at: number): boolean =>
  /^(?:[①-⑳]|大力|积极|深入|全面)/u.test(s) || (segment(s).some((w) => w.end === at) && hasVerb(s.slice(0, at)));
const hasVerb = (s: string): boolean =>
  governs(s) || /^.[好实牢清]/u.test(s) || /^(?:v|r|p|d)$/u.test(segment(s)[0]!.tag);

function withoutJoint(first: string, others: readonly string[]): string {
  const joint = JOINT.exec(first)?.[0];
  if (!joint || others.some((s) => s.startsWith(joint))) return first;
  const rest = first.slice(joint.length);
  // 集体, 从严, 由于: the dictionary has the longer word, and the length does not say that it is cut wrongly (对|调撤率).
  return others.every((s) => s.length === rest.length) || segment(first)[0]!.text.length <= joint.length ? rest : first;
}

/** What stands behind the verb that leaves a member of about the length of the others; verbs of its own are left to it. */
function afterVerb(first: string, verbal: boolean, length: number): string {
  let best = first;
  for (let at = 0; at < first.length - 2; at++) {
    const end = endOfVerb(first, at);
    if (end < 0 || end > first.length - 2) continue;
    const rest = withoutComplement(first.slice(end), length);
    if (verbal && !beginsWithVerb(rest)) continue;
    if (Math.abs(rest.length - length) < Math.abs(best.length - length)) best = rest;
  }
  return best;
}

/** What goes with the verb before it (织|牢网底) is no part of a member; 清河行动 and 实训活动 begin with it. */
function withoutComplement(rest: string, length: number): string {
  const cut = rest.replace(/^[了好起住牢紧实清足]/u, '');
  const [own, other] = [Math.abs(rest.length - length), Math.abs(cut.length - length)];
  return own < other || (own === other && segment(rest)[0]!.text.length > 1) ? rest : cut;
}

/** Whether a stretch before a member begins with a verb or a preposition: 引导社区|干部进楼栋, but not 党组|织同步组建. */
export const governs = (s: string): boolean =>
  beginsWithVerb(s) || (beginsJoint(s.charCodeAt(0)) && JOINT.test(`${s}　　`));
const beginsJoint = charSet('把将以由对面针应向在从集为变让使按通围聚坚包要必需着切充进正');

/** 当好宣传员, 当好调解员 → 宣传员, 调解员: members that name things are not what is done with them. */
export function withoutVerbs(list: readonly string[]): string[] {
  const ends = list.map((s) => endOfVerb(s, 0));
  const whole = ends.every((end, i) => end > 0 && end <= list[i]!.length - 2);
  // 学习阵地、服务阵地: what is left must still tell them apart.
  const apart = whole && new Set(list.map((s, i) => s.slice(ends[i]!))).size === list.length;
  return apart ? list.map((s, i) => s.slice(ends[i]!)) : [...list];
}

/** 守住红线, 守住底线 → 红线, 底线: the verb that all members begin with, where what is left tells them apart. */
export function withoutSameVerb(list: readonly string[]): string[] {
  const [first = ''] = list;
  const end = endOfVerb(first, 0);
  const verb = first.slice(0, Math.max(0, end));
  const same = end > 1 && list.every((s) => s.startsWith(verb) && s.length >= end + 2);
  return same && new Set(list.map((s) => s.slice(end))).size === list.length
    ? list.map((s) => s.slice(end))
    : [...list];
}

/** 引进|百亿项目1个、五十亿项目2个: a verb that only the first begins with governs them all. */
export function ledBy(list: readonly string[]): string[] {
  const [first = '', ...others] = list;
  if (others.some(governs)) return [...list];
  const cut = withoutGovernor(list);
  const end = endOfVerb(first, 0);
  // As long as the others with its verb, without it too.
  const least = Math.min(...others.map((s) => s.length));
  return cut[0] === first && end > 0 && others.length > 1 && first.length - end >= least
    ? [first.slice(end), ...others]
    : cut;
}
