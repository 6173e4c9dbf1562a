import type { Edit } from '../../text/edits.ts';
import { isChinese } from '../../text/width.ts';

const RULE = 'normalise/punctuation';
const FULL: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）' };
/** Lines without any of these are passed over. */
const MARK = /[,;:?!()]/;

/** 一处:二处 and 10:30, 1,000, http://, a(b): only a mark that stands in Chinese text becomes Chinese. */
export function findPunctuation(text: string): Edit[] {
  const edits: Edit[] = [];
  const marks = new RegExp(MARK, 'g');
  for (let m = marks.exec(text); m; m = marks.exec(text)) {
    const stop = text.indexOf('\n', m.index);
    const end = stop < 0 ? text.length : stop;
    inLine(text, text.lastIndexOf('\n', m.index) + 1, end, edits);
    marks.lastIndex = end;
  }
  return edits.sort((x, y) => x.start - y.start);
}

function inLine(text: string, from: number, to: number, edits: Edit[]): void {
  /** Brackets that are not closed yet. */
  const open: number[] = [];
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x3f && unit !== 0xff08 && unit !== 0xff09) continue;
    if (unit === 0x28 || unit === 0xff08) open.push(index);
    else if (unit === 0x29 || unit === 0xff09) closeBracket(text, open.pop() ?? -1, index, edits);
    else if (MARK.test(text[index]!) && inChinese(text, index, edits.at(-1)?.end === index))
      edits.push({ start: index, end: index + 1, insert: FULL[text[index]!]!, rule: RULE });
  }
  for (const at of open) if (besideChinese(text, at)) bracket(text, at, edits);
}

/** Both brackets of a pair become Chinese if either stands beside Chinese text, or if there is some between them. */
function closeBracket(text: string, from: number, to: number, edits: Edit[]): void {
  if (text[to] !== ')' && text[from] !== '(') return;
  const chinese =
    edits.at(-1)?.end === to ||
    besideChinese(text, to) ||
    (from >= 0 && (besideChinese(text, from) || holdsChinese(text, from, to)));
  if (!chinese || (from > 0 && isOperand(text, from, to))) return;
  if (from >= 0) bracket(text, from, edits);
  bracket(text, to, edits);
}

/** i^(1/2)， v=(a+b)。 : part of a formula, whatever stands behind it. */
function isOperand(text: string, from: number, to: number): boolean {
  if (!'^*/+=×÷√'.includes(text[from - 1]!)) return false;
  for (let i = from + 1; i < to; i++) if (text.charCodeAt(i) >= 0x3000 || i > from + 40) return false;
  return true;
}

function bracket(text: string, index: number, edits: Edit[]): void {
  const insert = FULL[text[index]!];
  if (insert) edits.push({ start: index, end: index + 1, insert, rule: RULE });
}

function chineseAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && isChinese(text.charCodeAt(index));
}

function besideChinese(text: string, index: number): boolean {
  return chineseAt(text, index - 1) || chineseAt(text, index + 1);
}

/** Looks at most 40 units into a bracket: (2016), (GDP), (张三). */
function holdsChinese(text: string, from: number, to: number): boolean {
  for (let i = from + 1; i < to && i < from + 40; i++) if (isChinese(text.charCodeAt(i))) return true;
  return chineseAt(text, from - 1) || chineseAt(text, to + 1);
}

/**
 * Chinese before it (a mark that just became so, too; a space between does not count against it), or after it and no
 * Latin word before it.
 */
function inChinese(text: string, index: number, behindEdit: boolean): boolean {
  const before = text[index - 1] ?? '';
  const after = text[index + 1] ?? '';
  if (/[0-9]/.test(before) && /[0-9]/.test(after)) return false;
  if (text[index] === ':' && after === '/' && text[index + 2] === '/') return false;
  if (behindEdit || chineseAt(text, index - 1)) return true;
  if (before === ')' || before === '"' || before === '%' || /[0-9A-Za-z]/.test(before))
    return after === '' || after === '\n' ? chineseNear(text, index) : chineseAt(text, index + 1);
  return before === ' ' && chineseAt(text, index - 2);
}

/** At the end of a line what stands before in the line decides: 增长60%; */
function chineseNear(text: string, index: number): boolean {
  for (let i = index - 1; i >= 0 && i > index - 16 && text[i] !== '\n'; i--)
    if (isChinese(text.charCodeAt(i))) return true;
  return false;
}

/** Marks that came twice: ，， ，、 、、 ；； and a comma before a stronger mark. ！！ ？？ …… 。。。 are meant. */
const DOUBLED = /[，、][，、；。]+|；；+|：：+|(?<!。)。。(?!。)/g;

export function findDoubled(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: run, index } of text.matchAll(DOUBLED)) {
    const strong = /[。；]/.exec(run)?.[0] ?? run[0]!;
    edits.push({ start: index, end: index + run.length, insert: strong, rule: RULE, why: 'doubled' });
  }
  return edits;
}

const UNIT = '[万亿余多元人名户个件次吨亩米公斤千]';
/** A clock or a ratio (10：30, 1：2), and the comma of thousands before a unit (10，000元; not 100，200，300). */
const IN_FIGURE = new RegExp(
  `(?<=[0-9])：(?=[0-9])|(?<=(?<![0-9.]|[0-9][，,])[1-9][0-9]{0,2})，(?=[0-9]{3}(?:\\.[0-9]+)?${UNIT})`,
  'g',
);
/** 1，200，000元: of several groups one begins with 0, as no number of a list does. */
const MILLIONS = new RegExp(`(?<![0-9.，,])[1-9][0-9]{0,2}(?:，[0-9]{3}){2,4}(?=(?:\\.[0-9]+)?${UNIT})`, 'g');

/** Half-width inside figures. */
export function findInFigures(text: string): Edit[] {
  const edits: Edit[] = [];
  const marks = [...text.matchAll(IN_FIGURE)].map(({ 0: mark, index }) => ({ mark, index }));
  for (const { 0: figure, index } of text.matchAll(MILLIONS))
    if (figure.includes('，0'))
      for (let i = figure.indexOf('，'); i > 0; i = figure.indexOf('，', i + 1))
        marks.push({ mark: '，', index: index + i });
  marks.sort((a, b) => a.index - b.index);
  for (const { mark, index } of marks)
    edits.push({ start: index, end: index + 1, insert: mark === '：' ? ':' : ',', rule: RULE });
  return edits;
}
