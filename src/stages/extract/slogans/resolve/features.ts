import { charSet } from '../../../../text/char-set.ts';
import { ending, type Test } from '../../../../text/ending.ts';
import { remembering } from '../../../../text/remembering.ts';
import { isNoun } from '../members/runs.ts';
import type { Part } from '../numerals.ts';
import type { Candidate } from './cuts.ts';
import { type Lengths, lengthsOf, mostBeside, shapeOf } from './shape.ts';
import { either, type Sign, Signs, sign, signs, steps } from './signs.ts';
import type { Run } from './stretches.ts';
import { ENDS, mostOff, ofTrims, STARTS } from './trims.ts';
import type { Words } from './words.ts';

type Kind = 'parts' | 'paired' | 'short' | 'thing' | 'word' | 'sign';

/** What is asked: the members of a formula at one of its mentions. */
export interface Question {
  text: string;
  open: number;
  close: number;
  parts: readonly Part[];
  /** How many members are looked for, and the key that each of them should have. */
  count: number;
  keys: readonly string[];
  /** All that the numerals count, or only those of parts that count several, each member belongs to all parts, or the parts come by turns. */
  promise: 'all' | 'many' | 'paired' | 'short' | 'turns';
  kind: Kind;
  /** The members as the whole field knows them. */
  known: readonly string[] | null;
  /** Places of formulas and other quoted phrases, in order. */
  quotes: readonly { open: number; close: number; text: string }[];
  words: Words;
}

/** Words that govern a list. */
const BY = /(?:通过|围绕|聚焦|坚持|推动|促进|做到|实现|把|将|对|由|以|从|在|按照|落实|实行|推行|建立|形成)$/u;
/** What stands right in front of a list and announces it. */
const CUES: readonly (readonly [string, Test])[] = [
  ['ie', ending(/(?:即|也就是|就是|是指|指的是|指|分别是|分别为|具体是|为|是)[：:，,]?$/u)],
  ['contains', ending(/(?:包括|包含|主要有|涵盖)[：:，,]?$/u)],
  ['colon', ending(/[：:]$/u)],
  ['dash', ending(/——?$/u)],
  ['bracket', ending(/[（(]$/u)],
  ['quote', ending(/“$/u)],
  ['by', ending(BY)],
  ['stop', ending(/[。；;\n]$/u)],
  ['comma', ending(/[，,]$/u)],
  ['enum', ending(/、$/u)],
];
/** What stands between a list and the formula that sums it up. */
const SUMS: readonly [string, RegExp][] = [
  ['none', /^[”’]?“?$/u],
  ['these', /^[”’]?(?:等|这|的|等的|共|[一-鿿]{0,2}[两三四五六七八九十\d](?:个|项|种|类|大|方面|位|级|方)?的?)“?$/u],
  ['called', /(?:简称|统称|合称|并称|称为|称之为|叫作|叫做|即|就是|概括为|归纳为|总结为|提炼为|形成|构成)[为：:]?“?$/u],
  ['into', /(?:一体|结合|融合|整合|统筹|一股绳|衔接|联动|贯通)(?:起来)?(?:的)?[，,]?[^，,。；;]{0,10}“?$/u],
  ['clause', /^[”’]?[，,][^，,。；;：:\n]{0,12}“?$/u],
  ['stop', /[。；;\n]/u],
];

/** Signs of where a row stands, and which of them are weighed along with others. */
interface Place {
  signs: Signs;
  skip: Sign;
  /** What announces it, or sums it up. */
  told: Sign;
}

const KEYED = sign('keyed');
const SIGNED = sign('signed');
const UNKEYED = sign('unkeyed');
const MANY = signs((n: number) => `${n}`);
const KNOWN = signs((which: string) => `known=${which}`);

/**
 * A list that may be the members of a formula, with the signs by which it is judged; the weights of them are in `weights.json`. What is
 * soon told is told at once, all else only for those lists that may be chosen.
 */
export class Choice {
  readonly list: readonly string[];
  readonly #candidate: Candidate;
  readonly #question: Question;
  readonly #place: Place;
  readonly #keys: Keys;
  readonly #lengths: Lengths;
  /** Signs that are soon told; how the list was cut comes first. */
  readonly #soon: readonly Sign[];
  #features: readonly Signs[] | null = null;

  constructor(candidate: Candidate, list: readonly string[], question: Question, place: Place) {
    this.list = list;
    this.#candidate = candidate;
    this.#question = question;
    this.#place = place;
    this.#keys = ofKeys(list, candidate, question);
    this.#lengths = lengthsOf(candidate.spans);
    const { signs: keys, key } = this.#keys;
    const [kind, starts, ends] = [keys[0]!, STARTS(candidate.starts), ENDS(candidate.ends)];
    const known = KNOWN(knownOf(list, question)).and(key);
    const edges = [kind.and(starts), kind.and(ends), key.and(starts), key.and(ends)];
    this.#soon = [known, kind.and(this.#lengths.length), ...edges];
  }

  /** Where its members stand. */
  get spans(): Candidate['spans'] {
    return this.#candidate.spans;
  }

  /** Whether all have the word of the formula, no more beside them do, and they stand in one row: one character stands anywhere. */
  get keyed(): boolean {
    const { key, signs: own } = this.#keys;
    return (
      key === KEYED &&
      this.#candidate.run.from !== 'gathered' &&
      !own.some((s) => s === MORE_BEHIND || s === MORE_FRONT)
    );
  }

  /** No sum of the weights of all signs is more. */
  get atMost(): number {
    const { signs: keys, key } = this.#keys;
    const { length, spread, ratio, ends } = this.#lengths;
    const { skip, told, signs: place } = this.#place;
    const many = this.#many();
    let sum = place.weight + key.and(skip).weight + key.and(told).weight + key.and(spread).weight;
    sum += STARTS(this.#candidate.starts).weight + ENDS(this.#candidate.ends).weight;
    sum += length.weight + spread.weight + ratio.weight + many.and(length).weight + many.and(spread).weight;
    for (const s of ends) sum += s.weight;
    for (const s of this.#soon) sum += s.weight;
    for (const s of keys) sum += s.weight + (isOfKey(s) ? many.and(s).weight : 0);
    return sum + mostBeside(this.list.length) + mostOff(this.#candidate);
  }

  /** All signs; one may be there twice. */
  get features(): readonly Signs[] {
    this.#features ??= this.#all();
    return this.#features;
  }

  #all(): Signs[] {
    const { signs: keys, key } = this.#keys;
    const { length, spread } = this.#lengths;
    const shape = shapeOf(this.list, this.#candidate.spans, this.#lengths, this.#question);
    const many = this.#many();
    const own = [...ofTrims(this.#candidate, this.#question), ...this.#soon];
    // What few members show is less sure than what many do …
    for (const s of keys) if (isOfKey(s)) own.push(many.and(s));
    own.push(many.and(length), many.and(spread), many.and(shape.anchor));
    // … and where the word is missing the place must be the better.
    own.push(key.and(this.#place.skip), key.and(this.#place.told), key.and(spread));
    return [this.#place.signs, new Signs(keys), shape.signs, new Signs(own)];
  }

  #many(): Sign {
    return MANY(Math.min(this.list.length, 5));
  }
}

const isOfKey = (s: Sign): boolean => s.name.startsWith('key');

/** Whether they are the members that the field knows, and in its order: in another, things of everyday only happen to stand together. */
function knownOf(list: readonly string[], { known }: Question): 'no' | 'all' | 'some' | 'others' {
  if (!known) return 'no';
  const at = list.map((m) => known.findIndex((k) => k.includes(m) || m.includes(k)));
  if (at.every((k, i) => k > (at[i - 1] ?? -1))) return 'all';
  return at.some((k) => k >= 0) ? 'some' : 'others';
}

/** What announces a list; of the words that govern one, which. */
const cueOf = remembering((front) => {
  const found = CUES.find(([, re]) => re.test(front));
  return found ? (found[0] === 'by' ? `by ${BY.exec(front)![0]}` : found[0]) : 'other';
});

const SIDE = signs((side: string) => `side=${side}`);
const FROM = signs((from: string) => `from=${from}`);
const INNER = signs((marks: string) => `inner=${marks}`);
const AFTER = signs((mark: string) => `after=${mark}`);
const BEFORE = signs((mark: string) => `before=${mark}`);
const BEHIND = signs((mark: string) => `behind=${mark}`);
const FRONT = signs((mark: string) => `front=${mark}`);
const CUE = signs((cue: string) => `cue=${cue}`);
const SUM = signs((sum: string) => `sum=${sum}`);
const JOINED = either('joined');
const TOLD = either('told');
const LINE = either('line');
const BETWEEN = either('between');
const STOPS = signs((n: number) => `stops=${n}`);
const SKIP = signs((n: number) => `skip=${n}`);
const GAP = steps('gap', 2, 6, 12, 24, 48, 96, 200, 9999);

const isBroader = charSet('。！？!?\n');

function stopsIn(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) if (isBroader(text.charCodeAt(i))) n++;
  return n;
}

/** A mark beside a list; of characters only that it is one. */
const besides = remembering((c) => (/[\p{Script=Han}]/u.test(c) ? 'han' : c === '\n' ? 'line' : c));

/** Signs of where a row stands; they are the same however its members are cut. */
export function ofPlace(run: Run, q: Question): Place {
  const [first, last] = [run.spans[0]!, run.spans.at(-1)!];
  const behind = run.side === 'behind';
  const gap = behind ? q.text.slice(q.close, first.start) : q.text.slice(last.end, q.open);
  const stops = stopsIn(gap);
  const [side, any] = [WORD(run.side), STOPS(Math.min(stops, 1))];
  const skip = SKIP(Math.min(run.skipped, 4))
    .and(side)
    .and(WORD(stops > 0 ? 'far' : 'near'));
  const told = behind
    ? CUE(cueOf(q.text.slice(Math.max(q.close, first.start - 8), first.start))).and(any)
    : SUM(SUMS.find(([, re]) => re.test(gap.slice(-24)))?.[0] ?? 'other').and(any);
  const out = [
    SIDE(run.side),
    FROM(run.from).and(WORD(run.take)),
    INNER(run.inner),
    AFTER(run.after),
    JOINED(run.joined),
    TOLD(run.told),
    SIDE(run.side)
      .and(STOPS(Math.min(stops, 3)))
      .and(LINE(gap.includes('\n'))),
    GAP(gap.length).and(side),
    skip,
    BETWEEN(isBetween(run, q)),
    told,
  ];
  if (behind) out.push(BEFORE(run.before));
  out.push(BEHIND(besides(q.text[last.end] ?? '')), FRONT(besides(q.text[first.start - 1] ?? '')));
  return { signs: new Signs(out), skip, told };
}

/** Whether another quoted phrase stands between the mention and the row. */
function isBetween({ side, spans }: Run, { open, close, quotes }: Question): boolean {
  const [from, to] = side === 'behind' ? [close, spans[0]!.start] : [spans.at(-1)!.end, open];
  return quotes.some((o) => o.open >= from && o.close <= to);
}

/** What the members are told by: a word or one character of it, the name of a thing, or several. */
export function kindOf(parts: readonly Part[], promise: Question['promise']): Kind {
  const [part] = parts as [Part];
  if (parts.length > 1) return promise === 'paired' ? 'paired' : 'parts';
  if (promise === 'short') return 'short';
  if (part.noun || isNoun(part.key)) return 'thing';
  return part.key.length > 1 ? 'word' : 'sign';
}

const WORD = signs((word: string) => word);
const KIND = signs((kind: string) => `kind=${kind}`);
const PROMISE = signs((promise: string) => `promise=${promise}`);
const KEY = {
  all: signs((kind: string) => `key=all ${kind}`),
  most: signs((kind: string) => `key=most ${kind}`),
  some: signs((kind: string) => `key=some ${kind}`),
  none: signs((kind: string) => `key=none ${kind}`),
};
const BARE = sign('key=bare');
const SIGN = signs((where: string) => `sign=${where}`);
const SAID = signs((ends: string) => `said=${ends}`);
const MORE_BEHIND = sign('more=behind');
const MORE_FRONT = sign('more=front');
const LAST = either('last');
const NEXT = either('next');

interface Keys {
  signs: Sign[];
  /** Whether all members have the word, or at least a character of it. */
  key: Sign;
}

/** How the members share the word that the formula counts. */
function ofKeys(list: readonly string[], { spans, ends }: Candidate, q: Question): Keys {
  const { kind, promise, parts, text } = q;
  const part = parts.length === 1 ? parts[0]! : null;
  const has = sharing(list, q);
  const out = [KIND(kind), PROMISE(promise).and(WORD(kind))];
  const end = spans.at(-1)!.end;
  let key = has === list.length ? KEYED : UNKEYED;
  if (has === list.length) {
    out.push(KEY.all(kind).and(WORD(whereAll(list, q.keys))));
    if (list.some((m, i) => m === q.keys[i])) out.push(BARE);
    if (part) ofMore(part.key, text, spans[0]!.start, end, out);
  } else {
    out.push(KEY[has === 0 ? 'none' : has >= list.length - 1 ? 'most' : 'some'](kind));
    if (part) {
      const where = signIn(list, part.key);
      out.push(SIGN(where));
      if (where !== 'none') key = SIGNED;
      if (part.key.length > 1 && text.slice(end, end + 10).includes(part.key.slice(-2))) out.push(SAID(ends));
    }
  }
  const own = parts.at(-1)!;
  if (promise === 'many' && own.count === 1)
    out.push(LAST(list.at(-1)!.includes(own.key)).and(NEXT(text.slice(end, end + 24).includes(own.key))));
  if (parts.length > 1 && parts.every((p) => p.count === 1)) out.push(ofTerms(list, parts));
  return { signs: out, key };
}

/** How many members have their word. */
function sharing(list: readonly string[], { promise, parts, keys }: Question): number {
  let n = 0;
  for (let i = 0; i < list.length; i++)
    if (promise === 'paired' ? parts.every((p) => list[i]!.includes(p.key)) : list[i]!.includes(keys[i]!)) n++;
  return n;
}

const whereIn = (m: string, key: string): 'head' | 'tail' | 'in' =>
  m.startsWith(key) ? 'head' : m.endsWith(key) ? 'tail' : 'in';

function whereAll(list: readonly string[], keys: readonly string[]): 'head' | 'tail' | 'in' | 'mixed' {
  const where = whereIn(list[0]!, keys[0]!);
  return list.every((m, i) => whereIn(m, keys[i]!) === where) ? where : 'mixed';
}

const NO_WORD = /[的之一个大项]/u;
const charactersOf = remembering((key) => [...key].filter((ch) => !NO_WORD.test(ch)));

/** Where a character of the word stands that all members have. */
function signIn(list: readonly string[], key: string): 'head' | 'tail' | 'in' | 'none' {
  const found = charactersOf(key).find((ch) => list.every((m) => m.includes(ch)));
  if (!found) return 'none';
  if (list.every((m) => m.startsWith(found))) return 'head';
  return list.every((m) => m.endsWith(found)) ? 'tail' : 'in';
}

const isMark = charSet('、，,；;');
const FRONT_MEMBER = /([^、，,；;。：:\n]{0,16})[、，,；;]$/u;

/** One more of them beside the row: it is longer than the formula counts. */
function ofMore(key: string, text: string, start: number, end: number, out: Sign[]): void {
  const next = /^[^、，,；;。\n]*[、，,；;。]?([^、，,；;。\n]{0,16})/u.exec(text.slice(end, end + 40))?.[1] ?? '';
  if (next.includes(key)) out.push(MORE_BEHIND);
  if (!isMark(text.charCodeAt(start - 1))) return;
  const front = FRONT_MEMBER.exec(text.slice(Math.max(0, start - 18), start))?.[1] ?? '';
  if (front.includes(key)) out.push(MORE_FRONT);
}

const DIGITS = [/^$/u, /[1一]/u, /[2两二双]/u, /[3三]/u, /[4四]/u, /[5五]/u, /[6六]/u, /[7七]/u, /[8八]/u, /[9九]/u];
const TERMS = signs((which: string) => `terms=${which}`);

function ofTerms(list: readonly string[], parts: readonly Part[]): Sign {
  const fits = list.filter((m, i) => {
    const term = parts[i]?.key ?? '';
    return /^[1-9]$/u.test(term)
      ? DIGITS[Number(term)]!.test(m)
      : /^[NX]/iu.test(term)
        ? /若干|多|N|X|数|批/u.test(m)
        : m.includes(term);
  }).length;
  return TERMS(fits === list.length ? 'all' : fits >= list.length - 1 ? 'most' : 'few');
}
