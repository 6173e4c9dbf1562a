import type { Edit } from '../../text/edits.ts';
import { endsSentence, isChrome, isSignature, opensItem } from './shape.ts';

const RULE = 'normalise/page-number';
/** A line that is a page number and nothing else: `- 2 -`, `—2—`, 第1页, 第1页 共18页, Page 3 of 9. A bare number may be a cell of a table. */
const LINE =
  /^[ \t\u3000\u00a0]*(?:[-—–－·]{1,2}[ \u00a0\u3000]?[0-9]{1,4}[ \u00a0\u3000]?[-—–－·]{1,2}|第[ \u00a0]?[0-9]{1,4}[ \u00a0]?页(?:[ \u00a0\u3000，,/／]{0,3}[(（]?共[ \u00a0]?[0-9]{1,4}[ \u00a0]?页[)）]?)?|[Pp]age [0-9]{1,4}(?: of [0-9]{1,4})?)[ \t\u3000\u00a0]*$/gm;
/** What a browser prints at the foot of each page: the address and 1/2, on one line or two. */
const FOOT =
  /^[ \t\u3000\u00a0]*https?:\/\/\S{4,300}(?:[ \t\u3000\u00a0]{1,200}|\n[ \t\u3000\u00a0]{0,200})\d{1,3}\/\d{1,3}[ \t\u3000\u00a0]*$/gm;
/** 服务型党组织在基层服 — 1 —, the sentence going on below: the number stands at the end of the line that it cuts. */
const LINE_END = /(?<=[\p{Script=Han}，、；。：”）])[ \u00a0\u3000]?[-—–－] [0-9]{1,3} [-—–－][ \t\u3000\u00a0]*$/gmu;
/**
 * Inside a line only where nothing else can be meant: a number between spaced or long dashes between Chinese words (not 渠道-2-号),
 * 第1页 共18页 (not 见第1页, 共18页).
 */
const INLINE =
  /(?<=[\p{Script=Han}，、；。”）])[ \u00a0]?(?:[-—–－] [0-9]{1,3} [-—–－]|—[0-9]{1,3}—)[ \u00a0]?(?=[\p{Script=Han}“《（])|(?<![见在至到从于和与及、（(])[ \u00a0]?第[ \u00a0]?[0-9]{1,4}[ \u00a0]?页[ \u00a0\u3000，,/／]{0,3}共[ \u00a0]?[0-9]{1,4}[ \u00a0]?页[ \u00a0]?/gu;

/** Takes out page numbers. A sentence that one had cut in two is joined again. */
export function findPageNumbers(text: string): Edit[] {
  const edits: Edit[] = [];
  const tops = topLines(text);
  for (const pattern of [LINE, LINE_END, FOOT])
    for (const { 0: line, index } of text.matchAll(pattern))
      edits.push(lineEdit(text, index, index + line.length, tops));
  const cut = new Set<number>();
  for (const e of edits) for (let i = e.start; i < e.end; i++) cut.add(i);
  for (const { 0: number, index } of text.matchAll(INLINE))
    if (!cut.has(index) && !cut.has(index + number.length - 1))
      edits.push({ start: index, end: index + number.length, insert: '', rule: RULE });
  return overlapless(edits.sort((x, y) => x.start - y.start));
}

function lineEdit(text: string, start: number, end: number, tops: ReadonlyMap<string, number>): Edit {
  const from = skip(text, start, -1);
  const to = pastHeader(text, skip(text, end, 1), tops);
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from).trim();
  const stop = text.indexOf('\n', to);
  const after = text.slice(to, stop < 0 ? to + 40 : Math.min(stop, to + 40)).trim();
  const goesOn =
    before.length >= 10 &&
    after &&
    !endsSentence(before) &&
    // （二）某某有尺子。某某由⏎- 2 -⏎职工打分: an item in the midst of its sentences, no heading.
    (!opensItem(before) || before.includes('。')) &&
    !opensItem(after) &&
    // 打印时间:2021/5/11 09:02 is a line of its own.
    !/\d:\d{2}$|\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?$/.test(before) &&
    // What stands below a date that signs a document is not its sentence.
    !isSignature(before) &&
    !isChrome(before) &&
    !isChrome(after);
  return { start: from, end: to, insert: from && to < text.length && !goesOn ? '\n' : '', rule: RULE };
}

/** Lines at the top of a text whose repetition below a page number is the print's running head; their characters and length. */
const TOP = 6;
const TOP_REACH = 600;
const HEADS = 3;
const HEADER: readonly [number, number] = [4, 40];

/** The first lines of a text that may come back as running heads, by what they say, and where they end. */
function topLines(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  for (const raw of text.slice(0, TOP_REACH).split('\n').slice(0, TOP)) {
    at += raw.length + 1;
    const line = raw.trim();
    if (line.length >= HEADER[0] && line.length <= HEADER[1] && !lines.has(line)) lines.set(line, at);
  }
  return lines;
}

/** Past a running head: lines below a page number that stand among the first lines of the text as well. */
function pastHeader(text: string, from: number, tops: ReadonlyMap<string, number>): number {
  let at = from;
  for (let n = 0; n < HEADS; n++) {
    const stop = text.indexOf('\n', at);
    const top = stop < 0 || stop - at > HEADER[1] ? undefined : tops.get(text.slice(at, stop).trim());
    if (top === undefined || top > at) break;
    at = skip(text, stop, 1);
  }
  return at;
}

/** Past white space and line ends, in one direction. */
function skip(text: string, from: number, step: 1 | -1): number {
  let i = from;
  while (
    i + (step < 0 ? -1 : 0) >= 0 &&
    i < text.length + (step < 0 ? 1 : 0) &&
    /[\s\u3000]/.test(text[step < 0 ? i - 1 : i]!)
  )
    i += step;
  return i;
}

function overlapless(edits: Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const e of edits) if (!out.length || e.start >= out.at(-1)!.end) out.push(e);
  return out;
}
