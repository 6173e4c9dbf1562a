import { type CharTest, charSet } from '../../../../text/char-set.ts';
import { governs } from '../heads.ts';
import { isCode, type Part } from '../numerals.ts';
import { isNoun } from '../runs.ts';
import { type Candidate, textOf, type Words } from './cuts.ts';
import type { Run } from './stretches.ts';

/** What is asked: the members of a formula at one of its mentions. */
export interface Question {
  text: string;
  open: number;
  close: number;
  parts: readonly Part[];
  /** How many members are looked for, and the key that each of them should have. */
  count: number;
  keys: readonly string[];
  /** All that the numerals count, or only those of parts that count several, or each member belongs to all parts. */
  promise: 'all' | 'many' | 'paired' | 'short';
  /** The members as the whole field knows them. */
  known: readonly string[] | null;
  /** Places of formulas and other quoted phrases, in order. */
  quotes: readonly { open: number; close: number; text: string }[];
  words: Words;
}

const step = (n: number, steps: readonly number[]): string => `${steps.findIndex((s) => n <= s)}`;

/** What stands right in front of a list and announces it. */
const CUES: readonly [string, RegExp][] = [
  ['ie', /(?:即|也就是|就是|是指|指的是|指|分别是|分别为|具体是|为|是)[：:，,]?$/u],
  ['contains', /(?:包括|包含|主要有|涵盖)[：:，,]?$/u],
  ['colon', /[：:]$/u],
  ['dash', /——?$/u],
  ['bracket', /[（(]$/u],
  ['quote', /“$/u],
  ['by', /(?:通过|围绕|聚焦|坚持|推动|促进|做到|实现|把|将|对|由|以|从|在|按照|落实|实行|推行|建立|形成)$/u],
  ['stop', /[。；;\n]$/u],
  ['comma', /[，,]$/u],
  ['enum', /、$/u],
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
const BROADER = '。！？!?\n';

/** Tells the signs whose names begin with one of these words. */
function beginningWith(...words: string[]): (sign: string) => boolean {
  const may = charSet(words.map((w) => w[0]!));
  return (sign) => may(sign.charCodeAt(0)) && words.some((w) => sign.startsWith(w));
}
/** What few members show is less sure than what many do … */
const isOfMany = beginningWith('key', 'length', 'anchor', 'spread');
/** … and where the word is missing the place must be the better. */
const isOfKeys = beginningWith('skip', 'cue', 'sum', 'spread');

const tagOf = (tag: string | undefined): string => tag?.[0] ?? '-';

const pairs = new Map<string, Map<string, string>>();

/** Two signs as one. There are some hundred pairs: each is made once, as a string that is put together anew is slow to look up. */
function both(a: string, b: string): string {
  let ofFirst = pairs.get(a);
  if (!ofFirst) {
    ofFirst = new Map();
    pairs.set(a, ofFirst);
  }
  let pair = ofFirst.get(b);
  if (pair === undefined) {
    pair = `${a} ${b}`;
    ofFirst.set(b, pair);
  }
  return pair;
}

/** Signs by which a row, cut to a list, is judged to be the members of a formula; the weights of them are in `weights.json`. */
export function featuresOf(c: Candidate, q: Question, place: readonly string[]): string[] {
  const list = c.spans.map((s) => textOf(q.text, s));
  const n = list.length;
  const keys = ofKeys(list, c, q);
  const shape = shapeOf(list, c, q);
  const many = `${Math.min(n, 5)}`;
  const kind = keys[0]!;
  const key = keys.some((f) => f.startsWith('key=all'))
    ? 'keyed'
    : keys.some((f) => f.startsWith('sign=') && f !== 'sign=none')
      ? 'signed'
      : 'unkeyed';
  return place.concat(
    keys,
    shape,
    ofTrims(c, q),
    ofKnown(list, key, q),
    shape.filter((f) => f.startsWith('length')).map((f) => both(kind, f)),
    [`${kind} starts=${c.starts}`, `${kind} ends=${c.ends}`, `${key} starts=${c.starts}`, `${key} ends=${c.ends}`],
    keys
      .concat(shape)
      .filter(isOfMany)
      .map((f) => both(many, f)),
    place
      .concat(shape)
      .filter(isOfKeys)
      .map((f) => both(key, f)),
  );
}

/** Whether they are the members that the field knows. */
function ofKnown(list: readonly string[], key: string, { known }: Question): string[] {
  if (!known) return [`known=no ${key}`];
  const shared = list.filter((m) => known.some((k) => k.includes(m) || m.includes(k))).length;
  return [`known=${shared === list.length ? 'all' : shared > 0 ? 'some' : 'others'} ${key}`];
}

/** What announces a list; of the words that govern one, which. */
function cueOf(front: string): string {
  const found = CUES.find(([, re]) => re.test(front));
  return found ? (found[0] === 'by' ? `by ${found[1].exec(front)![0]}` : found[0]) : 'other';
}

/** Signs of where a row stands; they are the same however its members are cut. */
export function ofPlace(run: Run, q: Question): string[] {
  const { spans } = run;
  const out = [
    `side=${run.side}`,
    `from=${run.from} ${run.take}`,
    `inner=${run.inner}`,
    `after=${run.after}`,
    `joined=${run.joined}`,
    `told=${run.told}`,
  ];
  const [first, last] = [spans[0]!, spans.at(-1)!];
  const gap = run.side === 'behind' ? q.text.slice(q.close, first.start) : q.text.slice(last.end, q.open);
  const stops = [...gap].filter((ch) => BROADER.includes(ch)).length;
  const lines = gap.includes('\n');
  out.push(
    `side=${run.side} stops=${Math.min(stops, 3)} line=${lines}`,
    `gap=${step(gap.length, [2, 6, 12, 24, 48, 96, 200, 9999])} ${run.side}`,
  );
  out.push(`skip=${Math.min(run.skipped, 4)} ${run.side} ${stops > 0 ? 'far' : 'near'}`);
  const between = q.quotes.some((o) =>
    run.side === 'behind' ? o.open >= q.close && o.close <= first.start : o.open >= last.end && o.close <= q.open,
  );
  out.push(`between=${between}`);
  if (run.side === 'behind') {
    const cue = cueOf(q.text.slice(Math.max(q.close, first.start - 8), first.start));
    out.push(`cue=${cue} stops=${Math.min(stops, 1)}`, `before=${run.before}`);
  } else out.push(`sum=${SUMS.find(([, re]) => re.test(gap.slice(-24)))?.[0] ?? 'other'} stops=${Math.min(stops, 1)}`);
  const mark = q.text[last.end] ?? '';
  out.push(`behind=${/[\p{Script=Han}]/u.test(mark) ? 'han' : mark === '\n' ? 'line' : mark}`);
  const front = q.text[first.start - 1] ?? '';
  out.push(`front=${/[\p{Script=Han}]/u.test(front) ? 'han' : front === '\n' ? 'line' : front}`);
  return out;
}

/** 46个党组织: how many there are is no part of a member. */
const COUNTED = /^(?:\d[\d.,]*|[一二两三四五六七八九十百千]+[余多]?)[余多]?[万亿]?[名个位支家套项条张座处户批]/u;
const NO_WORD = /[的之一个大项]/u;

function kindOf(part: Part, q: Question): string {
  if (q.promise === 'short') return 'short';
  if (part.noun || isNoun(part.key)) return 'thing';
  return part.key.length > 1 ? 'word' : 'sign';
}

/** How the members share the word that the formula counts. */
function ofKeys(list: readonly string[], { spans, ends }: Candidate, q: Question): string[] {
  const n = list.length;
  const part = q.parts.length === 1 ? q.parts[0]! : null;
  const kind = part ? kindOf(part, q) : q.promise === 'paired' ? 'paired' : 'parts';
  const has =
    q.promise === 'paired'
      ? list.filter((m) => q.parts.every((p) => m.includes(p.key))).length
      : list.filter((m, i) => m.includes(q.keys[i]!)).length;
  const out = [`kind=${kind}`, `promise=${q.promise} ${kind}`];
  const where = (m: string, k: string): string => (m.startsWith(k) ? 'head' : m.endsWith(k) ? 'tail' : 'in');
  if (has === n) {
    const places = new Set(list.map((m, i) => where(m, q.keys[i]!)));
    out.push(`key=all ${kind} ${places.size === 1 ? [...places][0] : 'mixed'}`);
    if (list.some((m, i) => m === q.keys[i])) out.push('key=bare');
  } else out.push(has === 0 ? `key=none ${kind}` : has >= n - 1 ? `key=most ${kind}` : `key=some ${kind}`);
  if (part && has < n) {
    const signs = [...part.key].filter((ch) => !NO_WORD.test(ch));
    const sign = signs.find((ch) => list.every((m) => m.includes(ch)));
    out.push(
      `sign=${sign ? (list.every((m) => m.startsWith(sign)) ? 'head' : list.every((m) => m.endsWith(sign)) ? 'tail' : 'in') : 'none'}`,
    );
    const behind = q.text.slice(spans.at(-1)!.end, spans.at(-1)!.end + 10);
    if (part.key.length > 1 && behind.includes(part.key.slice(-2))) out.push(`said=${ends}`);
  }
  // One more of them beside the row: it is longer than the formula counts.
  if (has === n && part) {
    const next =
      /^[^、，,；;。\n]*[、，,；;。]?([^、，,；;。\n]{0,16})/u.exec(
        q.text.slice(spans.at(-1)!.end, spans.at(-1)!.end + 40),
      )?.[1] ?? '';
    if (next.includes(part.key)) out.push('more=behind');
    const front =
      /([^、，,；;。：:\n]{0,16})[、，,；;]$/u.exec(
        q.text.slice(Math.max(0, spans[0]!.start - 18), spans[0]!.start),
      )?.[1] ?? '';
    if (front.includes(part.key)) out.push('more=front');
  }
  if (q.promise === 'many' && q.parts.at(-1)!.count === 1) {
    const rest = q.text.slice(spans.at(-1)!.end, spans.at(-1)!.end + 24);
    out.push(`last=${list.at(-1)!.includes(q.parts.at(-1)!.key)} next=${rest.includes(q.parts.at(-1)!.key)}`);
  }
  if (q.parts.length > 1 && q.parts.every((p) => p.count === 1)) out.push(...ofTerms(list, q));
  return out;
}

const DIGITS = [/^$/u, /[1一]/u, /[2两二双]/u, /[3三]/u, /[4四]/u, /[5五]/u, /[6六]/u, /[7七]/u, /[8八]/u, /[9九]/u];
function ofTerms(list: readonly string[], q: Question): string[] {
  const fits = list.filter((m, i) => {
    const term = q.parts[i]?.key ?? '';
    return /^[1-9]$/u.test(term)
      ? DIGITS[Number(term)]!.test(m)
      : /^[NX]/iu.test(term)
        ? /若干|多|N|X|数|批/u.test(m)
        : m.includes(term);
  }).length;
  return [`terms=${fits === list.length ? 'all' : fits >= list.length - 1 ? 'most' : 'few'}`];
}

const isDigit = charSet('0123456789');
const isNumeral = charSet('一二两三四五六七八九十');
const isQuote = charSet('“”');
const isComma = charSet('，,');
const isParticle = charSet('的了和与在为是由从把被对将以');

/** Whether a text has a character of a set. */
function holds(text: string, is: CharTest): boolean {
  for (let i = 0; i < text.length; i++) if (is(text.charCodeAt(i))) return true;
  return false;
}

/** Signs of shape by stretches, for each search: rows that are found or cut in several ways come to the same stretches. */
const shapes = new WeakMap<Words, Map<string, readonly string[]>>();

function shapeOf(list: readonly string[], c: Candidate, q: Question): readonly string[] {
  let known = shapes.get(q.words);
  if (!known) {
    known = new Map();
    shapes.set(q.words, known);
  }
  const key = c.spans.map((s) => `${s.start}-${s.end}`).join();
  let shape = known.get(key);
  if (!shape) {
    shape = ofShape(list, c, q);
    known.set(key, shape);
  }
  return shape;
}

/** How alike the members are. */
function ofShape(list: readonly string[], c: Candidate, q: Question): string[] {
  const lengths = list.map((m) => m.length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  const mean = lengths.reduce((a, b) => a + b, 0) / list.length;
  const out = [
    `length=${step(mean, [1, 2, 3, 4, 6, 8, 11, 15, 99])}`,
    `spread=${step(most - least, [0, 1, 2, 4, 7, 99])}`,
    `ratio=${step(most / least, [1, 1.3, 1.7, 2.4, 99])}`,
  ];
  const [first, ...others] = list as [string, ...string[]];
  const heads = others.every((m) => m[0] === first[0]);
  const tails = others.every((m) => m.at(-1) === first.at(-1));
  const inner =
    !heads &&
    !tails &&
    [...first].some((ch, k) => k > 0 && others.every((m) => m[k] === ch || m.at(k - first.length) === ch));
  out.push(`anchor=${heads ? 'head' : tails ? 'tail' : inner ? 'in' : 'none'}`);
  if (new Set(list).size < list.length) out.push('twice');
  const tagged = c.spans.map((s) => q.words.of(s));
  const tags = (k: number): string[] => tagged.map((w) => tagOf(w.at(k)?.tag));
  const [begin, end] = [tags(0), tags(-1)];
  out.push(
    `begins=${new Set(begin).size === 1 ? begin[0] : 'mixed'}`,
    `ends=${new Set(end).size === 1 ? end[0] : 'mixed'}`,
  );
  const odd = (t: readonly string[], k: number): boolean =>
    new Set(t.filter((_, i) => i !== k)).size === 1 && t.filter((_, i) => i !== k)[0] !== t[k];
  if (list.length > 2) out.push(`odd first=${odd(begin, 0)}`, `odd last=${odd(end, list.length - 1)}`);
  const rest = lengths.slice(1);
  if (list.length > 2) {
    const over = (at: number): number =>
      lengths[at]! - Math.max(...lengths.filter((_, i) => i !== (at < 0 ? lengths.length - 1 : at)));
    out.push(
      `over first=${step(over(0), [-1, 0, 1, 3, 99])}`,
      `over last=${step(lengths.at(-1)! - Math.max(...lengths.slice(0, -1)), [-1, 0, 1, 3, 99])}`,
    );
    if (rest.every((l) => l === rest[0]) && lengths[0] !== rest[0]) out.push('only first unlike');
    const lead = lengths.slice(0, -1);
    if (lead.every((l) => l === lead[0]) && lengths.at(-1) !== lead[0]) out.push('only last unlike');
  }
  const led = list.map((m) => governs(m));
  out.push(
    `governed=${led.every((g) => g) ? 'all' : led[0] && !led.slice(1).some((g) => g) ? 'first' : led.some((g) => g) ? 'some' : 'none'}`,
  );
  if (list.some((m) => holds(m, isDigit)))
    out.push(list.every((m) => holds(m, isDigit)) ? 'figures=all' : 'figures=some');
  if (list.every((m) => COUNTED.test(m)) && !isCode(q.parts)) out.push('counted');
  if (list.some((m) => holds(m, isQuote))) out.push('quotes');
  if (list.some((m) => holds(m, isComma))) out.push('commas');
  if (list.some((m) => m.includes('、'))) out.push('enums');
  if (list.some((m) => isParticle(m.charCodeAt(0)) && !list.every((o) => o[0] === m[0]))) out.push('opens oddly');
  if (list.some((m) => isParticle(m.charCodeAt(m.length - 1)) && !list.every((o) => o.at(-1) === m.at(-1))))
    out.push('closes oddly');
  if (
    list.some((m) => isNumeral(m.charCodeAt(0)) && /^(?:[一二两三四五六七八九十]个?[\p{Script=Han}]{1,3})$/u.test(m)) &&
    !list.every((m) => isNumeral(m.charCodeAt(0)))
  )
    out.push('formula in it');
  return out;
}

/** What was cut off, and whether it had to be. */
function ofTrims({ run, spans, starts, ends }: Candidate, q: Question): string[] {
  const out = [`starts=${starts}`, `ends=${ends}`];
  if (starts === 'first') {
    const off = q.words.of({ start: run.spans[0]!.start, end: spans[0]!.start });
    out.push(
      `off first=${tagOf(off.at(-1)?.tag)}`,
      `off first=${step(spans[0]!.start - run.spans[0]!.start, [1, 2, 4, 8, 99])} long`,
    );
    const own = q.words.of(spans[0]!)[0]?.tag;
    const others = spans.slice(1).map((s) => q.words.of(s)[0]?.tag);
    out.push(`off first like=${others.every((t) => tagOf(t) === tagOf(own))}`);
  }
  if (ends === 'last') {
    const off = q.words.of({ start: spans.at(-1)!.end, end: run.spans.at(-1)!.end });
    out.push(
      `off last=${tagOf(off[0]?.tag)}`,
      `off last=${step(run.spans.at(-1)!.end - spans.at(-1)!.end, [1, 2, 4, 8, 99])} long`,
    );
    const own = q.words.of(spans.at(-1)!).at(-1)?.tag;
    const others = spans.slice(0, -1).map((s) => q.words.of(s).at(-1)?.tag);
    out.push(`off last like=${others.every((t) => tagOf(t) === tagOf(own))}`);
  }
  if (ends !== 'as' && ends !== 'last') {
    const off = run.spans.map((s, i) => q.words.of({ start: spans[i]!.end, end: s.end }));
    const tags = new Set(off.map((w) => tagOf(w[0]?.tag)));
    out.push(`off ${ends}=${tags.size === 1 ? [...tags][0] : 'mixed'}`);
    const lengths = run.spans.map((s, i) => s.end - spans[i]!.end);
    out.push(
      `off ${ends}=${step(Math.max(...lengths), [0, 1, 2, 3, 5, 99])} ${Math.min(...lengths) === Math.max(...lengths)}`,
    );
  }
  const cutInWord = (s: { start: number; end: number }): boolean => {
    const w = q.words.of({ start: s.start, end: Math.min(s.end + 3, q.text.length) });
    return (
      (isDigit(q.text.charCodeAt(s.end - 1)) || !w.some((x) => x.end === s.end - s.start)) &&
      /[\p{Script=Han}]/u.test(q.text[s.end] ?? '')
    );
  };
  if (starts === 'first' || starts === 'prefix') {
    const inWord = (i: number): boolean =>
      !q.words.of(run.spans[i]!).some((w) => w.start === spans[i]!.start - run.spans[i]!.start) &&
      run.spans[i]!.start < spans[i]!.start;
    out.push(`starts in word=${spans.some((_, i) => inWord(i))}`);
  }
  if (ends === 'last' || ends === 'even' || ends === 'suffix') out.push(`in word=${spans.some(cutInWord)}`);
  return out;
}
