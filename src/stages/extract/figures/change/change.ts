import { type Place, quote } from '../../measures/place.ts';
import type { Change, Figure } from '../../types.ts';
import { isBody, nextBody } from './against.ts';
import { type Told, wordOf } from './change-word.ts';
import { directionOf, NAME } from './change-words.ts';
import { comparedAt } from './compared.ts';

/**
 * Whether a figure says by how much something changed (增长5.2%, 缩短2天, 增速7.8%), the level that it came to (提高到60%) or
 * came from (由45%提高到…), and which way it went; or how far it is from another body's (高于全省平均1.2个百分点). Read from the words that the figure touches: what stands farther off may
 * be of another figure. A count of what is new (新增3家), a place (增幅列全省第二), a ratio (是2019年的1.5倍) and what is held
 * against a target or a plan (比序时进度快2个百分点) are no changes.
 */

/** Figures in one row: 增长5.2%、|3.1%. */
const JOINED = /^(?:以上|左右)?(?:[、和及与]|以及)$/u;
/** 分别提升1.1亿元和|0.6个百分点: one for each, whatever the units. */
const EACH = /分别/u;
/** One thing in two units: 减少120户|360人. */
const COUNTED_BY = /^[户人口名]$/u;
const bothCount = (a: Figure, b: Figure, gap: string): boolean =>
  gap === '' && COUNTED_BY.test(a.unit) && COUNTED_BY.test(b.unit);
/** 下降3.2个百分点至|8.9%: the level behind the amount. */
const ARRIVED = /^[至到]$/u;
/** 由|45%提高到…, 从最初的|3个村扩大到…. */
const FROM = /(?:[由从]|(?<!来)自)[^，,。；;由从到至]{0,14}$/u;
/** What may stand between the level it came from and the verb: 30家|企业|增加到, 45%，|提高到. */
const ONWARD = /^[\p{Script=Han}]{0,10}[，,]?$/u;
/** The same without 由: 药占比34%|降至26.8%. */
const STRAIGHT = /^(?:一路|直接|迅速|快速|大幅|逐步|逐年|稳步|分别)?$/u;

/** How far back a clause is looked at. */
const CLAUSE = 48;
const isMark = (c: string): boolean => /[，,。；;！!？?\n：:]/u.test(c);

/** Where the clause of an offset begins. */
function clauseStart(text: string, at: number): number {
  const low = Math.max(0, at - CLAUSE);
  let i = at;
  while (i > low && !(isMark(text[i - 1]!) && !(/[0-9]/u.test(text[i - 2] ?? '') && /[0-9]/u.test(text[i] ?? '')))) i--;
  return i;
}

/** 增速|回落, 降幅同比|收窄: what changed is itself a change. */
const RATE_BEFORE = new RegExp(
  `(${NAME})(?:(?:同比|环比|[比较][^，,。；;]{1,12}|由[^，,。；;]{1,12}|从[^，,。；;]{1,12}))?(?:分别|均|都|又|再|也|还|已|将|大幅|明显|进一步|逐步|持续)?$`,
  'u',
);

function rateBefore(text: string, from: number, at: number): Place | null {
  const low = Math.max(from, at - 28);
  const m = RATE_BEFORE.exec(text.slice(low, at));
  return m && { start: low + m.index, end: low + m.index + m[1]!.length };
}

/** 同比少立104起，|下降10.2%: a clause of the verb alone goes on about what was said before. */
const GOES_ON = /^[，,、]?$/u;
const goesOn = (text: string, before: Before | null, at: number): Change | null =>
  before?.change?.kind === 'by' && GOES_ON.test(text.slice(before.figure.end, at)) ? before.change : null;

/** 审批时限|提速85%: a time that something takes gets less where it is quicker. */
const SPAN = /(?:时限|时间|时长|用时|耗时|周期|工期|期限)$/u;
const isQuicker = (word: string, { indicator }: Figure): boolean =>
  (word === '提速' || word === '加快') && indicator !== null && SPAN.test(indicator);

interface Before {
  figure: Figure;
  change: Change | null;
}

function changeOf(text: string, told: Told, f: Figure, before: Before | null): Change {
  const word = quote(text, told);
  const from = clauseStart(text, told.start);
  const way = told.direction ?? (isQuicker(word.text, f) ? 'down' : directionOf(word.text));
  const below = told.kind === 'by' && (f.value ?? f.max ?? 0) < 0;
  const previous = before && before.figure.end <= told.start ? before.figure : null;
  const own = told.compared ?? comparedAt(text, told.start, from, previous);
  const compared = own ? quote(text, own) : (goesOn(text, before, told.start)?.compared ?? null);
  const rate = rateBefore(text, from, told.start);
  // 增速比1月份回落0.3个百分点，|比2月份加快0.2个百分点
  const of = rate ? quote(text, rate) : (goesOn(text, before, own?.start ?? told.start)?.of ?? null);
  const kind = told.kind === 'by' && compared && isBody(compared.text) ? 'than' : told.kind;
  return { kind, direction: below ? (way === 'up' ? 'down' : 'up') : way, ...word, of, compared };
}

/** What stands between two figures that touch but for a few characters; null where they do not. */
function gapBetween(text: string, last: Figure, f: Figure): string | null {
  return f.start < last.end || f.start - last.end > 4 ? null : text.slice(last.end, f.start);
}

/** The figures in one row with this one say what it is: 分别提升1.1亿元和|0.6个百分点; 由1支、9人发展到23支、|386人. */
function isOfRow(text: string, f: Figure, last: Figure, change: Change, baselines: ReadonlySet<string>): boolean {
  if (f.unit === last.unit) return true;
  if (EACH.test(text.slice(Math.max(0, change.start - 12), change.end + 4))) return true;
  return change.kind === 'to' && baselines.has(f.unit);
}

/**
 * The change of the figure before, where it holds for this one too.
 *
 * @param baselines the levels from which it changed
 */
function inherited(
  text: string,
  f: Figure,
  last: Figure,
  change: Change,
  baselines: ReadonlySet<string>,
): Change | null {
  const gap = change.kind === 'from' ? null : gapBetween(text, last, f);
  if (gap === null) return null;
  if (JOINED.test(gap) && isOfRow(text, f, last, change, baselines))
    return change.kind === 'than' ? nextOf(text, change) : change;
  if (bothCount(last, f, gap)) return change;
  return change.kind === 'by' && ARRIVED.test(gap) ? { ...change, kind: 'to' } : null;
}

/** 分别高于全国、全省2.1个和|1.3个百分点: the next figure is held against the next body. */
function nextOf(text: string, change: Change): Change {
  const next = change.compared && nextBody(text, change.compared);
  return next ? { ...change, compared: quote(text, next) } : change;
}

/** 93.5%→|96.2%: two levels of one thing, in the order of time. */
const ARROW = /^\s?(→|➔|⟶|[—-]{1,2}>)\s?$/u;
function arrowed(text: string, f: Figure, last: Figure): Change | null {
  const gap = gapBetween(text, last, f);
  const arrow = gap ? ARROW.exec(gap)?.[1] : undefined;
  if (arrow === undefined || f.unit !== last.unit || f.value === undefined || last.value === undefined) return null;
  if (f.value === last.value) return null;
  const start = last.end + gap!.indexOf(arrow);
  const direction = f.value > last.value ? 'up' : 'down';
  const word = quote(text, { start, end: start + arrow.length });
  return { kind: 'to', direction, ...word, of: null, compared: null };
}

/** Whether a level stands in front of the verb as the one that it came from; with words between them, of the same unit. */
function isBaseline(text: string, f: Figure, gap: string, to: Figure): boolean {
  if (STRAIGHT.test(gap) && f.unit === to.unit) return true;
  const touches = gap.length < 2;
  const led = ONWARD.test(gap) && (touches || f.unit === to.unit);
  return led && FROM.test(text.slice(Math.max(0, f.start - 16), f.start));
}

/** The levels that something came from: those in front of the verb of the figure at `at`, as far as they are in one row. */
function baselinesOf(
  text: string,
  figures: readonly Figure[],
  changes: readonly (Change | null)[],
  at: number,
): number[] {
  const verb = changes[at]!;
  const found: number[] = [];
  let next: Place = verb;
  for (let i = at - 1; i >= 0 && changes[i] === null; i--) {
    const f = figures[i]!;
    if (f.end > next.start || next.start - f.end > 12) break;
    const gap = text.slice(f.end, next.start);
    if (
      !(next === verb ? isBaseline(text, f, gap, figures[at]!) : JOINED.test(gap) || bothCount(f, figures[i + 1]!, gap))
    )
      break;
    found.push(i);
    next = f;
  }
  return found;
}

/**
 * What each figure says of a change; null for most.
 *
 * @param text the article
 * @param figures its figures in their order, offsets in UTF-16 units of `text`
 * @returns an entry for each figure; offsets in the same units. Linear: bounded windows around each figure.
 */
export function changesOf(text: string, figures: readonly Figure[]): (Change | null)[] {
  const changes: (Change | null)[] = [];
  let baselines: ReadonlySet<string> = new Set();
  for (const [i, f] of figures.entries()) {
    const last = i > 0 ? { figure: figures[i - 1]!, change: changes[i - 1]! } : null;
    const told = wordOf(text, f);
    const arrow = last && arrowed(text, f, last.figure);
    if (arrow) {
      changes.push(arrow);
      changes[i - 1] ??= { ...arrow, kind: 'from' };
      continue;
    }
    if (!told) {
      changes.push(last?.change ? inherited(text, f, last.figure, last.change, baselines) : null);
      continue;
    }
    const change = changeOf(text, told, f, last);
    changes.push(change);
    const from = change.kind === 'to' ? baselinesOf(text, figures, changes, i) : [];
    for (const k of from) changes[k] = { ...change, kind: 'from' };
    baselines = new Set(from.map((k) => figures[k]!.unit));
  }
  return changes;
}
