import { charSet } from '../../text/char-set.ts';
import type { Edit } from '../../text/edits.ts';
import { tablesOf } from '../../text/table-rows.ts';
import { utf16 } from '../../text/utf16.ts';

const RULE = 'normalise/space';

/** Line ends of other systems and Unicode's own separators. */
const BREAK = /\r\n?|[\u2028\u2029\v\f]/g;
/** White space that these are made of. */
export const isSpace = charSet(
  ' \n\t\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u1680',
);

export function findBreaks(text: string): Edit[] {
  return [...text.matchAll(BREAK)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    insert: '\n',
    rule: RULE,
  }));
}

/**
 * One line break between paragraphs, no indents, no blank lines, one space where there were more, none at either end. Between the
 * cells of a row of a table its tabs stay, also those of empty cells.
 */
export function findSpace(text: string): Edit[] {
  const units = utf16(text);
  const rows = tablesOf(text).flat();
  let row = 0;
  const edits: Edit[] = [];
  for (let start = nextSpace(units, 0); start < units.length; start = nextSpace(units, start)) {
    let i = start;
    let breaks = false;
    for (; i < units.length && isSpace(units[i]!); i++) breaks ||= units[i] === 0x0a;
    while (row < rows.length && rows[row]!.end <= start) row++;
    const borders = row < rows.length && rows[row]!.start < i && i < rows[row]!.end ? tabsIn(text, start, i) : '';
    const insert =
      start === 0 || i === units.length
        ? ''
        : breaks
          ? `\n${borders}`
          : borders || between(units[start - 1]!, units[i]!);
    if (i - start > insert.length || !text.startsWith(insert, start)) edits.push({ start, end: i, insert, rule: RULE });
    start = i;
  }
  return edits;
}

/** The tabs of a run of white space behind its last line break. */
function tabsIn(text: string, start: number, end: number): string {
  const run = text.slice(start, end);
  return run.slice(run.lastIndexOf('\n') + 1).replace(/[^\t]+/gu, '');
}

/**
 * The first white space at or after `from`, or the end. A function of its own: one loop over a whole text that does more is called
 * too seldom to be compiled well, and takes ten times as long.
 */
function nextSpace(units: Uint16Array, from: number): number {
  let i = from;
  for (; i < units.length; i++) {
    const unit = units[i]!;
    if (unit <= 0x3000 && (unit <= 0x20 || unit >= 0xa0) && isSpace(unit)) break;
  }
  return i;
}

/** Whether a unit is Chinese punctuation, beside which no space stands. */
export const isMark = charSet('，。、；：！？（）《》〈〉【】“”‘’「」『』〔〕…—');

/** No space beside Chinese punctuation; one elsewhere: 主席 令, ChatGPT 回答. */
function between(before: number, after: number): string {
  return isMark(before) || isMark(after) ? '' : ' ';
}

/** Units that a figure may be cut from by a space. Not 人 时 分 日, which begin words that may follow a date (人民网, 时政, 日报). */
const UNIT = '(?:年|月|个|名|项|件|户|万|亿|元|余|次|倍|届|号(?![码称召角])|[%％‰℃])';
const CUT = new RegExp(
  [
    String.raw`(?<=[0-9]) +\. *(?=[0-9])`, // 12 . 5
    String.raw`(?<=\p{Script=Han} ?[0-9]{1,6}\.) +(?=[0-9]{1,4} ?[%％‰])`, // 增长12. 5%, not 1. 5%的人 at the start of a line
    '(?<=[0-9]) +(?=[%％‰])', // 5 %
    `(?<=(?<![-:/.0-9])[0-9]{1,12}) (?=${UNIT})`, // 100 余名
    String.raw`(?<=\p{Script=Han}) (?=[0-9]{1,12}(?:\.[0-9]{1,6})? ?(?:个|名|项|件|户|万|亿|元|余|次|倍|号(?![码称召角])|[%％‰℃]))`,
    // 共 100 名 above; 第 3 条, an ordinal, is one word too
    '(?<=第) (?=[0-9])|(?<=第 ?[0-9]{1,4}) (?=[条章节款项组届期批号页名次位篇])',
    '(?<=[0-9]年) (?=[0-9]{1,2} ?月)|(?<=月) (?=[0-9]{1,2} ?日)|(?<=月 ?[0-9]{1,2}) (?=日(?!报))',
  ].join('|'),
  'uy',
);
/** 2 0 1 6 年: digits spaced out one by one, with a unit behind them. */
const SPACED = /(?<![0-9.] ?)[0-9](?: [0-9])+(?= ?(?:年|月|日(?!报)|个|名|项|件|户|万|亿|元|余|次|[%％‰℃]))/gu;
/** 通 知: a title spaced out character by character, alone on its line. */
const TITLE = /^\p{Script=Han}(?: \p{Script=Han}){1,30}$/gmu;

/** 关于某某的 通 知, 灌区管护 实 用 手 册: the end of a title spaced out in the same way. */
const TITLE_END =
  /(?<=\p{Script=Han}{3,60} )(?:\p{Script=Han}(?: \p{Script=Han}){1,8} [册知见告案法结定话点划报复要则书度例程章单]|通 知|意 见|报 告|方 案|办 法|总 结|决 定|讲 话|规 定|要 点|计 划|公 告|通 报|批 复|纪 要|手 册|细 则)$/gmu;

/** Whether the space between two units may cut a figure, or a title spaced out character by character. */
export function mayCut(beforeThat: number, before: number, after: number): boolean {
  return isDigit(before) || isDigit(after) || before === 0x2e || opensLine(beforeThat) || isLow(before);
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** A line break of any kind, what stands before the text, or another space: 通 知. */
function opensLine(unit: number): boolean {
  return !(unit > 0x0d) || unit === 0x20 || unit === 0x2028 || unit === 0x2029;
}

/** The second half of a character beyond the basic plane. */
function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** Figures and titles that spaces cut. Runs on text whose white space is in order. */
export function findCuts(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (!mayCut(text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at + 1))) continue;
    const start = text.lastIndexOf('\n', at) + 1;
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    cutsInLine(text.slice(start, end), start, edits);
    at = end;
  }
  return edits;
}

function cutsInLine(line: string, at: number, edits: Edit[]): void {
  const own: Edit[] = [];
  for (const re of [SPACED, TITLE, TITLE_END])
    for (const { 0: run, index } of line.matchAll(re))
      for (let i = 0; i < run.length; i++)
        if (run[i] === ' ') own.push({ start: at + index + i, end: at + index + i + 1, insert: '', rule: RULE });
  // All that it matches begins with a space: tried at every character, its alternatives take most of the time of clean text.
  for (let index = line.indexOf(' '); index >= 0; ) {
    CUT.lastIndex = index;
    const run = CUT.exec(line)?.[0] ?? '';
    const insert = run.includes('.') ? '.' : '';
    if (run) own.push({ start: at + index, end: at + index + run.length, insert, rule: RULE });
    index = line.indexOf(' ', index + Math.max(1, run.length));
  }
  own.sort((x, y) => x.start - y.start || x.end - y.end);
  let free = 0;
  for (const e of own)
    if (e.start >= free) {
      edits.push(e);
      free = e.end;
    }
}
