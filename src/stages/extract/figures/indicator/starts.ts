/** The left edge of what a figure counts once more: what numbers and fixed words cut off, and what only leads up to a name. */
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';

/** 建设|“红色驿站”: what is done with what has a name. */
const DONE = /^(?:建设|打造|创建|建成|建立|设立|开办|开设|推行|实施|新建|组建|办起|建起)(?=[“"])/u;
/** 2.3|万户|茶农户均增收: what is left of the number before; 万人评议活动 has none. */
const OF_NUMBER = /^[万亿]余?多?(?:人次|[户名人个家亩元吨件])(?=\p{Script=Han}{3})/u;
/** 每半年|评比. */
const PERIOD = /^每(?:半年|季度|个?月|[一两三]?年|周)(?=\p{Script=Han}{2})/u;
/** 选优配|强书记: the other half of a verb. */
const HALF = /^强(?=书记|班子|干部|队伍|主任|支书)/u;
/** 排名靠前的村各|奖励: what each of them gets. */
const EACH = /^\p{Script=Han}{2,14}各(?=(?:奖励|补助|奖补|给予|扣分?|加分?)$)/u;
/** 标准化方面，制定23项|标准: in what respect is no name; what is counted stands behind. */
const RESPECT = /方面$/u;
const BEHIND = /^(?:[0-9]+[项个类条])?(\p{Script=Han}{2,8})(?=$|[、，,和与及])/u;

/** Fixed words that look like a number or a preposition in front of a name: 中央八项|规定精神, 县级依|申请, 亿元|GDP, 亿元以上|项目. */
const JOINED: readonly (readonly [begins: RegExp, front: RegExp])[] = [
  [/^规定/u, /(?:违反)?(?:中央)?八项$/u],
  [/^申请/u, /(?:[省市县区]级)?依$/u],
  [/^(?:\p{Script=Han}{0,4})(?:项目|企业|产业)/u, /[十百千]?[万亿]元以上的?$/u],
  [/^(?:GDP|地区生产总值)/u, /亿元$/u],
];

/** @param name as it was found */
export function begun(name: string, c: Candidate, s: Surroundings): string {
  if (RESPECT.test(name)) return BEHIND.exec(s.tail)?.[1] ?? name;
  for (const [begins, front] of JOINED) {
    const at = begins.test(name) ? s.clause.lastIndexOf(name) : -1;
    const whole = at > 0 ? front.exec(s.clause.slice(0, at))?.[0] : undefined;
    if (whole) return whole + name;
  }
  const counted = /[0-9][万亿]/u.test(s.clause) ? name.replace(OF_NUMBER, '') : name;
  const own = counted.replace(DONE, '').replace(EACH, '');
  if (c.kind === 'event') return own.replace(PERIOD, '');
  return s.clause.includes(`配${own}`) ? own.replace(HALF, '') : own;
}
