/** The right edge of what a figure counts, once it is found: what is no part of its name is left out. */
import { oneOf } from '../../../../text/ending.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';

/** 思想状况|进行教育: what is done about it. */
const DONE = /(?<=.{2})进行\p{Script=Han}{2,4}$/u;
/** 除日常工作|外（权重70%）: what is left out is what weighs. */
const BESIDES = /(?<=.{2})(?:之|以)?外$/u;
/** 每年一次的林区工作会议|制度: what comes again is the meeting. */
const HELD = /(?<=会议|例会|大会|活动日?|党日)制度$/u;
/** 走进2万多户居民|家中: where they are. */
const HOME = /(?<=.{2})家[中里]$/u;

/** Those whom a bare number counts, with those they are named after: 5万|员工, 53万|受灾群众. */
const PEOPLE = /^(?:\p{Script=Han}{0,4}?)(?:员工|职工|群众|居民|村民|市民|农民|牧民|师生|学生|百姓|党员|干部|干群)/u;
/** What goes on behind them and is not counted: 员工|和事业, 群众|基本生活需求. */
const MORE =
  /^(?:[、和与及]|以及|的|基本|生活|日常)(?!\p{Script=Han}{0,6}(?:群众|居民|员工|职工|学生|党员|干部|家属|代表))/u;
const BARE = oneOf('none');
/** 员工队伍|、机构网点: what nobody counts by heads. */
const HEADS = oneOf('名 位');
const JOINED =
  /^(\p{Script=Han}{2,8}(?:队伍|员工|职工|群众|居民|党员|干部))[、和与及]\p{Script=Han}{0,6}(?:机构|网点|站点|单位|组织|部门|场所|企业|设施|事业)(?!\p{Script=Han}{0,6}(?:负责人|人员|代表|干部|职工|成员)$)/u;

/** @param name as it was found; what is left of it says the same of less */
export function ended(name: string, c: Candidate, s: Surroundings): string {
  if (c.kind === 'event') return name.replace(DONE, '').replace(HELD, '');
  if (c.unit === '户') return name.replace(HOME, '');
  if (c.kind === 'percent')
    return s.clause.includes('除') || s.sentence.includes('除') ? name.replace(BESIDES, '') : name;
  if (HEADS.test(c.unit)) return JOINED.exec(name)?.[1] ?? name;
  const people = BARE.test(c.kind) ? PEOPLE.exec(name)?.[0] : undefined;
  return people && MORE.test(name.slice(people.length)) ? people : name;
}
