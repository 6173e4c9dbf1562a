/**
 * Numbers that count with a word of their own: 第一招： 第一件事, 做法一： 一练“说”的功. Markers only where the same word is counted on.
 *
 * Wrong case: a row of which one number alone is left is lost.
 */
import { hanziValue, type Marker, type MarkerStyle } from '../../../../text/markers.ts';
import type { Line } from './item.ts';

/** What is counted: 第一<招>, <做法>一, 一<练>. */
interface Counted extends Marker {
  word: string;
}

const H = '[一二三四五六七八九十]{1,2}';
/** 第一季度, 第一书记, 第一党支部: what has a number for its name. */
const NAMED =
  /^(?:[年月天日周线]|季度?|学?[期年]|党?(?:[支总]|小组)|小?组|产业|书记|名|[批届次轮位代排连队期胎类]|[条款项]|人民?|时间|方阵|梯队|中学|小学|医院)/;
/** The words that number a section by themselves: markers as such. */
const SECTION = /^(?:[章节编条篇讲课]|部分|单元)/;
const ORDINAL = new RegExp(`第(${H})([一-鿿]{1,5}?)(?:(?=[：:，,])|[ 　]{1,2}(?=[一-鿿“])|是(?=[一-鿿“]))`, 'y');
/** 第三 真刀真枪地“管”: a space for the comma. */
const SPACED = new RegExp(`第(${H})[ 　]{1,2}(?=[一-鿿“])`, 'y');
/** 做法一：, 启示之一：, 问题1：. */
const BEHIND = new RegExp(`([一-鿿]{2,4})(${H}|[0-9]{1,2})(?=[：:])`, 'y');
/** What stands apart from the text, or in a table, is no outline. */
const APART = /^(?:附[件表录]?|[图表例注]|脚注|方程|公式|[一-鿿]*(?:楼|号|站|栋|区|组|班|单元|[0-9]))$/;
/** 一查, 二看: verbs that a row may be counted with; 是, 要, 靠, 抓 are markers as such. */
const VERB = new RegExp(
  `(${H})([查看学练比讲评改建选育管用聚亮晒带帮创争做问访听防控治督考推促强补转联送护守读谈找差缺怕盼忧戒破立引树则])[,，]?(?=[一-鿿“])`,
  'y',
);
/** 1是管书记。: a digit for 一. */
const DIGIT = /([1-9])(是|要)(?=[一-鿿“])/y;

const read = (form: RegExp, text: string, at: number): RegExpExecArray | null => {
  form.lastIndex = at;
  return form.exec(text);
};

const ordinalOf = (s: string): number => (/[0-9]/.test(s) ? Number(s) : hanziValue(s));

function marker(text: string, at: number, style: MarkerStyle, number: string, counts: [string, string], line: boolean) {
  const end = at + number.length;
  let body = end;
  while (body < text.length && ' 　:：,，'.includes(text[body]!)) body++;
  const [digits, word] = counts;
  return { start: at, end, body, number, style, value: ordinalOf(digits), unit: word, depth: 1, line, word };
}

/** The number that begins at `at`, if one does. */
function countedAt(text: string, at: number, line: boolean): Counted | null {
  const first = text[at]!;
  if (first === '第') {
    const m = read(ORDINAL, text, at);
    if (m && !NAMED.test(m[2]!) && !SECTION.test(m[2]!)) {
      // 第一支是教学队伍,… inside a paragraph tells of something.
      const copula = m[0].endsWith('是');
      return copula && !line ? null : marker(text, at, 'ordinal', m[0].trimEnd(), [m[1]!, m[2]!], line);
    }
    const spaced = line && read(SPACED, text, at);
    return spaced ? marker(text, at, 'ordinal', spaced[0].trimEnd(), [spaced[1]!, ''], line) : null;
  }
  const verb = read(VERB, text, at);
  if (verb) return marker(text, at, 'shi', verb[1]! + verb[2]!, [verb[1]!, verb[2]!], line);
  const digit = line ? read(DIGIT, text, at) : null;
  if (digit) return marker(text, at, 'shi', digit[0], [digit[1]!, digit[2]!], line);
  const behind = read(BEHIND, text, at);
  if (!behind || APART.test(behind[1]!)) return null;
  return marker(text, at, 'ordinal', behind[0], [behind[2]!, behind[1]!], line);
}

/** Where a sentence may begin inside a line. */
const BEGINS = /[。；;！!？?](?=[一-鿿])/g;

/** All such numbers, whether they are counted on or not. */
function candidates(text: string, lines: readonly Line[]): Counted[] {
  const found: Counted[] = [];
  // One scan over all lines: one that starts anew at each line runs on through the text where stops are rare.
  BEGINS.lastIndex = 0;
  let next = BEGINS.exec(text);
  for (const { start, end } of lines) {
    const own = countedAt(text, start, true);
    if (own && own.body < end) found.push(own);
    for (; next && next.index < end - 1; next = BEGINS.exec(text)) {
      if (next.index < start) continue;
      const inner = countedAt(text, next.index + 1, false);
      if (inner && inner.body < end) found.push(inner);
    }
  }
  return found;
}

/** The numbers of rows: the same word with the next number, or with the one before; those without a word need other fellows. */
export function countedMarkers(text: string, lines: readonly Line[]): Marker[] {
  const byWord = new Map<string, Counted[]>();
  for (const c of candidates(text, lines)) {
    const key = `${c.style}${c.word}`;
    const row = byWord.get(key);
    if (row) row.push(c);
    else byWord.set(key, [c]);
  }
  const kept = [...byWord.values()].flatMap((row) =>
    row.filter((c, i) => !c.word || goesOn(c, row[i + 1]) || goesOn(row[i - 1], c)),
  );
  return kept.sort((a, b) => a.start - b.start);
}

const goesOn = (a: Counted | undefined, b: Counted | undefined): boolean =>
  a !== undefined && b !== undefined && b.value === a.value + 1;
