import type { Item, Line } from './item.ts';
import { isProblem } from './labels.ts';
import { alike, FRAMES, pattern } from './shape.ts';
import { unmarked } from './unnumbered.ts';

/** A sentence that could be an unnumbered run-in heading. */
interface Opener {
  row: number;
  start: number;
  end: number;
  text: string;
  /** Behind a dash or a bullet at the start of its line. */
  dash?: boolean;
}

/** Sentences someone said, connectives and dates open no point. */
const NO_OPENER =
  /^[^,，]{0,12}(?:指出|强调|认为|表示|介绍|提出|要求|说)[,，:：]|^(?:[“"‘].{9,}[”"’]$|例如|比如|其中|同时|此外|另外|因此|所以|但是|然而|总之|综上|当前|目前|近年来|今年|去年|为此|对此|这|我|他|她|会议|记者|据|[0-9]{4}年|[0-9]+月)|(?:指出|强调|认为|表示|要求|提出)[:：]?“?$|[:：]/;
/** Run-in headings of paragraphs are seldom longer; in announced rows they may be (…不到位,…的问题比较突出。). */
const PARA_MAX = 40;
const ANNOUNCED_MAX = 60;
/** In a row of paragraphs that have nothing in common but short first sentences. */
const ROW_MAX = 16;
const INLINE_MAX = 20;
const INLINE_ANNOUNCED_MAX = 32;
/** What stands under a run-in heading. */
const BODY_MIN = 25;

function cluster(openers: readonly Opener[], like: (a: string, b: string) => boolean): Opener[][] {
  const open: Opener[][] = [];
  for (const o of openers) {
    const home = open.slice(-6).find((c) => like(c.at(-1)!.text, o.text) || like(c[0]!.text, o.text));
    if (home) home.push(o);
    else open.push([o]);
  }
  return open;
}

const SENTENCE_END = new Set([...'。！!？?']);

/** End of the sentence that begins at `from` (at its 。), or -1 when the line ends without one. */
function sentenceEnd(text: string, from: number, lineEnd: number): number {
  for (let i = from; i < lineEnd; i++) if (SENTENCE_END.has(text[i]!)) return i;
  return -1;
}

/** Where the text of a line begins behind a dash or a bullet. */
function skipDash(text: string, { start, end }: Line): number {
  let i = start;
  while (i < end && i < start + 4 && '—－-–●■◆★▲·•※ '.includes(text[i]!)) i++;
  return i;
}

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
 */
function paraItems(text: string, lines: readonly Line[], rows: readonly number[], heading: string): Item[] {
  const openers: Opener[] = [];
  for (const row of rows) {
    const { end } = lines[row]!;
    const start = skipDash(text, lines[row]!);
    const stop = sentenceEnd(text, start, Math.min(end, start + ANNOUNCED_MAX + 1));
    const dash = start > lines[row]!.start;
    if (stop < 0 || text[stop] !== '。' || stop - start < (dash ? 2 : 5) || end - stop < BODY_MIN) continue;
    const s = text.slice(start, stop);
    if (!NO_OPENER.test(s)) openers.push({ row, start, end: stop, text: s, dash });
  }
  const found = new Map<number, Opener>();
  for (const c of cluster(
    openers.filter((o) => o.text.length <= ANNOUNCED_MAX),
    (a, b) => paraAlike(a, b),
  ))
    if (c.length >= 2) for (const o of c) found.set(o.row, o);
  const dashed = openers.filter((o) => o.dash);
  if (dashed.length >= 2) for (const o of dashed) found.set(o.row, o);
  for (const o of rowOfShort(openers)) found.set(o.row, o);
  for (const o of announced(text, lines, rows, openers)) found.set(o.row, o);
  if (FAULTS.test(heading)) for (const o of rowOfFaults(openers)) found.set(o.row, o);
  return [...found.values()].map((o) => unmarked('para', o.row, o.start, o.end, true));
}

const paraAlike = (a: string, b: string): boolean =>
  a.length > PARA_MAX || b.length > PARA_MAX ? FRAMES.some((f) => f.test(a) && f.test(b)) : alike(a, b);

/**
 * Three paragraphs in a row that begin with a short sentence: orders or reports of nearly one length (推进…。 加强…。 完善…。),
 * or whatever of just one (懒政思维作祟。 免责心理驱动。 …).
 */
function rowOfShort(openers: readonly Opener[]): Opener[] {
  const out: Opener[] = [];
  let run: Opener[] = [];
  const flush = () => {
    const even = run.every((o) => o.text.length === run[0]!.text.length);
    if (run.length >= 3 && (even || run.every((o) => pattern(o.text)[0] === 'v'))) out.push(...run);
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
const FAULTS = /(?:问题|不足|短板|差距|困难|薄弱环节)(?:及|与|和|$)/;
/** A fault stated in so few words heads its paragraph. */
const FAULT_MAX = 24;

/** In a section of problems: two paragraphs or more in a row that begin by stating one. */
function rowOfFaults(openers: readonly Opener[]): Opener[] {
  const out: Opener[] = [];
  let run: Opener[] = [];
  const flush = () => {
    if (run.length >= 2) out.push(...run);
    run = [];
  };
  for (const o of openers) {
    if (run.length && o.row !== run.at(-1)!.row + 1) flush();
    if (o.text.length <= FAULT_MAX && !/[,，]/.test(o.text) && isProblem(o.text)) run.push(o);
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

/** “三个互通” announces sentences with 互通 in them. */
const CORE = /[两三四五六七八九十](?:个|大|项|种)?([一-鿿]{2,4})”/g;

/**
 * Short sentences inside a paragraph that head what follows them there.
 *
 * Three of one shape, or two that the text announces; the first must stand near the paragraph's beginning.
 *
 * @param from where the paragraph's own text begins (behind a numbered heading)
 * @param lead what announces them: the heading and the text before
 */
function inlineItems(text: string, row: number, from: number, lineEnd: number, lead: string): Item[] {
  const { openers, order } = inlineOpeners(text, row, from, lineEnd);
  if (openers.length < 2) return [];
  const group =
    announcedInline(openers, lead) ??
    announcedWithin(text, row, from, lineEnd) ??
    shapedInline(openers, order, lineEnd);
  return (group ?? []).map((o) => unmarked('inline', row, o.start, o.end, false));
}

/** Short sentences without a comma; `order` tells which sentence of the stretch each one is. */
function inlineOpeners(
  text: string,
  row: number,
  from: number,
  lineEnd: number,
): { openers: Opener[]; order: Map<number, number> } {
  const openers: Opener[] = [];
  const order = new Map<number, number>();
  let index = 0;
  for (let at = from; at < lineEnd; index++) {
    const stop = sentenceEnd(text, at, lineEnd);
    const end = stop < 0 ? lineEnd : stop;
    const length = end - at;
    if (stop >= 0 && text[stop] === '。' && length >= 4 && length <= INLINE_ANNOUNCED_MAX) {
      const s = text.slice(at, end);
      if (!/[,，;；]/.test(s) && !NO_OPENER.test(s)) {
        openers.push({ row, start: at, end, text: s });
        order.set(at, index);
      }
    }
    at = end + 1;
  }
  return { openers, order };
}

/** 做到“三个始终”:始终把…。 announces what follows it in the same paragraph. */
const WITHIN = /“[两三四五六七八九十](?:个|大|项|种)?([一-鿿]{2,4})”[^。:：]{0,16}[:：。]/g;
/** Announcements tried in one paragraph: each looks at all that follows it. */
const WITHIN_MAX = 3;

function announcedWithin(text: string, row: number, from: number, lineEnd: number): Opener[] | null {
  let tried = 0;
  for (const m of text.slice(from, lineEnd).matchAll(WITHIN)) {
    if (++tried > WITHIN_MAX) return null;
    const { openers } = inlineOpeners(text, row, from + m.index + m[0].length, lineEnd);
    const group = openers.filter((o) => o.text.includes(m[1]!));
    if (group.length >= 2) return group;
  }
  return null;
}

/** Each heads a stretch of text that is longer than itself. */
function spaced(group: readonly Opener[], lineEnd: number): boolean {
  return group.every((o, i) => (group[i + 1]?.start ?? lineEnd) - o.end >= BODY_MIN);
}

function announcedInline(openers: readonly Opener[], lead: string): Opener[] | null {
  for (const m of lead.matchAll(CORE)) {
    const core = m[1]!;
    const group = openers.filter((o) => o.text.includes(core));
    if (group.length >= 2) return group;
  }
  return null;
}

/** The first of a row comes at once or after a sentence or two; later ones are short sentences that happen to be alike. */
const FIRST_WITHIN = 2;

/** Two are enough when they are very short, of one length, and begin at once (划细网格。… 配强力量。…). */
function twin(c: readonly Opener[], order: ReadonlyMap<number, number>): boolean {
  const { length } = c[0]!.text;
  return length <= 6 && order.get(c[0]!.start) === 0 && c.every((o) => o.text.length === length);
}

function shapedInline(
  openers: readonly Opener[],
  order: ReadonlyMap<number, number>,
  lineEnd: number,
): Opener[] | null {
  const short = openers.filter((o) => o.text.length <= INLINE_MAX);
  const seen = new Map<string, string>();
  const tags = (s: string): string => {
    const known = seen.get(s) ?? pattern(s);
    seen.set(s, known);
    return known;
  };
  const like = (a: string, b: string) =>
    alike(a, b) ||
    (a.length === b.length && a.length <= 8) ||
    (Math.abs(a.length - b.length) <= 2 && tags(a) === tags(b));
  let best: Opener[] | null = null;
  for (const c of cluster(short, like)) {
    if (c.length < (twin(c, order) ? 2 : 3) || order.get(c[0]!.start)! > FIRST_WITHIN || !spaced(c, lineEnd)) continue;
    if (!best || c.length > best.length) best = c;
  }
  return best;
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
  let rows: number[] = [];
  let heading = '';
  const flush = (next = '') => {
    if (rows.length > 1) out.push(...paraItems(text, lines, rows, heading));
    rows = [];
    heading = next;
  };
  lines.forEach((line, row) => {
    const own = heads.get(row);
    const opening = own?.find((it) => it.line);
    if (parting.has(row) || opening) flush(opening && text.slice(opening.headStart, opening.headEnd));
    else rows.push(row);
    if (parting.has(row)) return;
    if (own?.some((it) => !it.line)) return;
    const head = own?.[0];
    if (head?.style === 'block' || line.end - line.start < 80) return;
    const from = head ? Math.min(line.end, head.headEnd + 1) : line.start;
    const above = lines[row - 1];
    const lead = head
      ? text.slice(head.headStart, head.headEnd)
      : above
        ? text.slice(Math.max(above.start, above.end - 60), above.end)
        : '';
    out.push(...inlineItems(text, row, from, line.end, lead));
  });
  flush();
  return out;
}
