import { findMarkers, LAST, type Marker } from '../../../../text/markers.ts';
import { countedMarkers } from './counted.ts';
import { headingEnd } from './heading.ts';
import type { Item, Line } from './item.ts';

/** 单一, 统一, 唯一, …: the line break fell inside the word, and 一、 is no marker (手段单⏎一、方法陈旧). */
const SPLIT_WORD = new Set([...'单统唯专同归']);
/** Nouns that end so head a section of their own (问题清单⏎一、…). */
const WHOLE_WORD = /[清名菜订账传榜保表][单]|[系传血总]统|[合共相不]同|回归$/;
const ENDED = /[。；;：:！!？?”"’)）…]$/;

/** These open a section by themselves; all others need a fellow before or after them. */
const SOLID: ReadonlySet<string> = new Set(['hanzi', 'hanzi-paren', 'chapter', 'article']);
/** Words of an enumeration count only with a fellow in the same section. */
const WORDS: ReadonlySet<string> = new Set(['shi', 'sequence', 'ordinal']);

/** Its fellows have been found with it. */
const isCounted = (m: Marker): boolean => m.style === 'ordinal' && m.unit !== '';

/** Members of one enumeration may be written 首先 … 其次 … 第三 … 最后. */
function family(m: Marker): string {
  if (m.style === 'sequence' || m.style === 'ordinal') return 'ordinal';
  return m.style === 'decimal' ? `decimal${m.depth}` : m.style;
}

interface Candidate {
  m: Marker;
  row: number;
  scope: number;
}

/**
 * The points that a marker opens.
 *
 * @param lines the lines of `text`, as linesOf gives them
 * @param listed rows that only name other texts
 */
export function markedItems(
  text: string,
  lines: readonly Line[],
  listed: ReadonlySet<number>,
): { items: Item[]; bare: number[] } {
  const { candidates, bare } = gather(text, lines, listed);
  const kept = withFellows(candidates, lines);
  const items: Item[] = [];
  for (let i = 0; i < kept.length; i++) {
    const item = toItem(text, lines, kept[i]!, kept[i + 1], kept[i - 1]);
    if (item) items.push(item);
  }
  return { items, bare };
}

/** Markers with their line and section; `bare` are rows that hold a section number and nothing else. */
function gather(
  text: string,
  lines: readonly Line[],
  listed: ReadonlySet<number>,
): { candidates: Candidate[]; bare: number[] } {
  const candidates: Candidate[] = [];
  const bare: number[] = [];
  const alone = /^[(（]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）]?[、.．]?$/;
  lines.forEach((line, row) => {
    if (line.end - line.start <= 6 && alone.test(text.slice(line.start, line.end))) bare.push(row);
  });
  const inside = bracketed(text, lines);
  let row = 0;
  let scope = 0;
  for (const m of withCounted(findMarkers(text), countedMarkers(text, lines))) {
    while (row < lines.length && lines[row]!.end <= m.start) row++;
    const line = lines[row];
    if (!line || m.body >= line.end || listed.has(row) || isCondition(text, line, m)) continue;
    if (!m.line && inside(row, m.start)) continue;
    if (isSplitWord(text, lines, row, m) || isCell(lines, row, m)) continue;
    if (m.line && SOLID.has(m.style)) scope++;
    candidates.push({ m, row, scope });
  }
  return { candidates, bare };
}

/** Both in the order of the text; what is a marker as such stays one. */
function withCounted(markers: readonly Marker[], counted: readonly Marker[]): Marker[] {
  if (!counted.length) return [...markers];
  const taken = new Set(markers.map((m) => m.start));
  return [...markers, ...counted.filter((c) => !taken.has(c.start))].sort((a, b) => a.start - b.start);
}

/** What stands in brackets is longer than a gloss and shorter than a paragraph. */
const BRACKETS = /[(（][^()（）]{12,400}[)）]/g;

/** Tells whether a place lies in brackets: 按照“七类”(一是…,二是…,三是…)的标准 counts inside of a sentence. Asked in text order. */
function bracketed(text: string, lines: readonly Line[]): (row: number, at: number) => boolean {
  let known = -1;
  let spans: [number, number][] = [];
  return (row, at) => {
    if (row !== known) {
      const { start, end } = lines[row]!;
      spans = [...text.slice(start, end).matchAll(BRACKETS)].map((m) => [
        start + m.index,
        start + m.index + m[0].length,
      ]);
      known = row;
    }
    while (spans.length && spans[0]![1] <= at) spans.shift();
    return spans.length > 0 && spans[0]![0] < at;
  };
}

/** 有下列情形之一的,…:①…的;②…的: the cases of a rule, not items of the outline. */
const CASES = /(?:下列|以下|如下)(?:各种)?(?:情形|情况|行为)(?:之一)?/;
const INNER: ReadonlySet<string> = new Set(['circled', 'arabic-paren', 'arabic']);

function isCondition(text: string, line: Line, m: Marker): boolean {
  if (m.line || !INNER.has(m.style)) return false;
  const end = text.slice(m.body, Math.min(line.end, m.body + CASE_MAX)).search(/[。；;]|$/);
  return (
    text[m.body + end - 1] === '的' && CASES.test(text.slice(Math.max(line.start, m.start - CASES_REACH), m.start))
  );
}

/** A case is a clause; the rule that it belongs to names the first of them at once, the last some clauses later. */
const CASE_MAX = 80;
const CASES_REACH = 400;

function isSplitWord(text: string, lines: readonly Line[], row: number, m: Marker): boolean {
  if (!m.line || m.value !== 1 || row === 0 || text[m.start] !== '一') return false;
  const before = text.slice(Math.max(lines[row - 1]!.start, lines[row - 1]!.end - 2), lines[row - 1]!.end);
  return !ENDED.test(before) && SPLIT_WORD.has(before.at(-1)!) && !WHOLE_WORD.test(before);
}

/** A paragraph, not another row of a table. */
const BODY_MIN = 30;

/** 1 研究背景 heads a section; 1 张某 男 is a row of a table. The section has a text or sections of its own below. */
function isCell(lines: readonly Line[], row: number, m: Marker): boolean {
  if (m.style !== 'arabic' || m.number.length !== String(m.value).length) return false;
  const line = lines[row]!;
  const next = lines[row + 1];
  return line.end - line.start > BODY_MIN || !next || (next.end - next.start < BODY_MIN && next.end - next.start < 6);
}

/** Farther apart, 首先 and 其次 inside running text belong to different thoughts. */
const SEQUENCE_REACH = 3000;

function withFellows(candidates: readonly Candidate[], lines: readonly Line[]): Candidate[] {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  const key = (c: Candidate, value: number) => `${family(c.m)}/${WORDS.has(c.m.style) ? c.scope : 0}/${value}`;
  const ordinals = new Map<number, number>();
  candidates.forEach((c, i) => {
    const k = key(c, c.m.value);
    if (!first.has(k)) first.set(k, i);
    last.set(k, i);
    if (isLineOrdinal(c.m)) ordinals.set(c.m.value, i);
  });
  // 第三, behind a section of 第二 that has numbers of its own, and 第二 before it.
  const goesOnAbove = (c: Candidate, i: number) =>
    isLineOrdinal(c.m) &&
    ((ordinals.get(c.m.value - 1) ?? i) < i ||
      (ordinals.get(c.m.value) === i && (ordinals.get(c.m.value + 1) ?? i) > i));
  const near = (a: Candidate, b: Candidate) =>
    a.m.style !== 'sequence' || Math.abs(a.m.start - b.m.start) <= SEQUENCE_REACH;
  return candidates.filter((c, i) => {
    if ((c.m.line && SOLID.has(c.m.style)) || isCounted(c.m)) return true;
    const next = last.get(key(c, c.m.value + 1));
    if (next !== undefined && next > i && near(c, candidates[next]!)) return true;
    if (c.m.value === LAST) return follows(candidates, i, first, key);
    // One number may have been lost: 1、 2、 4、 at the start of lines, 一是 三是 anywhere.
    const gap = c.m.style === 'shi' || (c.m.line && c.m.value > 2);
    const before = first.get(key(c, c.m.value - 1)) ?? (gap ? first.get(key(c, c.m.value - 2)) : undefined);
    if (before !== undefined && before < i && near(c, candidates[before]!)) return true;
    if (goesOnMixed(c, candidates[i - 1]) || opensSection(c, candidates[i - 1], lines) || goesOnAbove(c, i))
      return true;
    if (c.m.style !== 'sequence' || c.m.value !== 1) return false;
    const end = last.get(key(c, LAST));
    return end !== undefined && end > i && near(c, candidates[end]!);
  });
}

const isLineOrdinal = (m: Marker): boolean => m.line && m.style === 'ordinal' && m.unit === '';

/** A heading, not a paragraph that begins with a number. */
const HEADING_MAX = 34;

/** 1、 right below 二、工作打算: the first item of a section, though the page breaks off before the second. */
function opensSection(c: Candidate, before: Candidate | undefined, lines: readonly Line[]): boolean {
  if (c.m.style !== 'arabic' || c.m.value !== 1 || !c.m.line || c.m.number.length === 1) return false;
  if (!before?.m.line || before.row !== c.row - 1 || !SOLID.has(before.m.style)) return false;
  const { start, end } = lines[before.row]!;
  return end - start <= HEADING_MAX;
}

/** 第一, … 第二, … 三是 …: another word of enumeration with the next number. */
function goesOnMixed(c: Candidate, before: Candidate | undefined): boolean {
  return (
    before !== undefined &&
    WORDS.has(c.m.style) &&
    WORDS.has(before.m.style) &&
    before.scope === c.scope &&
    before.m.line === c.m.line &&
    c.m.value > 2 &&
    before.m.value === c.m.value - 1
  );
}

/** 最后 closes a row that has begun; elsewhere it only closes a speech (最后,祝大家…). */
function follows(
  candidates: readonly Candidate[],
  i: number,
  first: ReadonlyMap<string, number>,
  key: (c: Candidate, value: number) => string,
): boolean {
  const c = candidates[i]!;
  const before = first.get(key(c, 2)) ?? first.get(key(c, 3));
  return before !== undefined && before < i && c.m.start - candidates[before]!.m.start <= SEQUENCE_REACH;
}

/** Copula after 首先: 首先是加强领导 says what 一是加强领导 says. Behind a comma or a bracketed number, (一)是…, it belongs to the heading. */
const COPULA = /^是(?!非|否)/;

function toItem(
  text: string,
  lines: readonly Line[],
  c: Candidate,
  next: Candidate | undefined,
  before: Candidate | undefined,
): Item | null {
  const { m, row } = c;
  const line = lines[row]!;
  let headStart = m.body;
  let number = m.number;
  if (m.style === 'sequence' && COPULA.test(text.slice(m.end, m.end + 2))) {
    number += '是';
    headStart++;
  }
  // Without a comma 最后 is a marker only in the same breath as 其次 (首先…,其次…,最后…).
  const goesOn = before?.m.style === 'sequence' && before.row === row && ',，;；'.includes(text[m.start - 1] ?? '。');
  // 首先要… 其次要… 最后要… at the start of paragraphs.
  const likewise = before?.m.style === 'sequence' && before.m.line && m.line && text[m.end] === text[before.m.end];
  if (m.style === 'sequence' && m.value === LAST && !goesOn && !likewise && !/[,，是]/.test(text[m.end] ?? ''))
    return null;
  const headEnd = headingEnd(text, headStart, Math.min(line.end, next?.m.start ?? line.end));
  if (headEnd <= headStart) return null;
  return {
    start: m.start,
    number,
    style: m.style,
    value: m.value,
    unit: m.unit,
    depth: m.depth,
    line: m.line,
    row,
    headStart,
    headEnd,
  };
}
