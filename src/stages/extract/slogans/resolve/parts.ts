/**
 * The members of a formula part by part: what stands in no row as a whole (“三联三提” over three headings 支部联建，提组织力; “一站四员” with
 * its 站 in the clause before) still stands in one row for each part.
 */
import { withoutGovernor } from '../members/heads.ts';
import { isCode, type Part } from '../numerals.ts';
import { type Likely, likeliest, mayBe, oddsOf } from './choose.ts';
import { cut } from './pieces.ts';
import { offerOf, type Searched, type Sought } from './search.ts';
import type { Span } from './stretches.ts';

/** Of each part so many lists are tried; a formula of more parts is a sentence. */
const MOST = { lists: 6, parts: 4 };
/** Each part must be likelier than this beside the lists that stand where the other parts have theirs. */
const SURE = 0.3;
const ODDS = oddsOf(SURE);

type Whole = readonly Likely[];

/**
 * The members of all parts in the order of the text, where each part has a row of its own; null where one has none.
 *
 * @param sought a formula of several parts; for any other the answer is null
 */
export function byParts(a: Searched, sought: Sought): readonly string[] | null {
  const { parts } = sought;
  const several = parts.filter((p) => p.count > 1);
  if (parts.length < 2 || parts.length > MOST.parts || !several.length || isCode(parts)) return null;
  const lists: Whole[] = [];
  for (const part of several) {
    const own = listsOf(a, ofPart(a, sought, part), part);
    if (!own.length) return null;
    lists.push(own);
  }
  const whole = bestOf(a.text, lists);
  if (!whole) return null;
  return withSingles(
    a,
    sought,
    whole.map((list) => list.spans),
  );
}

/**
 * 竹器、茶叶、山泉 are no 园 of 一区三园: so few are in a row by accident, and may be its row only where one of them has a character of the
 * word.
 */
const FEW = 3;
const hasOf = (member: string, key: string): boolean => [...key].some((c) => member.includes(c));

/** The lists that may be a part's; none where they are too unlikely beside none, which leaves no certainty to be taken away. */
function listsOf(a: Searched, sought: Sought, part: Part): Whole {
  const offer = offerOf(a, sought);
  if (!mayBe(offer, ODDS)) return [];
  return likeliest(offer)
    .slice(0, MOST.lists)
    .filter(({ list }) => part.count > FEW || list.some((m) => hasOf(m, part.key)));
}

/** A list of the parts that count several, with the member of each that counts one; null where these are not beside it. */
export function withOnes(a: Searched, sought: Sought, list: readonly string[]): readonly string[] | null {
  const several = sought.parts.filter((p) => p.count > 1);
  if (several.length === sought.parts.length || list.length !== several.reduce((n, p) => n + p.count, 0)) return null;
  const [{ close }] = sought.places as [Sought['places'][0]];
  let at = close;
  const spans = list.map((m) => {
    const start = a.text.indexOf(m, at);
    at = start < 0 ? Number.POSITIVE_INFINITY : start + m.length;
    return { start, end: start + m.length };
  });
  if (spans.some((s) => s.start < 0) || spans[0]!.start > close + REACH) return null;
  return withSingles(
    a,
    sought,
    several.map(({ count }) => spans.splice(0, count)),
  );
}

const NUMERALS = ['', '一', '二两双', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A part is looked for around its own mention too: 所谓“三看”，是…. */
function ofPart({ quoted }: Searched, sought: Sought, part: Part): Sought {
  const names = [...(NUMERALS[part.count] ?? '')].flatMap((n) => [n + part.key, `${n}个${part.key}`]);
  const found = names.map((name) => quoted.first(name)).find((place) => place !== null);
  const own = found ? [found] : [];
  return { ...sought, parts: [part], places: [...own, ...sought.places], known: null };
}

/** Of all choices of a list for each part, none where another has its own, the likeliest. */
function bestOf(text: string, lists: readonly Whole[]): Whole | null {
  let best: { whole: Whole; p: number } | null = null;
  for (const whole of product(lists)) {
    if (!whole.every((list, i) => i === 0 || isBehind(text, whole[i - 1]!.spans, list.spans))) continue;
    if (whole.some(({ list }) => list.some((m) => /\d/u.test(m)))) continue;
    const ps = whole.map((list, i) => list.p / left(lists[i]!, list, whole.toSpliced(i, 1)));
    const p = ps.reduce((x, y) => x * y, 1);
    if (ps.every((x) => x > SURE) && p > (best?.p ?? 0)) best = { whole, p };
  }
  return best?.whole ?? null;
}

function* product(lists: readonly Whole[]): Generator<Likely[]> {
  const [first, ...others] = lists;
  if (!first) yield [];
  else for (const rest of product(others)) for (const list of first) yield [list, ...rest];
}

/** What is left of certainty, when all is taken away that stands where other parts have their lists. */
const left = (all: Whole, own: Likely, others: Whole): number =>
  1 -
  all
    .filter((list) => list !== own && others.some((o) => !areApart(list.spans, o.spans)))
    .reduce((n, { p }) => n + p, 0);

const areApart = (xs: readonly Span[], ys: readonly Span[]): boolean =>
  xs.every((x) => ys.every((y) => x.end <= y.start || y.end <= x.start));

/** One part after the other, or by turns with marks between: 走进乡镇带回民意 is one member. */
const isBehind = (text: string, xs: readonly Span[], ys: readonly Span[]): boolean =>
  xs.at(-1)!.end <= ys[0]!.start ||
  (xs.length === ys.length &&
    xs.every((x, i) => PARTED.test(text.slice(x.end, ys[i]!.start)) && ys[i]!.end <= (xs[i + 1]?.start ?? ys[i]!.end)));

const PARTED = /^[”’]?[、，,；;：:。]/u;

/** What counts one stands no further from the rows of the others. */
const REACH = 160;
/** A longer stretch tells a story. */
const LONGEST = 14;

/** The rows of the parts that count several with the member of each that counts one, in the order of the text. */
function withSingles(a: Searched, { parts }: Sought, rows: readonly (readonly Span[])[]): string[] | null {
  const spans: Span[] = [];
  let k = 0;
  for (const [i, part] of parts.entries()) {
    const own =
      part.count > 1
        ? rows[k++]!
        : singleOf(a, part, rows[k - 1], rows[k], parts[i - 1]?.count === 1 ? spans.at(-1) : undefined);
    if (!own) return null;
    spans.push(...own);
  }
  return spans.toSorted((x, y) => x.start - y.start).map((s) => a.text.slice(s.start, s.end));
}

/** Behind the row of the part before, else in front of that of the next: the nearest stretch that begins or ends with the key. */
function singleOf(
  a: Searched,
  part: Part,
  last: readonly Span[] | undefined,
  next: readonly Span[] | undefined,
  behind: Span | undefined,
): Span[] | null {
  const end = next?.[0]?.start ?? a.text.length;
  const from = behind?.end ?? last?.at(-1)?.end ?? Math.max(0, end - REACH);
  const to = Math.min(end, from + REACH);
  const stretch = a.text.slice(from, to);
  const line = last ? stretch.split('\n', 1)[0]! : stretch.slice(stretch.lastIndexOf('\n') + 1);
  const start = last ? from : to - line.length;
  const units = cut(a.text, start, start + line.length, 'item');
  const fellows = (last ?? next!).map((s) => a.text.slice(s.start, s.end));
  const found = units.map((u) => keyed(a, u, part.key, fellows)).filter((s) => s !== null);
  const own = last ? found[0] : found.at(-1);
  return own ? [own] : null;
}

/** 每院 and 安排和大 name nothing. */
const NO_MEMBER = /[\d一二两三四五六七八九十“”]|^[每各该本这全]/u;
const JOINS = /[和与及的]/u;

function keyed({ text, words }: Searched, { start, end }: Span, key: string, fellows: string[]): Span | null {
  const unit = text.slice(start, end);
  const led = fellows.every((m) => m[0] === fellows[0]![0]);
  if (led && unit.startsWith(key) && unit.length > key.length && unit.length <= LONGEST) return { start, end };
  const at = unit.lastIndexOf(key) + key.length;
  if (at <= key.length || !words.endsWord(start, start + at)) return null;
  const head = unit.slice(0, at);
  const [own = head] = /^以.+[为作]/u.test(head) ? [head] : withoutGovernor([head, ...fellows]);
  const named = own.replace(/^[用凭靠](?=.{3})/u, '');
  if (named.length > LONGEST || NO_MEMBER.test(named) || (named !== unit && JOINS.test(named))) return null;
  return { start: start + at - named.length, end: start + at };
}
