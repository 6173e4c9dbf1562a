import { bisect } from '../../../../text/bisect.ts';
import { charSet } from '../../../../text/char-set.ts';
import { remembering } from '../../../../text/remembering.ts';
import type { Point } from '../../types.ts';
import type { Article } from '../members/expand.ts';
import { countOf } from '../numerals.ts';
import type { Question } from './features.ts';
import { cut, LEVELS, type Level, nested, type Piece } from './pieces.ts';
import type { Promising } from './promising.ts';
import { LONGEST, rows, taken } from './rows.ts';

/** A stretch of the text that a member may be. */
export interface Span {
  start: number;
  end: number;
}

/** As many stretches in a row as a formula has members, as the text cuts them; what is no part of a member is still in them. */
export interface Run {
  spans: Span[];
  /** From where: `item` … `line` in the running text, in one bracket or quotation, or points, quotes, quantities, or see `gathered.ts`. */
  from: Level | 'bracket' | 'quoted' | 'points' | 'quotes' | 'terms' | 'gathered' | 'turns';
  /** All of each unit, or how it begins, or how it ends. */
  take: 'whole' | 'head' | 'first' | 'tail';
  /** Before the mention, behind it, or anywhere. */
  side: 'before' | 'behind';
  /** Units between the mention and the run. */
  skipped: number;
  /** The marks around the run and within it. */
  before: string;
  after: string;
  inner: string;
  /** The last two are parted by a word, not by a mark. */
  joined: boolean;
  /** Each unit begins with what tells items apart (一是, 首先, ①). */
  told: boolean;
}

const REACH = { behind: 640, before: 320, sentences: 7 };

/** What stands at one side of a mention, cut into units: the same for every number of members that is asked for. */
export interface Side {
  start: number;
  end: number;
  side: Run['side'];
  units: readonly Units[];
  /** Brackets and quotations with lists in them. */
  nested: readonly {
    from: 'bracket' | 'quoted';
    start: number;
    end: number;
    skipped: number;
    units: readonly Units[];
  }[];
}

interface Units {
  level: Level;
  units: readonly Piece[];
}

/** More mentions are not asked for again at once. */
const MENTIONS = 8;

/** The text around the mentions of an article: what is the same for a formula and for each of its parts is cut once. */
export class Sides {
  readonly #text: string;
  readonly #known = new Map<string, readonly Side[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Behind a mention, then before it. */
  of(open: number, close: number): readonly Side[] {
    const mention = `${open}-${close}`;
    let found = this.#known.get(mention);
    if (!found) {
      found = sidesOf(this.#text, open, close);
      if (this.#known.size >= MENTIONS) this.#known.clear();
      this.#known.set(mention, found);
    }
    return found;
  }
}

const sidesOf = (text: string, open: number, close: number): Side[] => [
  sideOf(text, close, endOfReach(text, close), 'behind'),
  sideOf(text, Math.max(0, open - REACH.before), open, 'before'),
];

function sideOf(text: string, start: number, end: number, side: Side['side']): Side {
  const units = LEVELS.map((level) => ({ level, units: cut(text, start, end, level) }));
  if (side === 'behind')
    for (const { level, units: all } of units)
      if ((level === 'part' || level === 'sentence') && all[0]?.before === '') behindClause(text, all[0]);
  const inner = nested(text, start, end).map(({ quoted, ...s }) => ({
    ...s,
    from: quoted ? ('quoted' as const) : ('bracket' as const),
    skipped: (side === 'behind' ? cut(text, start, s.start, 'item') : cut(text, s.end, end, 'item')).length,
    units: NESTED.map((level) => ({ level, units: cut(text, s.start, s.end, level) })),
  }));
  return { start, end, side, units, nested: inner };
}

const NESTED = ['item', 'clause', 'part'] as const;

/** Adds the rows of n in the text around a mention; not those that can be none of the best any more. */
export function runsAround({ text, count, parts }: Asked, sides: readonly Side[], best: Promising): void {
  const several = parts.length > 1;
  for (const { side, units, nested } of sides) {
    for (const { level, units: all } of units) rows(text, all, level, { side, count, several }, best);
    for (const { from, skipped, units: own } of nested)
      for (const { level, units: all } of own) rows(text, all, level, { side, from, skipped, count, several }, best);
  }
}

type Asked = Pick<Question, 'text' | 'count' | 'parts'>;

/** The first unit begins behind the clause of the mention. */
function behindClause(text: string, unit: Piece): void {
  const at = /[，,：:—]+/u.exec(text.slice(unit.start, unit.end));
  if (at && at.index + at[0].length < unit.end - unit.start) unit.start += at.index + at[0].length;
}

const isStop = charSet('。！？');

function endOfReach(text: string, close: number): number {
  let end = close;
  for (let k = 0; end < text.length && end < close + REACH.behind && k < REACH.sentences; end++)
    if (isStop(text.charCodeAt(end))) k++;
  return end;
}

/** The points that follow a mention or stand under it, or that lead up to it: n of one parent. */
export function* runsOfPoints(a: Article, open: number, close: number, n: number): Generator<Run> {
  const at = bisect(a.points, (p) => p.start >= close);
  for (let k = at; k < a.points.length && k < at + 2 && a.points[k]!.start - close <= 700; k++) {
    const siblings = siblingsOf(a, k, n + 1);
    if (siblings.length < n) continue;
    const { parent, start } = siblings[0]!;
    const above = parent === null ? undefined : a.byId.get(parent);
    const under = above !== undefined && above.headingStart <= close && close <= above.headingEnd + 2;
    const before = under ? 'under' : (a.text[start - 1] ?? '');
    yield* ofPoints(a, siblings.slice(0, n), {
      side: 'behind',
      skipped: k - at,
      before,
      after: siblings.length > n ? 'more' : '',
    });
  }
  const back = a.points.slice(Math.max(0, at - 40), at).filter((p) => p.headingEnd < open);
  const last = back.at(-1);
  if (!last || open - last.start > 1200) return;
  for (const parent of new Set([
    last.parent,
    last.id,
    last.parent === null ? null : (a.byId.get(last.parent)?.parent ?? null),
  ])) {
    const own = back.filter((p) => p.parent === parent);
    if (own.length >= n)
      yield* ofPoints(a, own.slice(-n), {
        side: 'before',
        skipped: 0,
        before: own.length > n ? 'more' : '',
        after: '',
      });
  }
}

/** A point and those behind it that stand under the same one, as many as are asked for. */
function siblingsOf(a: Article, k: number, most: number): Point[] {
  const head = a.points[k]!;
  const end = head.parent === null ? a.text.length : (a.byId.get(head.parent)?.end ?? 0);
  const siblings: Point[] = [];
  for (let i = k; i < a.points.length && i < k + 80 && siblings.length < most; i++) {
    const p = a.points[i]!;
    if (p.parent === head.parent) siblings.push(p);
    else if (p.start >= end) break;
  }
  return siblings;
}

function* ofPoints(
  a: Article,
  own: readonly Point[],
  about: Pick<Run, 'side' | 'skipped' | 'before' | 'after'>,
): Generator<Run> {
  for (const take of ['whole', 'head', 'first', 'tail'] as const) {
    if (take === 'tail' && !own.every((p) => /[，,；;：: ]/u.test(a.text.slice(p.headingStart, p.headingEnd))))
      continue;
    const spans = own.map((p) =>
      taken(a.text, { start: p.headingStart, end: p.headingEnd, before: '', after: '' }, take),
    );
    if (spans.every((s) => s.end - s.start <= LONGEST))
      yield { ...about, spans, take, from: 'points', inner: '', joined: false, told: true };
  }
}

const SIDE_BY_SIDE = /^(?:[、，,；;和与及]|以及)?$/u;

/** Quotes around a mention: n in a row; not those that can be none of the best any more. */
export function* runsOfQuotes(a: Article, open: number, close: number, n: number, best: Promising): Generator<Run> {
  const at = bisect(a.quotes, (q) => q.open >= close);
  const first = bisect(a.quotes, (q) => q.open >= open);
  const led = a.quotes.slice(Math.max(0, first - n), first);
  const inRow = led.every((q, i) => i === 0 || SIDE_BY_SIDE.test(a.text.slice(led[i - 1]!.close, q.open)));
  if (led.length === n && inRow && open - led[0]!.open < REACH.before)
    yield {
      from: 'quotes',
      take: 'whole',
      side: 'before',
      skipped: open - led.at(-1)!.close > 12 ? 1 : 0,
      spans: led.map(({ start, end }) => ({ start, end })),
      before: '',
      after: '',
      inner: '',
      joined: false,
      told: false,
    };
  const near = a.quotes.slice(at, at + 24).filter((q) => q.open < close + 2500);
  const about = {
    from: 'quotes',
    take: 'whole',
    side: 'behind',
    before: '',
    after: '',
    inner: '',
    joined: false,
    told: false,
  } as const;
  for (let i = 0; i + n <= near.length && best.might(about.from, about.inner, i); i++)
    yield { ...about, skipped: i, spans: near.slice(i, i + n).map(({ start, end }) => ({ start, end })) };
}

/** A measure word, or what stands for one behind a figure: 50%, 四成. */
const MEASURE = '(?:0?%|[成名个位支家套项条张本间座处所批人只台组队类份次分天小级大])';

const quantityOf = remembering((term) => new RegExp(`(?<![0-9一二两三四五六七八九十])${countOf(term)}${MEASURE}`, 'u'));

/** A stretch for each term of a code (1+3+N, 532), in their order: each quantity with what follows it, or the whole of its unit. */
export function* runsOfTerms(text: string, close: number, terms: readonly string[]): Generator<Run> {
  const end = endOfReach(text, close);
  for (const level of ['clause', 'item'] as const) {
    const units = cut(text, close, end, level);
    const found: { unit: Piece; at: number }[] = [];
    let from = 0;
    for (const term of terms) {
      const quantity = quantityOf(term);
      let hit = -1;
      for (let k = from; k < units.length && k < from + 6 && hit < 0; k++) {
        hit = quantity.exec(text.slice(units[k]!.start, units[k]!.end))?.index ?? -1;
        if (hit >= 0) {
          found.push({ unit: units[k]!, at: units[k]!.start + hit });
          from = k + 1;
        }
      }
      if (hit < 0) break;
    }
    if (found.length < terms.length) continue;
    const about = {
      from: 'terms',
      side: 'behind',
      skipped: units.indexOf(found[0]!.unit),
      before: found[0]!.unit.before,
      after: found.at(-1)!.unit.after,
      inner: found.at(-1)!.unit.before,
      joined: false,
      told: false,
    } as const;
    const whole = found.map(({ unit }) => taken(text, unit, 'whole'));
    if (whole.every((s) => s.end - s.start <= LONGEST)) yield { ...about, take: 'whole', spans: whole };
    yield {
      ...about,
      take: 'tail',
      spans: found.map(({ unit, at }) => ({ start: at, end: Math.min(unit.end, at + LONGEST) })),
    };
  }
}

const startsWith = remembering((term) => new RegExp(`^${countOf(term)}[个大项级支条张套本名\\p{Script=Han}]`, 'u'));

/** The formulas that the terms of a code stand for, wherever the article quotes them: “一个核心” … “三级网络” for 13. */
export function* runsOfFormulas(a: Article, close: number, terms: readonly string[]): Generator<Run> {
  const spans: Span[] = [];
  let k = bisect(a.quotes, (q) => q.open >= close);
  const last = Math.min(a.quotes.length, k + 60);
  for (const term of terms) {
    const starts = startsWith(term);
    while (k < last && !starts.test(a.quotes[k]!.text)) k++;
    if (k >= last) return;
    spans.push({ start: a.quotes[k]!.start, end: a.quotes[k]!.end });
    k++;
  }
  yield {
    spans,
    from: 'terms',
    take: 'head',
    side: 'behind',
    skipped: 0,
    before: '',
    after: '',
    inner: '',
    joined: false,
    told: false,
  };
}
