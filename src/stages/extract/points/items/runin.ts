import { isProblem } from '../roles/labels.ts';
import { OUTCOME, STATE, STATED } from '../roles/lexicon.ts';
import { dashItems } from './dashes.ts';
import { inlineItems, toldItems } from './inline.ts';
import { type Item, type Line, skipDash } from './item.ts';
import {
  namedBefore,
  pairBelow,
  rowOfChange,
  rowOfCouplets,
  rowOfDuties,
  rowOfEven,
  rowOfLabels,
  rowOfWords,
  sharedStart,
} from './kindred.ts';
import { BODY_MIN, cluster, NO_OPENER, type Opener, sentenceEnd } from './openers.ts';
import { alike, FRAMES, pattern } from './shape.ts';
import { unmarked } from './unnumbered.ts';

/** Run-in headings of paragraphs are seldom longer; in announced rows they may be (…不到位,…的问题比较突出。). */
const PARA_MAX = 40;
const ANNOUNCED_MAX = 60;
/** In a row of paragraphs that have nothing in common but short first sentences. */
const ROW_MAX = 16;
/** The line before announces a row of headings: 主要表现在: / 抓好“三个结合”。 */
const ANNOUNCES =
  /(?:表现(?:在|为)|如下|以下|主要是|主要有|包括|下列|(?:[几两三四五六七八九]|[0-9])个?(?:方面|问题|特点|原因|环节|做法|措施))[^。]{0,12}[:：。]?$|[:：]$|“[两三四五六七八九十][^”]{2,8}”[^。]{0,24}。?$/;
const SPEECH = /(?:指出|强调|说|认为|表示|同志们|要求|写道)[:：]$/;

/**
 * First sentences of paragraphs that head them.
 *
 * A row of two or more in one section, built alike, or announced by the paragraph before.
 *
 * @param rows the unmarked lines of one section, in order
 * @param heading of that section, '' where it has none
 * @param alone takes those that say where something has got to and have no fellow in the section
 */
function paraItems(
  text: string,
  lines: readonly Line[],
  rows: readonly number[],
  heading: string,
  alone: Opener[],
): Item[] {
  const openers: Opener[] = [];
  const brief: Opener[] = [];
  const labels: Opener[] = [];
  for (const row of rows) {
    const { end } = lines[row]!;
    const start = skipDash(text, lines[row]!);
    const stop = sentenceEnd(text, start, Math.min(end, start + ANNOUNCED_MAX + 1));
    const dash = start > lines[row]!.start;
    const label = dash ? labelled(text, row, start, end) : null;
    if (label) labels.push(label);
    if (stop < 0 || text[stop] !== '。' || stop - start < (dash ? 2 : 3) || end - stop < BRIEF_MIN) continue;
    const s = text.slice(start, stop);
    if (!NO_OPENER.test(s) || (dash && OURS.test(s)))
      (end - stop < BODY_MIN && s.length >= TERSE ? brief : openers).push({ row, start, end: stop, text: s, dash });
  }
  const found = new Map<number, Opener>();
  for (const c of cluster(
    [...openers, ...brief].sort((a, b) => a.row - b.row),
    (a, b) => paraAlike(a, b),
  ))
    if (c.length >= (c[0]!.text.length < TERSE ? 3 : 2) && (c.length >= MANY || c.some((o) => !brief.includes(o))))
      for (const o of c) found.set(o.row, o);
  if (labels.length >= 2) for (const o of labels) found.set(o.row, o);
  const dashed = [...openers, ...brief].filter((o) => o.dash);
  if (dashed.length >= 2) for (const o of dashed) found.set(o.row, o);
  for (const o of announced(text, lines, rows, openers)) found.set(o.row, o);
  for (const o of namedBefore(text, lines, rows)) found.set(o.row, o);
  for (const o of sharedStart(text, lines, rows)) found.set(o.row, o);
  const all = [...openers, ...brief].sort((a, b) => a.row - b.row);
  const kindred = [rowOfShort(all), rowOfEven(all), rowOfChange(all), rowOfCouplets(all), rowOfDuties(all, heading)];
  for (const o of [...kindred.flat(), ...pairBelow(openers, rows, heading), ...rowOfLabels(text, lines, rows, heading)])
    found.set(o.row, o);
  for (const o of rowOfWords(text, lines, rows, heading)) found.set(o.row, o);
  for (const o of rowOf(all, isState)) found.set(o.row, o);
  for (const o of [...rowOfStated(all), ...evenSection(all, rows)]) found.set(o.row, o);
  const stated = FAULTS.test(heading) ? isProblem : GAINS.test(heading) ? isOutcome : null;
  if (stated) for (const o of rowOf(openers, stated)) found.set(o.row, o);
  for (const o of brief) {
    const beside = found.get(o.row + 1) ?? found.get(o.row - 1);
    if (!beside || TIMED.test(beside.text) !== TIMED.test(o.text)) continue;
    if (TIMED.test(o.text) || paraAlike(beside.text, o.text)) found.set(o.row, o);
  }
  alone.push(...openers.filter((o) => !found.has(o.row) && isState(o.text)));
  return [...found.values()].map(paraItem);
}

/** ——我们坚持以水定产,特色产业有了新的起色。: behind a dash a report's items may begin so. */
const OURS = /^我们[^:：“”]{6,}$/;

/** Shorter paragraphs hold no row of headings. */
const INLINE_MIN = 40;

/** - 时间固定：集中学习都在上班时间 : the label of a line behind a dash. */
const LABEL = /^[^,，。;；:：“”!！?？\s]{2,12}(?=[:：][^:：]{6})/;

function labelled(text: string, row: number, start: number, end: number): Opener | null {
  const m = LABEL.exec(text.slice(start, Math.min(end, start + 24)));
  return m && { row, start, end: start + m[0].length, text: m[0], dash: true };
}

/** Sections of one report are built alike: so many paragraphs that open so, and one alone in its section is a heading too. */
const HABIT = 3;

/** 第一步,动员部署: the word that counts the steps is the number. */
const STEP = /^(第[一二三四五六七八九十]步)[,，、 　]?(?=[一-鿿]{2})/;

function paraItem(o: Opener): Item {
  const item = unmarked('para', o.row, o.start, o.end, true);
  const step = STEP.exec(o.text);
  return step ? { ...item, number: step[1]!, headStart: o.start + step[0].length } : item;
}

/** Shorter headings (不想抓。 不会抓。 不敢抓。) are a row only where there are three of them. */
const TERSE = 5;

/** So many built alike need no long paragraph among them. */
const MANY = 3;

/** A paragraph that says little more than its heading is one of a row only beside another that is built like it. */
const BRIEF_MIN = 9;
/** 动员部署（3月上旬）: the stages of a campaign. */
const TIMED = /[)）]$/;

const paraAlike = (a: string, b: string): boolean =>
  a.length > PARA_MAX || b.length > PARA_MAX ? FRAMES.some((f) => f.test(a) && f.test(b)) : alike(a, b);

/**
 * Three paragraphs in a row that begin with a short sentence: orders or reports of nearly one length (推进…。 加强…。 完善…。),
 * or whatever begins with one character (下苦功强基础。 下猛药治顽疾。 …).
 */
function rowOfShort(openers: readonly Opener[]): Opener[] {
  const out: Opener[] = [];
  let run: Opener[] = [];
  const flush = () => {
    const rhymes = run.every((o) => o.text[0] === run[0]!.text[0]);
    if (run.length >= 3 && (rhymes || run.every((o) => pattern(o.text)[0] === 'v'))) out.push(...run);
    run = [];
  };
  for (const o of openers) {
    const last = run.at(-1);
    const goesOn = last && o.row === last.row + 1 && Math.abs(o.text.length - run[0]!.text.length) <= 4;
    if (!goesOn) flush();
    if (o.text.length <= ROW_MAX && !/[,，]/.test(o.text)) run.push(o);
  }
  flush();
  return out;
}

/** A section of what is wrong. */
const FAULTS = /(?:问题|不足|短板|差距|困难|薄弱环节|成因|原因|根源)(?:及|与|和|分析|$)/;
/** What is stated in so few words heads its paragraph. */
const STATED_MAX = 24;

/** A section of what was reached. */
const GAINS = /(?:成效|成果|成绩|变化|效果|得怎么样|得如何)$/;
const isOutcome = (s: string): boolean => OUTCOME.test(s);
/** 医疗条件明显改善: a report says so of one thing after the other, whatever the section is called. */
const isStated = (s: string): boolean => isState(s) || STATED.test(s);
const isState = (s: string): boolean => s.length <= ROW_MAX && STATE.test(s);

/** In a section of problems or of results: two paragraphs or more in a row that begin by stating one. */
function rowOf(openers: readonly Opener[], states: (s: string) => unknown): Opener[] {
  const out: Opener[] = [];
  let run: Opener[] = [];
  const flush = () => {
    if (run.length >= 2) out.push(...run);
    run = [];
  };
  for (const o of openers) {
    if (run.length && o.row !== run.at(-1)!.row + 1) flush();
    if (o.text.length <= STATED_MAX && !/[,，]/.test(o.text) && states(o.text)) run.push(o);
  }
  flush();
  return out;
}

/**
 * A section of nothing but paragraphs that begin with a short sentence of just one length, one of which says where
 * something has got to.
 */
function evenSection(openers: readonly Opener[], rows: readonly number[]): readonly Opener[] {
  if (openers.length < 2 || openers.length !== rows.length) return [];
  const { length } = openers[0]!.text;
  const even = openers.every(({ text }) => text.length === length && !/[,，]/.test(text));
  return even && length <= EVEN_MAX && openers.some((o) => isStated(o.text)) ? openers : [];
}

/** Subject and predicate of two words each. */
const EVEN_MAX = 10;

/** So many paragraphs in an unbroken row, a third of them in words that are sure. */
const STATED_MIN = 3;

/** Such paragraphs in a row that say so in words of any kind ({@link STATED}). */
function rowOfStated(openers: readonly Opener[]): Opener[] {
  const out: Opener[] = [];
  let run: Opener[] = [];
  const flush = () => {
    const sure = run.filter((o) => isState(o.text)).length;
    if (run.length >= STATED_MIN && sure * 3 >= run.length) out.push(...run);
    run = [];
  };
  for (const o of openers) {
    if (run.length && o.row !== run.at(-1)!.row + 1) flush();
    if (isStated(o.text)) run.push(o);
    else flush();
  }
  flush();
  return out;
}

/** Openers of consecutive paragraphs right below an announcement; all of them must have one. */
function announced(
  text: string,
  lines: readonly Line[],
  rows: readonly number[],
  openers: readonly Opener[],
): Opener[] {
  const byRow = new Map(openers.map((o) => [o.row, o]));
  const out: Opener[] = [];
  for (let i = 0; i + 2 < rows.length; i++) {
    const lead = lines[rows[i]!]!;
    const tail = text.slice(Math.max(lead.start, lead.end - 40), lead.end);
    if (!/[:：]$/.test(tail) || SPEECH.test(tail) || !ANNOUNCES.test(tail)) continue;
    const run: Opener[] = [];
    for (let k = i + 1; k < rows.length && byRow.has(rows[k]!); k++) run.push(byRow.get(rows[k]!)!);
    if (run.length >= 2) {
      out.push(...run);
      i += run.length;
    }
  }
  return out;
}

/**
 * Unnumbered run-in headings: of paragraphs, and of stretches inside a paragraph.
 *
 * @param items what markers and block headings open, in order
 * @param bare rows that hold only a section number: they part sections and are no points
 */
export function runinItems(
  text: string,
  lines: readonly Line[],
  items: readonly Item[],
  bare: readonly number[],
): Item[] {
  const heads = new Map<number, Item[]>();
  for (const it of items) {
    const own = heads.get(it.row);
    if (own) own.push(it);
    else heads.set(it.row, [it]);
  }
  const parting = new Set(bare);
  const out: Item[] = [];
  const alone: Opener[] = [];
  let rows: number[] = [];
  let heading = '';
  const flush = (next = '') => {
    if (rows.length) out.push(...paraItems(text, lines, rows, heading, alone));
    rows = [];
    heading = next;
  };
  lines.forEach((line, row) => {
    const own = heads.get(row);
    const opening = own?.find((it) => it.line);
    if (parting.has(row) || opening) flush(opening && text.slice(opening.headStart, opening.headEnd));
    else rows.push(row);
    if (parting.has(row)) return;
    const head = own?.[0];
    if (head?.style === 'block' || line.end - line.start < INLINE_MIN) return;
    const from = head?.line ? Math.min(line.end, head.headEnd + 1) : line.start;
    const dashed = dashItems(text, row, from, line.end, heading !== '' || head !== undefined);
    if (dashed.length && !own?.some((it) => !it.line)) {
      out.push(...dashed);
      return;
    }
    if (own?.some((it) => !it.line)) {
      out.push(...toldItems(text, row, from, line.end, own));
      return;
    }
    const above = lines[row - 1];
    const lead = head
      ? text.slice(head.headStart, head.headEnd)
      : above
        ? text.slice(Math.max(above.start, above.end - 60), above.end)
        : '';
    out.push(...inlineItems(text, row, from, line.end, lead));
  });
  flush();
  const headingOf = (it: Item) => text.slice(it.headStart, it.headEnd);
  const habit = out.filter((it) => it.style === 'para' && isStated(headingOf(it))).length;
  if (habit >= HABIT) out.push(...alone.map(paraItem));
  return out;
}
