import type { Word } from '../../../../text/segment.ts';
import { governs } from '../members/heads.ts';
import type { Run, Span } from './stretches.ts';
import type { Words } from './words.ts';

/** A row with what governs the whole list cut from its beginning, and what is said of the whole list from its end. */
export interface Candidate {
  run: Run;
  spans: readonly Span[];
  /** How the members were cut at their beginnings and ends. */
  starts: 'as' | 'first' | 'key' | 'prefix' | 'quantity';
  ends: 'as' | 'last' | 'key' | 'suffix' | 'noun' | 'even' | 'serving' | 'parts';
}

const CONNECTIVE =
  /^(?:既(?!有)|又|同时|并且|并(?=要|将|对|把|由|做)|还要?|也要?|最终|最后(?!一)|其中|分别(?:指的是|是指|是|为|指)?|指的是|是指|即|就是|是|叫做|包括)(?=.{2})/u;
const QUANTITY =
  /^(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)[余多]?[万亿]?[名个位支家套项条张本间座处所只台组队类份户批]/u;
/** How far a member may be from the length of the others. */
const SLACK = 3;
/** Of all boundaries those that leave the length nearest to the others' are tried. */
const BOUNDARIES = 4;
const PARTED = 2;

const lengthOf = (s: Span): number => s.end - s.start;
export const textOf = (text: string, s: Span): string => text.slice(s.start, s.end);

/** Without quotation marks around the whole of it, a remark in brackets behind it, and what only joins it to the others. */
function clean(text: string, { start, end }: Span, alike: { head: boolean; tail: boolean }): Span {
  let s = textOf(text, { start, end });
  const shift = alike.head ? 0 : (CONNECTIVE.exec(s)?.[0].length ?? 0);
  if (shift && s.length - shift > 1) {
    start += shift;
    s = s.slice(shift);
  }
  const remark = /.[（(][^（）()]*[）)]$/u.exec(s);
  if (remark && remark.index > 0) end = start + remark.index + 1;
  s = textOf(text, { start, end });
  const said = /(?<=.{2})(?:等|的|等的|这[套种些]?)$/u.exec(s);
  if (said && !alike.tail) end = start + said.index;
  if (/^[“‘「][^“”‘’「」]+[”’」]$/u.test(textOf(text, { start, end }))) return { start: start + 1, end: end - 1 };
  return { start, end };
}

function shared(list: readonly string[], from: 'start' | 'end'): number {
  const [first] = list as [string];
  const at = (s: string, k: number): string | undefined => s.at(from === 'start' ? k : -1 - k);
  let n = 0;
  while (n < first.length && list.every((s) => at(s, n) === at(first, n))) n++;
  return Math.min(n, Math.min(...list.map((s) => s.length)) - 1);
}

/** Where the first member may begin, or the last one end: at words that leave about the length of the others. */
function boundaries(words: readonly Word[], length: number, others: readonly Span[], side: 'start' | 'end'): number[] {
  const bounds = new Bounds(length, others, side);
  const isStart = side === 'start';
  const like = lengthOf(others[0]!);
  // 对|调撤率 beside 发改率: where the others are of one length, so may be this one, whatever the dictionary says.
  const even = others.every((s) => lengthOf(s) === like) && length > like ? (isStart ? length - like : like) : 0;
  if (even)
    bounds.add(
      even,
      words.some((w) => PARTS.test(w.tag) && (isStart ? w.end : w.start) === even),
    );
  for (let k = 0; k < words.length; k++) {
    const at = isStart ? words[k]!.start : words[k]!.end;
    // Behind a verb or a preposition, in front of one, is the likelier place.
    const beside = words[isStart ? k - 1 : k + 1];
    if (at !== even) bounds.add(at, beside !== undefined && PARTS.test(beside.tag));
  }
  return bounds.best;
}

const PARTS = /^[vp]/u;

/** The places within a member that leave the length nearest to the others'. */
class Bounds {
  readonly best: number[] = [];
  readonly #off: number[] = [];
  readonly #length: number;
  readonly #isStart: boolean;
  readonly #least: number;
  readonly #most: number;
  readonly #mean: number;

  constructor(length: number, others: readonly Span[], side: 'start' | 'end') {
    let [least, most, sum] = [Number.POSITIVE_INFINITY, 0, 0];
    for (const s of others) {
      least = Math.min(least, lengthOf(s));
      most = Math.max(most, lengthOf(s));
      sum += lengthOf(s);
    }
    this.#length = length;
    this.#isStart = side === 'start';
    this.#least = least - SLACK;
    this.#most = most * 1.5 + SLACK;
    this.#mean = sum / others.length;
  }

  add(at: number, parted: boolean): void {
    const left = this.#isStart ? this.#length - at : at;
    if (at <= 0 || at >= this.#length || left < this.#least || left > this.#most) return;
    const off = Math.abs(left - this.#mean) - (parted ? PARTED : 0);
    let i = this.best.length;
    while (i > 0 && (off < this.#off[i - 1]! || (off === this.#off[i - 1] && at < this.best[i - 1]!))) i--;
    if (i >= BOUNDARIES) return;
    this.best.splice(i, 0, at);
    this.#off.splice(i, 0, off);
    this.best.length = Math.min(this.best.length, BOUNDARIES);
    this.#off.length = this.best.length;
  }
}

/** A list that is cut, and how. */
type Cut<How> = readonly [How, readonly Span[]];

function startsOf(
  text: string,
  spans: readonly Span[],
  keys: readonly string[],
  words: Words,
): Cut<Candidate['starts']>[] {
  const out: Cut<Candidate['starts']>[] = [['as', spans]];
  const [first, ...others] = spans as [Span, ...Span[]];
  for (const at of boundaries(words.of(first), lengthOf(first), others, 'start'))
    out.push(['first', [{ ...first, start: first.start + at }, ...others]]);
  const list = spans.map((s) => textOf(text, s));
  const places = list.map((s, i) => (keys[i] ? s.indexOf(keys[i]!) : -1));
  if (places.every((p) => p >= 0)) {
    if (places.slice(1).some((p) => p > 0)) out.push(['key', begunAt(spans, places)]);
    // The key may stand where the others have it: 干警|生病住院必访.
    if (places.slice(1).every((p) => p === 0) && places[0]! > 0)
      out.push(['key', [{ ...first, start: first.start + places[0]! }, ...others]]);
  }
  const prefix = shared(list, 'start');
  if (prefix > 0) out.push(['prefix', spans.map((s) => ({ ...s, start: s.start + prefix }))]);
  const counts = list.map((s) => QUANTITY.exec(s)?.[0].length ?? 0);
  if (counts.every((c, i) => c > 0 && c < list[i]!.length - 1)) out.push(['quantity', begunAt(spans, counts)]);
  return out;
}

const begunAt = (spans: readonly Span[], places: readonly number[]): Span[] =>
  spans.map((s, i) => ({ start: s.start + places[i]!, end: s.end }));
const endedAt = (spans: readonly Span[], places: readonly number[]): Span[] =>
  spans.map((s, i) => ({ start: s.start, end: s.start + places[i]! }));

/** Where a word ends that a member should have; -1 where there is none. */
function endOfKey(member: string, key: string | undefined): number {
  const at = key ? member.indexOf(key) : -1;
  return at < 0 ? -1 : at + key!.length;
}

function endsOf(text: string, spans: readonly Span[], keys: readonly string[], words: Words): Cut<Candidate['ends']>[] {
  const out: Cut<Candidate['ends']>[] = [['as', spans]];
  const others = spans.slice(0, -1);
  const last = spans.at(-1)!;
  for (const at of boundaries(words.of(last), lengthOf(last), others, 'end'))
    out.push(['last', [...others, { ...last, end: last.start + at }]]);
  const list = spans.map((s) => textOf(text, s));
  const places = list.map((s, i) => endOfKey(s, keys[i]));
  if (places.every((p) => p > 0) && places.some((p, i) => p < list[i]!.length))
    out.push(['key', endedAt(spans, places)]);
  const serving = list.map((s) => SERVES.exec(s)?.index ?? -1);
  if (serving.every((e) => e > 0)) out.push(['serving', endedAt(spans, serving)]);
  const parts = endsOfParts(list, spans, keys);
  if (parts) out.push(['parts', parts]);
  const suffix = shared(list, 'end');
  if (suffix > 0) out.push(['suffix', spans.map((s) => ({ ...s, end: s.end - suffix }))]);
  const nouns = spans.map((s) => words.nounEnd(s));
  if (nouns.every((e) => e > 1) && nouns.some((e, i) => e < list[i]!.length)) out.push(['noun', endedAt(spans, nouns)]);
  const shortest = Math.min(...list.map((s) => s.length));
  for (let length = 2; length <= Math.min(shortest, 6); length++) {
    if (list.every((s) => s.length === length)) continue;
    if (spans.every((s) => words.of(s).some((w) => w.end === length)))
      out.push(['even', spans.map((s) => ({ ...s, end: s.start + length }))]);
  }
  return out;
}

/** 社区|为平台、社会组织|为载体: what each of them is to the others. */
const SERVES = /(?:为|是|作|当|负责)(?=.)/u;

/** 操作前查、操作中查、操作后查|一道不少，…: what is said of all members of a part, behind the last of them. */
function endsOfParts(list: readonly string[], spans: readonly Span[], keys: readonly string[]): Span[] | null {
  if (keys.every((k) => k === keys[0])) return null;
  const own = spans.map((s, i) => {
    const key = keys[i]!;
    const fellows = list.filter((_, k) => k !== i && keys[k] === key);
    const last = keys[i + 1] !== key && fellows.length > 0;
    const at = list[i]!.lastIndexOf(key);
    return last && at > 0 && fellows.every((m) => m.endsWith(key)) ? { ...s, end: s.start + at + key.length } : s;
  });
  return own.some((s, i) => s.end < spans[i]!.end) ? own : null;
}

/** The quoted terms of a code: “1”即…, “N”即…. */
const TERM = /^[0-9NX]{1,3}$/iu;
const isTerm = (text: string, s: Span): boolean => lengthOf(s) <= 3 && TERM.test(textOf(text, s));

/** 唱响“产业曲”, 唱响“生态曲”: what each calls by a name; but 书记“第一责任”, 委员“分管责任” say whose it is. */
function named(text: string, spans: readonly Span[]): Span[] | null {
  const found = spans.map((s) => /^([^“”]*)“([^“”]+)”[^“”]*$/u.exec(textOf(text, s)));
  if (!found.every((m) => m !== null)) return null;
  if (found.slice(1).every((m) => m[1] && !governs(m[1]))) return null;
  return spans.map((s, i) => {
    const start = s.start + found[i]![1]!.length + 1;
    return { start, end: start + found[i]![2]!.length };
  });
}

/** Something is left of it. */
const isLeft = (s: Span): boolean => s.end > s.start;

/** The lists that a row may stand for. */
export function candidates(text: string, run: Run, keys: readonly string[], words: Words): Candidate[] {
  const [{ start }] = run.spans as [Span];
  // 还有一家没修不收工, 还有一户没电不回家; 怕吃苦的, 怕吃亏的: what all of them have is theirs.
  const alike = {
    head: run.spans.every((s) => text[s.start] === text[start]),
    tail: run.spans.every((s) => text[s.end - 1] === '的'),
  };
  const spans = run.spans.map((s) => clean(text, s, alike));
  const out: Candidate[] = [];
  if (!spans.every(isLeft)) return out;
  const inner = named(text, spans);
  if (inner) out.push({ run, spans: inner, starts: 'as', ends: 'as' });
  for (const [starts, from] of startsOf(text, spans, keys, words)) {
    if (!from.every(isLeft)) continue;
    for (const [ends, own] of endsOf(text, from, keys, words))
      if (own.every(isLeft) && !own.every((s) => isTerm(text, s))) out.push({ run, spans: own, starts, ends });
  }
  return out;
}
