import { headingEnd } from './heading.ts';
import { type Item, type ItemStyle, type Line, skipDash } from './item.ts';
import { alike, pattern } from './shape.ts';
import { type Stacks, stacksOf } from './stacks.ts';

/** Short lines that head a section in this genre whatever stands around them. */
const SECTION =
  /^(?:(?:主要|具体|基本|创新|工作)?(?:做法|措施|举措|成效|成果|经验|启示|问题|不足|原因|建议|对策|思考|打算|目标|任务|原则|要求|背景|概况|情况)(?:[及和与](?:其)?(?:主要|具体|基本)?(?:做法|措施|举措|成效|成果|经验|启示|原因|动因|起因|缘由|意义|建议|对策|分析|打算))?|(?:案例|项目|活动|工作|背景|经验|实践|问题|原因|总体|指导|基本|组织|保障|下步|下一步)(?:背景|概述|简介|概况|情况|成效|启示|做法|目标|要求|思想|原则|保障|措施|打算|分析|探索|点评|思路|计划|安排)|(?:存在|面临)的?(?:主要|突出)?(?:问题|困难|不足)(?:[及和与]原因(?:分析)?)?|取得的?(?:主要|初步|明显)?(?:成效|成绩|成果|效果)|(?:几点|对策|意见|工作)?(?:建议|启示|体会|思考)|结语|引言|前言|(?:我们)?(?:为什么|怎么|如何)[干办做抓建管改]|[干办做抓建管改]得(?:怎么样|怎样|如何))$/;

/** Sections of a report to an assembly and of a plan: 今年重点工作, 今后五年奋斗目标, 2024年工作回顾. */
const PERIOD =
  /^(?:(?:[0-9]{4}|[0-9Xx×]{2,4})年(?:度)?|今年(?:以来)?|[一两三五近]年来|明年|本年度|下年度|下半年|上半年|今后[一-鿿]{0,3}年?|未来[一-鿿]{1,3}年|过去[一-鿿]{1,3}年?|下一?步|下学[年期]|新学[年期]|新的?一年)(?:的|政府|经济社会发展的?|全县|全市|全区)?(?:总体|主要|重点|奋斗|预期|工作)?(?:目标|任务|工作|要求|思路|打算|安排|计划|重点|举措|回顾|总结|目标任务|工作任务|工作安排|工作打算|工作思路|工作重点|工作回顾|工作总结|工作计划|预期目标)(?:[和与及][一-鿿]{2,8})?$/;

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
const COLON = /^([^,，。;；:：、\s]{2,6})[:：][^。;；:：!！?？]{4,24}$/;
/** 时间:… 单位:… state something of the page. */
const FORM =
  /单位|时间|地点|来源|作者|编辑|标题|题目|主题|主持|记录|参加|出席|缺席|列席|姓名|性别|职务|电话|邮箱|地址|编号|文号|对象|范围|关键词|摘要|分类|责任|栏目|[问答记者注]$/;

/** Lines of the shape 聚心:… of which there is more than one, their names of one length. */
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
  return new Set([...byLength.values()].filter((rows) => rows.length >= 2).flat());
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
  const stacks = stacksOf(lines, taken, {
    kind: (row) => kindOf(text, lines, row),
    hasBody: (row) => hasBody(text, lines, row),
    holds: (row) => HOLDS.test(lineOf(text, lines, row)),
  });
  const [opening = lines.length] = firsts;
  let solid = attached.size;
  let started = false;
  lines.forEach((line, row) => {
    if (colon.has(row)) {
      rows.push(row);
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
    if (!known && !bareHeading(s)) return;
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
    const { end } = lines[row]!;
    const start = skipDash(text, lines[row]!);
    const item = unmarked('block', row, start, colon.has(row) ? headingEnd(text, start, end) : end, true);
    return { ...item, depth: depthOf(row, attached, stacks) };
  });
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

const isKnown = (s: string): boolean => SECTION.test(s) || PERIOD.test(s);

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
      return own && HANDED_ON.test(text.slice(start, end)) && !SECTION.test(text.slice(start, end)) ? [row] : [];
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
