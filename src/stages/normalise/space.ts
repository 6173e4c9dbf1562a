import type { Edit } from '../../text/edits.ts';

const RULE = 'normalise/space';

/** Line ends of other systems and Unicode's own separators. */
const BREAK = /\r\n?|[\u2028\u2029\v\f]/g;
/** Runs of white space, but for a line break alone inside the text. */
const RUN =
  /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\n]*|\n[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\n]+|^\n|\n$/g;

/** White space that these are made of. */
export function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x0a ||
    unit === 0x09 ||
    unit === 0x3000 ||
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x1680
  );
}

export function findBreaks(text: string): Edit[] {
  return [...text.matchAll(BREAK)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    insert: '\n',
    rule: RULE,
  }));
}

/** One line break between paragraphs, no indents, no blank lines, one space where there were more, none at either end. */
export function findSpace(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const end = index + run.length;
    const insert =
      index === 0 || end === text.length
        ? ''
        : run.includes('\n')
          ? '\n'
          : between(text.charCodeAt(index - 1), text.charCodeAt(end));
    if (insert !== run) edits.push({ start: index, end, insert, rule: RULE });
  }
  return edits;
}

const MARKS = '，。、；：！？（）《》〈〉【】“”‘’「」『』〔〕…—';

/** No space beside Chinese punctuation; one elsewhere: 主席 令, ChatGPT 回答. */
function between(before: number, after: number): string {
  return isMark(before) || isMark(after) ? '' : ' ';
}

/** Chinese punctuation, beside which no space stands. */
export function isMark(unit: number): boolean {
  return MARKS.includes(String.fromCharCode(unit));
}

/** Units that a figure may be cut from by a space. Not 人 时 分 日, which begin words that may follow a date (人民网, 时政, 日报). */
const UNIT = '(?:年|月|个|名|项|件|户|万|亿|元|余|次|[%％‰℃])';
const CUT = new RegExp(
  [
    String.raw`(?<=[0-9]) +\. *(?=[0-9])`, // 12 . 5
    String.raw`(?<=\p{Script=Han} ?[0-9]{1,6}\.) +(?=[0-9]{1,4} ?[%％‰])`, // 增长12. 5%, not 1. 5%的人 at the start of a line
    '(?<=[0-9]) +(?=[%％‰])', // 5 %
    `(?<=(?<![-:/.0-9])[0-9]{1,12}) (?=${UNIT})`, // 100 余名
    String.raw`(?<=\p{Script=Han}) (?=[0-9]{1,12}(?:\.[0-9]{1,6})? ?(?:个|名|项|件|户|万|亿|元|余|次|[%％‰℃]))`, // 共 100 名
    '(?<=[0-9]年) (?=[0-9]{1,2} ?月)|(?<=月) (?=[0-9]{1,2} ?日)|(?<=月 ?[0-9]{1,2}) (?=日(?!报))',
  ].join('|'),
  'gu',
);
/** 2 0 1 6 年: digits spaced out one by one, with a unit behind them. */
const SPACED = /(?<![0-9.] ?)[0-9](?: [0-9])+(?= ?(?:年|月|日(?!报)|个|名|项|件|户|万|亿|元|余|次|[%％‰℃]))/gu;
/** 通 知: a title spaced out character by character, alone on its line. */
const TITLE = /^\p{Script=Han}(?: \p{Script=Han}){1,30}$/gmu;

/** Figures and titles that spaces cut. Runs on text whose white space is in order. */
export function findCuts(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const re of [SPACED, TITLE])
    for (const { 0: run, index } of text.matchAll(re))
      for (let i = 0; i < run.length; i++)
        if (run[i] === ' ') edits.push({ start: index + i, end: index + i + 1, insert: '', rule: RULE });
  for (const { 0: run, index } of text.matchAll(CUT)) {
    const insert = run.includes('.') ? '.' : '';
    edits.push({ start: index, end: index + run.length, insert, rule: RULE });
  }
  edits.sort((x, y) => x.start - y.start || x.end - y.end);
  return edits.filter((e, i) => !i || e.start >= edits[i - 1]!.end);
}
