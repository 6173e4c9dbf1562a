import { hanziValue } from '../../../../text/markers.ts';
import { isProblem } from '../roles/labels.ts';
import { STATE } from '../roles/lexicon.ts';
import type { Item } from './item.ts';
import { BODY_MIN, cluster, NO_OPENER, type Opener, sentenceEnd } from './openers.ts';
import { alike, pattern } from './shape.ts';
import { unmarked } from './unnumbered.ts';

const INLINE_MAX = 20;
/** 要抢收。 要抢种。 要抢烘。: three characters, if the first is the same. */
const SHORTEST = 3;
const INLINE_ANNOUNCED_MAX = 32;

/** “三个互通” and 三个“错位” announce sentences with 互通, 错位 in them. */
const CORE = /[两三四五六七八九十](?:个|大|项|种)?“?([一-鿿]{2,4})”/g;
/** “三进” announces just so many short sentences with 进 in them. */
const SYLLABLE = /“([两三四五六七八九])([一-鿿])”/g;
const SYLLABLE_MAX = 10;

/**
 * Short sentences inside a paragraph that head what follows them there.
 *
 * Three of one shape, or two that the text announces; the first must stand near the paragraph's beginning.
 *
 * @param from where the paragraph's own text begins (behind a numbered heading)
 * @param lead what announces them: the heading and the text before
 */
export function inlineItems(text: string, row: number, from: number, lineEnd: number, lead: string): Item[] {
  const { openers, order } = inlineOpeners(text, row, from, lineEnd);
  const group =
    (openers.length < 2
      ? null
      : (announcedInline(openers, lead) ??
        announcedWithin(text, row, from, lineEnd) ??
        statedInline(text, openers, from, lineEnd) ??
        toldInline(openers, order, lineEnd) ??
        shapedInline(openers, order, lineEnd))) ?? coupledInline(text, row, from, lineEnd);
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
    if (stop >= 0 && text[stop] === '。' && length >= SHORTEST && length <= INLINE_ANNOUNCED_MAX) {
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

/** 做到“三个始终”:始终把…。 or 三个“错位”。 announces what follows it in the same paragraph. */
const WITHIN =
  /(?:“[两三四五六七八九十](?:个|大|项|种)?|[两三四五六七八九十](?:个|大|项|种)“)([一-鿿]{2,4})”[^。:：]{0,16}[:：。]/g;
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
  for (const m of lead.matchAll(SYLLABLE)) {
    const group = openers.filter((o) => o.text.length <= SYLLABLE_MAX && o.text.includes(m[2]!));
    if (group.length > 2 && group.length === hanziValue(m[1]!)) return group;
  }
  return null;
}

/** A sentence that says that faults or causes come next: 成绩面前,不足也要看到。 病根找到了。 */
const FAULTS_AHEAD = /(?:问题|不足|困难|难处|难题|差距|短板|症结|病根|根子|原因)[^,，。:：]{0,12}[。:：]$/;
/** How long that sentence may be; and what stands behind each of them at least. */
const FAULTS_REACH = 40;
const STATED_BODY = 12;
const TERSE = 6;

/** 有的村没有产业 gives an instance, 产业基础薄弱 states the fault. */
const INSTANCE = /^(?:有的?些?|一些|部分|个别|少数|不少|许多|多数)/;
const STATED_MAX = 12;
const isStated = ({ text }: Opener): boolean =>
  text.length <= STATED_MAX && !INSTANCE.test(text) && isProblem(text) !== null;

/** Two short sentences or more that state something wrong, or three terse ones, behind one that announces it. */
function statedInline(text: string, openers: readonly Opener[], from: number, lineEnd: number): Opener[] | null {
  const first = openers.find((o) => FAULTS_AHEAD.test(text.slice(Math.max(from, o.start - FAULTS_REACH), o.start)));
  if (!first) return null;
  const behind = openers.filter((o) => o.start >= first.start && o.text.length <= INLINE_MAX);
  const terse = behind.filter((o) => o.text.length <= TERSE && o.text.length === first.text.length);
  const stated = terse.length >= 3 ? terse : behind.filter(isStated);
  // What stands right behind one of them explains it, though it speaks of a fault too.
  const group = stated.filter((o, i) => i === 0 || o.start - stated[i - 1]!.end >= STATED_BODY);
  return group.length >= 2 && group[0] === first && lineEnd - group.at(-1)!.end >= STATED_BODY ? group : null;
}

/** 种植业稳步发展。… 加工业逆势上扬。…: a report that goes from one thing to the other inside a paragraph. */
function toldInline(openers: readonly Opener[], order: ReadonlyMap<number, number>, lineEnd: number): Opener[] | null {
  const sure = openers.filter((o) => o.text.length <= TOLD_MAX && STATE.test(o.text));
  // 绿色出行渐成风尚 says so too, where all the others are just as long.
  const lengths = new Set(sure.map((o) => o.text.length));
  const told = lengths.size === 1 && sure.length > 1 ? openers.filter((o) => lengths.has(o.text.length)) : sure;
  const group = told.filter((o, i) => (told[i + 1]?.start ?? lineEnd) - o.end >= STATED_BODY);
  const first = group[0] && order.get(group[0].start)!;
  if (first === undefined || first > FIRST_WITHIN) return null;
  return group.length >= (first === 0 ? 2 : 3) ? group : null;
}

const TOLD_MAX = 14;

/** Such sentences alone: in a paragraph that has numbered items too (民生实事全面完成。①… ②… 社会保障更加有力。…). */
export function toldItems(text: string, row: number, from: number, lineEnd: number, numbered: readonly Item[]): Item[] {
  const { openers, order } = inlineOpeners(text, row, from, lineEnd);
  let next = 0;
  const own = openers.filter((o) => {
    while (next < numbered.length && numbered[next]!.headEnd <= o.start) next++;
    return !(next < numbered.length && numbered[next]!.start < o.end);
  });
  return (toldInline(own, order, lineEnd) ?? shapedInline(own, order, lineEnd) ?? []).map((o) =>
    unmarked('inline', row, o.start, o.end, false),
  );
}

/** 理顺管理体制,构建“全环节”链条。… 整合服务力量,汇聚“全行业”合力。…: two clauses each of the same lengths, the second with a quotation. */
function coupledInline(text: string, row: number, from: number, lineEnd: number): Opener[] | null {
  const couples: Opener[] = [];
  const rhymed: Opener[] = [];
  for (let at = from; at < lineEnd; ) {
    const stop = sentenceEnd(text, at, lineEnd);
    if (stop < 0) break;
    const s = stop - at <= COUPLED_MAX ? text.slice(at, stop) : '';
    if (COUPLED.test(s)) couples.push({ row, start: at, end: stop, text: s });
    else if (RHYMED.test(s) && !TWO.test(`${s}。`)) rhymed.push({ row, start: at, end: stop, text: s });
    at = stop + 1;
  }
  const group = couples.filter((o) => evenly(o.text, couples[0]!.text));
  const near = group.length >= COUPLED_MIN && group[0]!.start - from <= COUPLED_MAX;
  const rhymes = rhymed.filter((o) => rhyme(o.text, rhymed[0]!.text));
  const before = text.slice(Math.max(from, (rhymes[0]?.start ?? from) - TWO_REACH), rhymes[0]?.start ?? from);
  const least = TWO.test(before) ? 2 : COUPLED_MIN;
  const found = near ? group : rhymes.length >= least && rhymes.length === rhymed.length ? rhymes : null;
  return found?.every((o, i) => (found[i + 1]?.start ?? lineEnd) - o.end >= STATED_BODY) ? found : null;
}

/** 一张网,兜住了安全。 一盏灯,照亮了归途。 一杆秤,称出了公平。: no other sentence of the paragraph is of this shape. */
const RHYMED = /^[^,，、0-9“”]{2,6}[,，][^,，、0-9“”]{3,8}$/;
/** Two of them where just two are announced: 回头看,有两点体会。 */
const TWO = /两(?:点|条|个方面)[^,，。]{0,10}[。:：]$/;
const TWO_REACH = 24;
/** Characters besides the comma that stand in the same place. */
const RHYMES = 2;

/** Both clauses of the same lengths, with the same characters in two places or more. */
function rhyme(a: string, b: string): boolean {
  if (a.length !== b.length || a.search(/[,，]/) !== b.search(/[,，]/)) return false;
  return [...a].filter((c, i) => c === b[i]).length > RHYMES;
}

const COUPLED = /^[^,，。]{4,10}[,，][^,，。“]{0,6}“[^“”]{2,8}”[^,，。]{0,8}$/;
const COUPLED_MAX = 32;
const COUPLED_MIN = 3;

/** Clauses of the same length, save for a character. */
function evenly(a: string, b: string): boolean {
  return Math.abs(a.search(/[,，]/) - b.search(/[,，]/)) <= 1 && Math.abs(a.length - b.length) <= 2;
}

/** The first of a row comes at once or after a sentence or two; later ones are short sentences that happen to be alike. */
const FIRST_WITHIN = 2;

/** Two are enough when they are very short, of one length, and begin at once (划细网格。… 配强力量。…). */
function twin(c: readonly Opener[], order: ReadonlyMap<number, number>): boolean {
  const { length } = c[0]!.text;
  return length > SHORTEST && length <= 6 && order.get(c[0]!.start) === 0 && c.every((o) => o.text.length === length);
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
    a.length === SHORTEST || b.length === SHORTEST
      ? a.length === b.length && a[0] === b[0]
      : alike(a, b) ||
        (a.length === b.length && a.length <= 8) ||
        (Math.abs(a.length - b.length) <= 2 && tags(a) === tags(b));
  let best: Opener[] | null = null;
  for (const c of cluster(short, like)) {
    if (c.length < (twin(c, order) ? 2 : 3) || order.get(c[0]!.start)! > FIRST_WITHIN || !spaced(c, lineEnd)) continue;
    if (!best || c.length > best.length) best = c;
  }
  return best;
}
