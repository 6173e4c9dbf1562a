import { charSet } from '../../../../text/char-set.ts';
import { ending } from '../../../../text/ending.ts';
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

/** A form, and what stands in each of its matches, at every line: a mark that is soon found, and what stands around it. */
interface Form {
  re: RegExp;
  marks: readonly string[];
  may(text: string, at: number): boolean;
}

const isLeft = charSet('出过上离隔');
const endsPrinciple = ending(/(?:方针|口号|宗旨|理念|校训|院训)(?:是|为)?$/u);
const isPrinciple = (text: string, at: number): boolean => endsPrinciple.test(text.slice(Math.max(0, at - 3), at));
/** Characters beyond U+FFFF are two units. */
const isDoubled = (text: string, at: number): boolean =>
  at > 1 && (text[at - 1] === text[at - 2] || text[at - 1] === text[at - 3]);
const isDegree = (text: string, at: number): boolean => text[at + 2] === '度' || text[at + 3] === '度';

const FORMS: readonly Form[] = [
  { re: DOUBLED, marks: ['有'], may: isDoubled },
  { re: NOT_OUT, marks: ['不'], may: (text, at) => isLeft(text.charCodeAt(at + 1)) },
  { re: DEGREES, marks: ['有'], may: isDegree },
  { re: PRINCIPLE, marks: ['：', ':'], may: isPrinciple },
  { re: RETURN, marks: ['围绕'], may: () => true },
];

/** The matches of a form: looked for only in lines that have its mark, as few have. */
function* matches(text: string, { re, marks, may }: Form): Generator<{ text: string; start: number }> {
  const looked = new Set<number>();
  for (const mark of marks)
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (!may(text, at)) continue;
      const from = text.lastIndexOf('\n', at) + 1;
      const to = text.indexOf('\n', at);
      const line = text.slice(from, to < 0 ? text.length : to);
      if (!looked.has(from)) for (const m of line.matchAll(re)) yield { text: m[0], start: from + m.index };
      looked.add(from);
      at = from + line.length;
    }
}

const even = (s: string): boolean => new Set(s.split(/[、，,]/u).map((c) => c.length)).size === 1;

/** Watchwords without quotation marks, where their form leaves no doubt; in the order of the text. */
export function findWatchwords(text: string): Bare[] {
  const out: Bare[] = [];
  for (const form of FORMS)
    for (const m of matches(text, form))
      if (form.re === RETURN || even(m.text))
        out.push({ ...m, end: m.start + m.text.length, kind: 'motto', rule: 'motto/unquoted', listed: false });
  return out.sort((a, b) => a.start - b.start);
}
