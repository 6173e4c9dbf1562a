import { headingEnd } from './heading.ts';
import { type Item, type ItemStyle, type Line, skipDash } from './item.ts';
import { alike, pattern } from './shape.ts';
import { type Stacks, stacksOf } from './stacks.ts';
import { formTitles, isKnown, markedTitle, type Title } from './titles.ts';

const TERMINAL = /[。；;，,、：:！!？?…]$/;
/** Dates, bylines, salutations, signatures, notes: short lines that head nothing. */
const NO_HEADING =
  /^(?:[(（【[].*[)）】\]]$|[0-9〇○二]{4}年|第[一二三四五六七八九十0-9]+[篇页期]|附件?[:：0-9一二三四五六七八九十]|来源|作者|编辑|记者|责任编辑|关键词|摘要|此复|特此|[0-9.,%\s]+$)|同志们|[:：]|(?:记者|通讯员|供稿|摄影?)\s|(?:[0-9〇○]|[一二三四五六七八九十])[月日]$|[0-9〇○二]{4}年$|报告人|图[为:：一二三四0-9]|资料图|相关链接|延伸阅读|https?|www/;
const ORGAN = /(?:委员会|办公室|人民政府|党委|党组|工委|局|厅|部|中心|学院|大学|公司|总支|支部|处|科)$/;

/** A sentence, however short: the headline is over. */
const SENTENCE = /[。！!；;：:]$/;

const HEADING_MAX = 34;
/** A paragraph, not another short line (a table exploded one cell a line, a list of names). */
const BODY_MIN = 30;

/** Names and bylines: a row of two- to four-character words (南平 黄某 叶某某). */
function isNames(s: string): boolean {
  const words = s.split(/[\s　、]+/);
  return words.length > 1 && words.every((w) => w.length <= 4);
}

/** 聚心:把话说到明处 heads a section where another line of the same shape does too. */
const COLON = /^([^,，。;；:：、\s]{2,8})[:：][^。;；:：!！?？]{3,24}$/;
/** 时间:… 单位:… state something of the page. */
const FORM =
  /单位|时间|地点|来源|作者|编辑|标题|题目|主题|主持|记录|参加|出席|缺席|列席|姓名|性别|职务|电话|邮箱|地址|编号|文号|对象|范围|关键词|摘要|分类|责任|栏目|[问答记者注]$/;

/** So many of them need no names of one length. */
const COLONS = 3;

/** Lines of the shape 聚心:… of which there are two with names of one length, or three. */
function colonRows(text: string, lines: readonly Line[], taken: ReadonlySet<number>): Set<number> {
  const byLength = new Map<number, number[]>();
  lines.forEach(({ start, end }, row) => {
    const next = lines[row + 1];
    if (end - start > HEADING_MAX || taken.has(row) || !next || !SENTENCE.test(text[next.end - 1]!)) return;
    const name = COLON.exec(text.slice(start, end))?.[1];
    if (!name || FORM.test(name)) return;
    const alike = byLength.get(name.length);
    if (alike) alike.push(row);
    else byLength.set(name.length, [row]);
  });
  const all = [...byLength.values()];
  return new Set(all.flat().length >= COLONS ? all.flat() : all.filter((rows) => rows.length >= 2).flat());
}

function bareHeading(s: string): boolean {
  return s.length <= HEADING_MAX && s.length >= 4 && !TERMINAL.test(s) && !NO_HEADING.test(s) && !isNames(s);
}

/**
 * Short lines that stand alone and head what follows (主要做法).
 *
 * A line is one when it is a usual section title, or when at least two lines of the text look so; either way a paragraph
 * or a numbered item must follow. The lines before the first paragraph are the headline, not a heading.
 *
 * @param taken rows that begin with a marker
 * @param firsts those of them that begin a row of numbers
 */
export function blockItems(
  text: string,
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  firsts: ReadonlySet<number>,
  title: string | null,
): Item[] {
  const rows: number[] = [];
  const early: number[] = [];
  const colon = colonRows(text, lines, taken);
  const attached = attachedRows(text, lines, taken, title);
  const titles = titlesOf(text, lines, taken);
  const stacks = stacksIn(text, lines, new Set([...taken, ...titles.keys()]));
  const [opening = lines.length] = firsts;
  const isBare = (row: number) => kindOf(text, lines, row) === 'bare';
  const loose = looseRows(lines, taken, firsts, isBare, (row) => SENTENCE.test(text[lines[row]!.end - 1]!));
  let solid = attached.size;
  let started = false;
  lines.forEach((line, row) => {
    if (colon.has(row) || titles.has(row)) {
      rows.push(row);
      if (titles.has(row)) solid++;
      started = true;
      return;
    }
    const from = skipDash(text, line);
    const s = text.slice(from, Math.min(line.end, from + HEADING_MAX + 1));
    if (s.length > HEADING_MAX || taken.has(row) || SENTENCE.test(s)) {
      started = true;
      return;
    }
    const known = isKnown(s);
    if (!known && (!bareHeading(s) || loose.has(row))) return;
    const over = firsts.has(row + 1);
    if (!known && title?.includes(s) && !attached.has(row) && !over && !(started && taken.has(row + 1))) return;
    const next = lines[row + 1];
    if (!next || !(taken.has(row + 1) || hasBody(text, lines, row) || known || stacks.heads.has(row))) return;
    if (!known && ORGAN.test(s) && (row + 2 >= lines.length || next.end - next.start < BODY_MIN)) return;
    (known || started || BULLET.test(text[line.start]!) ? rows : early).push(row);
    // What stands between two rows of numbers parts them.
    if (known || (over && row > opening)) solid++;
    started = true;
  });
  const likewise = (row: number) =>
    firsts.has(row + 1) &&
    rows.some((r) => firsts.has(r + 1) && alike(lineOf(text, lines, r), lineOf(text, lines, row)));
  rows.unshift(
    ...early.filter((row) => stacks.heads.has(row) || likewise(row) || matched(text, lines, row, rows, title)),
  );
  if (rows.length < 2 && !solid) return [];
  return rows.map((row) => {
    const named = titles.get(row);
    if (named) return unmarked('block', row, named.start, named.end, true);
    return { ...headOf(text, lines[row]!, row, colon.has(row)), depth: depthOf(row, attached, stacks) };
  });
}

/**
 * Short lines between two members of one row of numbers: a list without marks of its own (1. 建章立制 ⏎ 议事制度 ⏎ 公开制度 ⏎ 2. …)
 * right below a number that is all of its line, or of two lines and more. The last of them does not head what comes next. One line
 * does where the numbers run on below such lines (学习方面 ⏎ 1. … ⏎ 2. … ⏎ 服务方面 ⏎ 3. …).
 */
function looseRows(
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  firsts: ReadonlySet<number>,
  isBare: (row: number) => boolean,
  isSentence: (row: number) => boolean,
): Set<number> {
  const out = new Set<number>();
  let run: number[] = [];
  let below = false;
  let headed = false;
  lines.forEach(({ start, end }, row) => {
    if (taken.has(row)) {
      if (firsts.has(row)) headed = run.length > 0;
      if (!firsts.has(row) && (below || run.length > 1)) for (const r of run) out.add(r);
      run = [];
      below = !headed && end - start <= HEADING_MAX && !isSentence(row) && (firsts.has(row) || !taken.has(row - 1));
    } else if (isBare(row)) run.push(row);
    else {
      run = [];
      below = false;
    }
  });
  return out;
}

const stacksIn = (text: string, lines: readonly Line[], taken: ReadonlySet<number>): Stacks =>
  stacksOf(lines, taken, {
    kind: (row) => kindOf(text, lines, row),
    hasBody: (row) => hasBody(text, lines, row),
    holds: (row) => HOLDS.test(lineOf(text, lines, row)),
  });

/** The heading that is a line, or its beginning up to a colon. */
function headOf(text: string, line: Line, row: number, colon: boolean): Item {
  const start = skipDash(text, line);
  return unmarked('block', row, start, colon ? headingEnd(text, start, line.end) : line.end, true);
}

/** Titles in brackets or closed by a colon, by row. */
function titlesOf(text: string, lines: readonly Line[], taken: ReadonlySet<number>): Map<number, Title> {
  const titles = formTitles(text, lines, taken);
  lines.forEach((line, row) => {
    const own = taken.has(row) ? null : markedTitle(text, line);
    if (own) titles.set(row, own);
  });
  return titles;
}

/** 0 for the title of what is handed on, 1 for a section, 2 for a heading below one. */
function depthOf(row: number, attached: ReadonlySet<number>, stacks: Stacks): number {
  if (attached.has(row)) return 0;
  return stacks.below.has(row) ? 2 : 1;
}

/** What a headline never begins with; a dash may open its second line. */
const BULLET = /[●■█◆★▲•※]/;

/** Titles of sections that have parts as a rule; a background or a conclusion has none. */
const HOLDS = /(?:做法|措施|举措|回顾|盘点|工作(?:总结|情况)|成效|问题|建议|对策|启示|体会|打算)$/;

const lineOf = (text: string, lines: readonly Line[], row: number): string =>
  text.slice(lines[row]!.start, lines[row]!.end);

/** What a line may be to the headings around it: a usual section title, another heading, or neither. */
function kindOf(text: string, lines: readonly Line[], row: number): 'known' | 'bare' | null {
  const { end } = lines[row]!;
  const start = skipDash(text, lines[row]!);
  if (end - start > HEADING_MAX) return null;
  const s = text.slice(start, end);
  if (SENTENCE.test(s)) return null;
  return isKnown(s) ? 'known' : bareHeading(s) && !ORGAN.test(s) ? 'bare' : null;
}

/** 附件 or 附件1 alone in its line: the next line is the title of another text, above all that follows it. */
const ATTACHMENT = /^附[ 　]*件?[0-9一二三四五]?[:：]?$/;

/** What an order hands on or has added to it has a title of its own: 柳坪镇的做法, 试行情况说明. */
const HANDED_ON = /^[^,，。；;：:、!！?？]{2,26}(?:做法|经验|案例|事迹|纪实|情况说明|侧记)$/;
const HANDS_ON = /转发|印发|推广|(?:办法|规定|细则)(?:[（(]|$)/;

/** @param taken rows that begin with a marker: the order's own items end before what it hands on */
function attachedRows(text: string, lines: readonly Line[], taken: ReadonlySet<number>, title: string | null) {
  const handsOn = title !== null && HANDS_ON.test(title);
  const last = handsOn ? Math.min(...taken, lines.length) : lines.length;
  return new Set(
    lines.flatMap(({ start, end }, row) => {
      if (end - start < 6) return ATTACHMENT.test(text.slice(start, end)) ? [row + 1] : [];
      const own = row > last && end - start <= HEADING_MAX && !taken.has(row);
      return own && HANDED_ON.test(text.slice(start, end)) && !isKnown(text.slice(start, end)) ? [row] : [];
    }),
  );
}

/** A sentence that short leads in the paragraphs behind it (今年要打好三场硬仗。). */
const SHORT_BODY = 16;

/** Whether a paragraph follows, or a sentence that leads in one. */
function hasBody(text: string, lines: readonly Line[], row: number): boolean {
  const next = lines[row + 1]!;
  const length = next.end - next.start;
  return length >= BODY_MIN || (length >= SHORT_BODY && SENTENCE.test(text[next.end - 1]!));
}

/** Of two clauses each, and about as long. */
const APART_MAX = 4;

/**
 * Whether a short line before the first paragraph is the first of a row (荒坡变果园,村里有了聚宝盆 before 小钱变股金,…) and not
 * what is left of a headline: two later headings are built like it, or one that is as long and opens and ends alike.
 */
function matched(
  text: string,
  lines: readonly Line[],
  row: number,
  rows: readonly number[],
  title: string | null,
): boolean {
  const line = (r: number) => lineOf(text, lines, r);
  const clauses = (r: number) => line(r).split(/[,，]/);
  const own = clauses(row);
  const s = line(row);
  if (own.length === 1 && rows.some((r) => evenly(line(r), s))) return true;
  if (!title) return false;
  const fellows = rows.filter((r) => {
    const other = clauses(r);
    return other.length === own.length && Math.abs(other.join('').length - own.join('').length) <= APART_MAX;
  });
  return own.length > 1 && fellows.length > 1;
}

/** Two lines of one length that are built alike: the same beginning, or the same parts of speech. */
const evenly = (a: string, b: string): boolean =>
  a !== b && a.length === b.length && (alike(a, b) || a[0] === b[0] || pattern(a) === pattern(b));

/** An item without a number. */
export function unmarked(style: ItemStyle, row: number, start: number, end: number, line: boolean): Item {
  return {
    start,
    number: null,
    style,
    value: 0,
    unit: '',
    depth: 1,
    line,
    row,
    headStart: start,
    headEnd: end,
  };
}
