import type { Bare } from './unquoted.ts';

/** 线线有党员、站站有堡垒: two clauses that each begin with a doubled word. */
const DOUBLED =
  /(?<=^|[，,。；;：:\n到现保让使动以成])(\p{Script=Han})\1有\p{Script=Han}{2,3}[、，,](\p{Script=Han})\2有\p{Script=Han}{2,3}(?=[，,。；;、\n]|的|$)/gu;
/** 小事不出组、大事不出村、矛盾不上交: clauses of one length with 不 in one place. */
const NOT_OUT =
  /(?<=^|[，,。；;：:\n到现保让使动以成])(?:\p{Script=Han}{2}不[出过上离隔]\p{Script=Han}{1,2}[、，,]){1,3}\p{Script=Han}{2}不[出过上离隔]\p{Script=Han}{1,2}(?=[，,。；;\n”]|的|$)/gu;
/** 接诊有温度、处置有尺度、收费有准度: three and more that have a degree of something. */
const DEGREES =
  /(?<=^|[，,。；;：:\n到现保让使动以成])(?:\p{Script=Han}{2}有\p{Script=Han}度[、，,]){2,4}\p{Script=Han}{2}有\p{Script=Han}度(?=[，,。；;\n]|的|$)/gu;
/** 坚持工作方针：控制总量、优化结构、提高质量。 */
const PRINCIPLE =
  /(?<=(?:方针|口号|宗旨|理念|校训|院训)(?:是|为)?[：:])(?:\p{Script=Han}{4}[、，,]){1,5}\p{Script=Han}{4}(?=[。；;\n]|$)/gu;

/** 围绕项目抓党建、抓好党建促项目: the second clause goes back the way of the first. */
const RETURN =
  /(?<=^|[，,。；;：:\n持到现以])围绕(\p{Script=Han}{2,4})抓(\p{Script=Han}{2,3})[、，,]抓[好实]?\2(?:促进?|强|推)\1(?=[，,。；;\n”]|的|$)/gu;

const FORMS = [DOUBLED, NOT_OUT, DEGREES, PRINCIPLE, RETURN];

const even = (s: string): boolean => new Set(s.split(/[、，,]/u).map((c) => c.length)).size === 1;

/** Watchwords without quotation marks, where their form leaves no doubt; in the order of the text. */
export function findWatchwords(text: string): Bare[] {
  const out: Bare[] = [];
  for (const form of FORMS)
    for (const m of text.matchAll(form))
      if (form === RETURN || even(m[0]))
        out.push({
          text: m[0],
          start: m.index,
          end: m.index + m[0].length,
          kind: 'motto',
          rule: 'motto/unquoted',
          listed: false,
        });
  return out.sort((a, b) => a.start - b.start);
}
