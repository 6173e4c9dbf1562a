import { charSet } from '../../text/char-set.ts';
import type { Edit } from '../../text/edits.ts';
import { isInWord, segment } from '../../text/segment.ts';
import { columns } from '../../text/width.ts';
import { endsSentence, isChrome, isSalutation, isSignature, opensItem } from './shape.ts';

/** A line without its padding, and where it stands. */
interface Line {
  start: number;
  end: number;
  text: string;
}

/** How wide a line is: in columns, or where every character takes one cell, as papers set them, in cells. */
type Measure = (line: string) => number;
const cells: Measure = (line) => 2 * line.length;

/** The edge that lines were wrapped at; 0 for none. */
interface Wrap {
  at: number;
  measure: Measure;
}

/** Columns that a wrapped line may fall short by: punctuation must not open a line, nor an opening mark close one. */
export const WRAP_SLACK = 4;
/** Nobody wraps at more characters than this. */
const LONGEST_WRAP = 120;
/** Units on either side of a break within which a title's marks are looked for. */
const TITLE_REACH = 60;
const HAN_END = /\p{Script=Han}$/u;
const HAN_START = /^\p{Script=Han}/u;
/** No line begins with these: whatever stands before the break belongs with them. */
const cannotOpen = charSet('，。、；：！？”’）》】」』％%');
const cannotClose = charSet('“‘（《【「『');
const isComma = charSet('，、,');

/** The lines of a text that hold anything, without the white space around them. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length; ) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    const raw = text.slice(at, end);
    const trimmed = isPlain(text.charCodeAt(at)) && isPlain(text.charCodeAt(end - 1)) ? raw : raw.trim();
    if (trimmed) {
      const start = trimmed.length === raw.length ? at : at + raw.indexOf(trimmed);
      lines.push({ start, end: start + trimmed.length, text: trimmed });
    }
    at = end + 1;
  }
  return lines;
}

/** Surely no white space. */
function isPlain(unit: number): boolean {
  return (unit > 0x3000 && unit < 0xfe00) || (unit > 0x20 && unit < 0x7f);
}

/**
 * Hard wraps inside sentences are taken out (`normalise/join`), and breaks inside a word whose second half looks like a number:
 * 做法单⏎一、记录不全 (`normalise/heading`).
 *
 * Headings, items, page chrome, salutations and signatures keep their lines.
 */
export function findJoins(text: string): Edit[] {
  const lines = linesOf(text);
  const wrap = wrapOf(lines);
  const points = !STOPS.test(text);
  const edits: Edit[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const [a, b] = [lines[i]!, lines[i + 1]!];
    // Rows of a table.
    if (a.text.includes('\t') || b.text.includes('\t')) continue;
    const rule = breaksWord(lines, i)
      ? 'heading'
      : !isTitle(lines, i) &&
          (isWrapped(a.text, b.text, wrap) || cutsNumber(a.text, b.text, points, () => isFull(a.text, wrap)))
        ? 'join'
        : '';
    if (rule) edits.push({ start: a.end, end: b.start, insert: glue(a.text, b.text), rule: `normalise/${rule}` });
  }
  return edits;
}

/** Lines among which the title of a text stands. */
const TITLE_WITHIN = 6;
/** Kinds of documents, with which a title ends. Wrong case: an untitled text whose first line breaks off at one, with no mark before it. */
const TITLE =
  /^[^，。；：、！？]{8,60}(?:报告|总结|汇报|通知|意见|方案|办法|细则|条例|规划|要点|责任[状书]|承诺书|倡议书|通报|公告|通告|公报|纪要|讲话|纪实|的(?:思考|启示|体会|决定|规定|实践|做法|调查|调研|探索))$/u;

/** Whether a line is a title, however long it is: above the first sentence, and running text below it. */
function isTitle(lines: readonly Line[], i: number): boolean {
  if (i >= TITLE_WITHIN || !TITLE.test(lines[i]!.text)) return false;
  const below = lines[i + 1]!.text;
  return (
    /[，。；：、]/.test(below) &&
    !/^[和与及的》）、，]/.test(below) &&
    lines.slice(0, i).every((l) => !l.text.includes('。'))
  );
}

/** A full stop of one byte behind a word: then a point behind a number may be one, too. */
const STOPS = /\p{Script=Han}\.(?:\s|\p{Script=Han}|$)/u;
/** What stands behind a number and is a part of it. Days and years are none: a sentence may begin with them. */
const UNITS =
  '[%％‰万亿]|个百分点|[人名个户份条件项次元吨里亩家所处台辆期场篇岁倍座支村组套间株头只棵]|公[里顷斤]|平方|立方|小时|分钟|批';
/** 6人, 35%, of which the line above has the whole number and the point; 份, the unit of a number that ends the line above. */
const FRACTION = new RegExp(`^\\d{1,3}(?:${UNITS})`, 'u');
const UNIT = new RegExp(`^(?:${UNITS})`, 'u');
/** Running text that breaks off at a number: a comma stands before it, no point of an item. */
const AT_POINT = /[，；：。][^，；：。]{2,60}\d\.$/u;
const AT_NUMBER = /[，；。][^，；：。]{2,60}(?<![\d年月日第])\d{1,9}$/u;

/**
 * Whether the break cuts a number: 每户15.⏎6亩, 栽树127⏎6棵, 发放问卷1500⏎份. Nothing of a sentence begins with a unit.
 *
 * @param points whether a point behind a number can be no full stop
 * @param full whether the first line is as long as the page's lines are: else a line that ends in a number may be whole
 */
function cutsNumber(a: string, b: string, points: boolean, full: () => boolean): boolean {
  // Nearly no line ends so.
  if (!/[\d.]$/.test(a) || isChrome(a) || isSignature(a)) return false;
  if (points && AT_POINT.test(a)) return FRACTION.test(b);
  if (!AT_NUMBER.test(a)) return false;
  if (!full()) return false;
  if (FRACTION.test(b)) return true;
  const unit = UNIT.exec(b)?.[0];
  // 支部, 条件, 人民 are words of their own, and so is 件件.
  return (
    unit !== undefined && b[unit.length] !== unit && (!HAN_START.test(b) || segment(b.slice(0, 8))[0]!.text === unit)
  );
}

/** English words keep their space. */
function glue(a: string, b: string): string {
  return /[A-Za-z0-9,.]$/.test(a) && /^[A-Za-z]/.test(b) ? ' ' : '';
}

/** Whether a line is as long as those that were wrapped, or as two of them: a page number had stood between these. */
function isFull(line: string, { at, measure }: Wrap): boolean {
  if (!at) return false;
  const width = measure(line);
  return [1, 2].some((n) => width >= n * (at - WRAP_SLACK) && width <= n * (at + 1));
}

function isWrapped(a: string, b: string, wrap: Wrap): boolean {
  if (cannotOpen(b.charCodeAt(0))) return !/^[”’）》】]+$/.test(b) || !endsSentence(a);
  if (cannotClose(a.charCodeAt(a.length - 1)) || breaksTitle(a, b)) return true;
  const comma = isComma(a.charCodeAt(a.length - 1));
  const full = isFull(a, wrap);
  const linked = isLinked(a, b);
  // Most pairs of lines have nothing to be joined for: then what they are need not be asked.
  if (!comma && !full && !linked && !mayBeInWord(a, b)) return false;
  if (endsSentence(a) || opensItem(b) || isChrome(a) || isChrome(b) || isSalutation(a)) return false;
  if (comma) return continuesComma(a, b);
  if (isSignature(a) || isSignature(b)) return false;
  return full || linked || (splitsWord(a, b) && !isAboveText(a, b));
}

/** 问：某某 答：某某 主持人：某某: who speaks stands at the beginning of a line. */
const isSpeaker = (line: string): boolean => /^\p{Script=Han}{1,4}：/u.test(line);

/** ——记某镇农技员董青⏎石坪村的人…。: a subtitle ends with its line, whatever name it ends with, where a sentence stands below it. */
const isAboveText = (a: string, b: string): boolean =>
  /^(?:—{1,2}|-{2})/.test(a) && !/[，。；]/.test(a) && b.includes('。');

/** 《某县管理⏎办法》: the title of a document never runs over two paragraphs. */
function breaksTitle(a: string, b: string): boolean {
  const close = b.indexOf('》');
  if (close < 0 || close >= TITLE_REACH) return false;
  const open = b.indexOf('《');
  const tail = a.slice(-TITLE_REACH);
  return tail.lastIndexOf('《') > tail.lastIndexOf('》') && (open < 0 || close < open);
}

/** Words with which nothing ends: what they link is still to come. Not 通过 (审议通过), 这些 (就是这些). */
const LINKS = new Set(['和', '与', '及', '以及', '或', '或者', '一些', '某些', '对于', '关于', '由于', '把', '被']);
const endsLink = charSet('和与及或者些于由把被');

/**
 * Whether a sentence breaks off at a link (乡镇与部门的一些⏎矛盾, 水库和⏎渠道), or before 的, with which none begins. Only behind running
 * text: a headline may stop where it likes. 过得好一些 is whole.
 */
function isLinked(a: string, b: string): boolean {
  if (a.length < 20 || !HAN_START.test(b)) return false;
  const before = b.startsWith('的') && !/^的[确士卢黎]/.test(b);
  if (!before && !endsLink(a.charCodeAt(a.length - 1))) return false;
  if (!/[，。；：]/.test(a) || /[好多少大小高低快慢早晚强弱深]一些$/.test(a)) return false;
  return before ? HAN_END.test(a) : LINKS.has(lastWord(a.slice(-8)));
}

/** So many characters of a line come again in the one above only where that was lifted from it. */
const LIFTED = 12;

/**
 * A line that ends in a comma goes on. Short ones are left: verse (床前明月光，), couplets of one length, headlines in two lines that
 * a later stage wants to see apart.
 */
function continuesComma(a: string, b: string): boolean {
  // A lead lifted from the text and cut off at a comma: the next line begins with the same words.
  if (a.length < 12 || (b.length >= LIFTED && a.includes(b.slice(0, LIFTED)))) return false;
  const couplet = a.length < 24 && Math.abs(a.length - b.length) <= 1;
  return !couplet && /^[\p{Script=Han}“‘《（0-9A-Za-z]/u.test(b);
}

/**
 * The column a text was wrapped at, 0 if it was not: at least four lines that do not end a sentence stop close to the longest, most of
 * them have a comma or a full stop inside, and hardly any line is longer. A list of names has no such edge, a list of headlines no commas.
 */
function wrapOf(lines: readonly Line[]): Wrap {
  const at = edgeOf(lines, WIDE, columns) || narrowEdge(lines, columns);
  return at ? { at, measure: columns } : { at: narrowEdge(lines, cells), measure: cells };
}

/** Characters of the shortest line that a column is told by. */
const WIDE = 20;
/** The same where breaks cut words or part a mark from its word: verse and mottoes have lines of one length, but break between words. */
const NARROW = 13;
/** Lines at a narrow edge that must be there, how many of them are asked, and the share of breaks that cut a word. */
const NARROW_LINES = 6;
const ASKED = 200;
const CUT_WORDS = 0.15;

function narrowEdge(lines: readonly Line[], measure: Measure): number {
  const column = edgeOf(lines, NARROW, measure);
  if (!column) return 0;
  let full = 0;
  let cut = 0;
  for (let i = 0; i + 1 < lines.length && full < ASKED; i++) {
    const [a, b] = [lines[i]!.text, lines[i + 1]!.text];
    const width = measure(a);
    if (
      width < column - WRAP_SLACK ||
      width > column + 1 ||
      endsSentence(a) ||
      opensItem(b) ||
      isComma(a.charCodeAt(a.length - 1))
    )
      continue;
    full++;
    if (cannotOpen(b.charCodeAt(0)) || splitsWord(a, b)) cut++;
  }
  return full >= NARROW_LINES && cut >= Math.max(2, CUT_WORDS * full) ? column : 0;
}

/** The edge that lines of so many characters at least share; 0 where there is none. */
function edgeOf(lines: readonly Line[], least: number, measure: Measure): number {
  const count = new Map<number, number>();
  let all = 0;
  let flowing = 0;
  for (const { text } of lines) {
    if (text.length < least || text.length > 2 * LONGEST_WRAP || endsSentence(text)) continue;
    const width = measure(text);
    if (width < 2 * least || isChrome(text)) continue;
    count.set(width, (count.get(width) ?? 0) + 1);
    all++;
    if (/[，。；]/.test(text)) flowing++;
  }
  if (all < 4 || flowing < 0.5 * all) return 0;
  let best = 0;
  let most = 0;
  for (const width of count.keys()) {
    let near = 0;
    for (let w = width; w >= width - WRAP_SLACK; w--) near += count.get(w) ?? 0;
    if (near > most || (near === most && width > best)) [best, most] = [width, near];
  }
  const longer = lines.filter((l) => l.text.length > best / 2 && measure(l.text) > best + 2);
  // Two lines that a page number had stood between are one by now, one in 25 or so.
  const single = longer.filter((l) => measure(l.text) > 2 * best + 2).length;
  const few = single <= 0.05 * lines.length && longer.length <= 0.12 * lines.length;
  return most >= 4 && most >= 0.6 * all && few ? best : 0;
}

/** Whether the characters on both sides of a break stand side by side in any word. */
function mayBeInWord(a: string, b: string): boolean {
  return a.length >= 12 && b.length >= 6 && isInWord(a.charCodeAt(a.length - 1), b.charCodeAt(0));
}

/** Words of one character that sentences begin with. */
const OPENS =
  /^[将把在为对以从与和及由被向让使按经据就才又也都不是有要能可会并但而或如若因所其该此这那本各每全共已正曾仍还再更最很]/u;

/** Whether a line break cuts a word in two: 党员教⏎育 . Both halves must be orphans on their own side. */
export function splitsWord(a: string, b: string): boolean {
  if (!mayBeInWord(a, b) || !HAN_END.test(a) || !HAN_START.test(b) || isSpeaker(b)) return false;
  const tail = a.slice(-8);
  const head = b.slice(0, 8);
  const across = segment(tail + head).find((w) => w.start < tail.length && w.end > tail.length);
  if (!across) return false;
  // x: made up by the segmenter; nr: a name, which any two characters may be.
  if (across.tag === 'x' || across.tag.startsWith('nr')) return false;
  const left = tail.length - across.start;
  const right = across.end - tail.length;
  // 上门⏎将城区 holds 门将; but 将 alone opens a sentence, and is no orphan.
  const opens = right === 1 && OPENS.test(head);
  const orphan = lastWord(tail).length === left || (!opens && segment(head)[0]!.text.length === right);
  return orphan && left + right <= 4 && Math.min(left, right) === 1;
}

/** The last word of a text that the dictionary knows: made-up words (法单) do not count. */
function lastWord(text: string): string {
  const last = segment(text).at(-1)!;
  return last.tag === 'x' ? last.text.at(-1)! : last.text;
}

// --- false headings

/** Words that end in a numeral, by what stands before the numeral. Alone at the end of a line these are half a word. */
const HALVES = new Set([
  '单',
  '统',
  '唯',
  '惟',
  '之',
  '第',
  '同',
  '万',
  '逐',
  '专',
  '如',
  '合',
  '归',
  '划',
  '其',
  '不',
  '整齐划',
  '始终如',
  '表里如',
  '言行合',
]);
/** These are never a word of their own at the end of a line, so the numbering need not be looked at. */
const BOUND = new Set(['统', '唯', '惟', '之', '第', '逐', '划']);
const NUMERALS = '一二三四五六七八九十';

/** Whether the break after line `i` cuts a word whose second half is the numeral that seems to number line `i + 1`. */
function breaksWord(lines: readonly Line[], i: number): boolean {
  const a = lines[i]!.text;
  const b = lines[i + 1]!.text;
  const m = b.charCodeAt(1) === 0x3001 ? /^([一二三四五六七八九十])、/.exec(b) : null;
  if (!m || !HAN_END.test(a) || isChrome(a)) return false;
  const half = a.at(-1)!;
  if (half === '十') return !isNext(lines, i + 1, m[1]!) && m[1] !== '十';
  if (m[1] !== '一' || !HALVES.has(half)) return false;
  // 问题清单⏎一、 is a heading: 单 belongs to a word of its own line.
  if (lastWord(a.slice(-12)) !== half) return false;
  // 一、 stands above （二） and 一是, never under them.
  const under = /^[(（][一二三四五六七八九十]|^[0-9]{1,2}[.、．]|^[一二三四五六七八九十]是/.test(a);
  return BOUND.has(half) || under || !isNext(lines, i + 1, '一');
}

/** Whether `numeral` is what the numbering expects at line `at`: one more than the last number before, or 一 with 二 to follow. */
function isNext(lines: readonly Line[], at: number, numeral: string): boolean {
  const value = NUMERALS.indexOf(numeral);
  const before = neighbour(lines, at, -1);
  if (value > 0) return before === value - 1;
  return neighbour(lines, at, 1) === 1 && before !== 0;
}

/** Value (from 0) of the nearest line numbered 一、 二、 … in one direction within 200 lines; -1 if there is none. */
function neighbour(lines: readonly Line[], at: number, step: 1 | -1): number {
  for (let i = at + step, n = 0; i >= 0 && i < lines.length && n < 200; i += step, n++) {
    const m = /^([一二三四五六七八九十])、/.exec(lines[i]!.text);
    if (m) return NUMERALS.indexOf(m[1]!);
  }
  return -1;
}
