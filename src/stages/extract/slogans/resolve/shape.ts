import { type CharTest, charSet } from '../../../../text/char-set.ts';
import { governs } from '../members/heads.ts';
import { isCode } from '../numerals.ts';
import type { Question } from './features.ts';
import { either, mostOf, type Sign, Signs, sign, signs, steps } from './signs.ts';
import type { Span } from './stretches.ts';
import type { Words } from './words.ts';

/** Signs of how long the members of a list are, and which of them are weighed along with others. */
export interface Lengths {
  length: Sign;
  spread: Sign;
  ratio: Sign;
  /** How far the first and the last are from the others. */
  ends: readonly Sign[];
}

/** Signs of how alike the members are, and which of them is weighed along with others. */
interface Shape {
  signs: Signs;
  anchor: Sign;
}

/** 46个党组织: how many there are is no part of a member. */
const COUNTED = /^(?:\d[\d.,]*|[一二两三四五六七八九十百千]+[余多]?)[余多]?[万亿]?[名个位支家套项条张座处户批]/u;
const FORMULA = /^(?:[一二两三四五六七八九十]个?[\p{Script=Han}]{1,3})$/u;

export const isDigit = charSet('0123456789');
const isNumeral = charSet('一二两三四五六七八九十');
const isQuote = charSet('“”');
const isComma = charSet('，,');
const isEnum = charSet('、');
const isParticle = charSet('的了和与在为是由从把被对将以');

const LENGTH = steps('length', 1, 2, 3, 4, 6, 8, 11, 15, 99);
const SPREAD = steps('spread', 0, 1, 2, 4, 7, 99);
const RATIO = steps('ratio', 1, 1.3, 1.7, 2.4, 99);
const OVER_FIRST = steps('over first', -1, 0, 1, 3, 99);
const OVER_LAST = steps('over last', -1, 0, 1, 3, 99);
const ODD_FIRST = either('odd first');
const ODD_LAST = either('odd last');
const ANCHOR = signs((where: string) => `anchor=${where}`);
const BEGINS = signs((tag: string) => `begins=${tag}`);
const ENDS = signs((tag: string) => `ends=${tag}`);
const GOVERNED = signs((which: string) => `governed=${which}`);
const FIRST_UNLIKE = sign('only first unlike');
const LAST_UNLIKE = sign('only last unlike');
const ALL_FIGURES = sign('figures=all');
const SOME_FIGURES = sign('figures=some');
const ARE_COUNTED = sign('counted');
const QUOTES = sign('quotes');
const COMMAS = sign('commas');
const ENUMS = sign('enums');
const OPENS_ODDLY = sign('opens oddly');
const CLOSES_ODDLY = sign('closes oddly');
const HAS_FORMULA = sign('formula in it');

/** Whether a text has a character of a set. */
function holds(text: string, is: CharTest): boolean {
  for (let i = 0; i < text.length; i++) if (is(text.charCodeAt(i))) return true;
  return false;
}

/** Shapes by stretches, for each article: rows that are found or cut in several ways come to the same stretches. */
const shapes = new WeakMap<Words, Map<string, Shape>>();
/** So many are kept for an article; then all are forgotten. */
const MOST = 4096;

export function lengthsOf(spans: readonly Span[]): Lengths {
  let [least, most, sum] = [Number.POSITIVE_INFINITY, 0, 0];
  const lengths = spans.map(({ start, end }) => {
    least = Math.min(least, end - start);
    most = Math.max(most, end - start);
    sum += end - start;
    return end - start;
  });
  return {
    length: LENGTH(sum / lengths.length),
    spread: SPREAD(most - least),
    ratio: RATIO(most / least),
    ends: lengths.length > 2 ? ofEnds(lengths) : [],
  };
}

/** How alike the members are. */
export function shapeOf(list: readonly string[], spans: readonly Span[], lengths: Lengths, q: Question): Shape {
  let known = shapes.get(q.words);
  if (!known) {
    known = new Map();
    shapes.set(q.words, known);
  }
  const code = isCode(q.parts);
  let key = code ? 'code' : '';
  for (const s of spans) key += `,${s.start}-${s.end}`;
  let shape = known.get(key);
  if (!shape) {
    shape = ofShape(list, spans, lengths, q.words, code);
    if (known.size >= MOST) known.clear();
    known.set(key, shape);
  }
  return shape;
}

function ofShape(
  list: readonly string[],
  spans: readonly Span[],
  { length, spread, ratio, ends }: Lengths,
  words: Words,
  code: boolean,
): Shape {
  const anchor = ANCHOR(anchorOf(list));
  const out = [length, spread, ratio, anchor];
  ofTags(spans, words, out);
  out.push(...ends, GOVERNED(governedOf(list)));
  ofCharacters(list, code, out);
  return { signs: new Signs(out), anchor };
}

/** The most that shapes may weigh beside the lengths, for 2, 3, 4, 5 members and more. */
const MOST_BESIDE = [2, 3, 4, 5].map((many) => {
  const names = [
    'anchor=',
    `${many} anchor=`,
    'begins=',
    'ends=',
    'governed=',
    'figures=',
    'counted',
    'quotes',
    'commas',
  ];
  const more = [
    'enums',
    'opens oddly',
    'closes oddly',
    'formula in it',
    ...(many > 2 ? ['odd first=', 'odd last='] : []),
  ];
  return [...names, ...more].reduce((n, name) => n + mostOf(name), 0);
});

/** The most that the shape of so many members may weigh beside their lengths. */
export const mostBeside = (count: number): number => MOST_BESIDE[Math.min(count, 5) - 2]!;

/** What all members have at one place: the first character, the last, one within, or nothing. */
function anchorOf(list: readonly string[]): 'head' | 'tail' | 'in' | 'none' {
  const [first, ...others] = list as [string, ...string[]];
  if (others.every((m) => m[0] === first[0])) return 'head';
  if (others.every((m) => m.at(-1) === first.at(-1))) return 'tail';
  const inner = [...first].some((ch, k) => k > 0 && others.every((m) => m[k] === ch || m.at(k - first.length) === ch));
  return inner ? 'in' : 'none';
}

/** What parts of speech the members begin with and end in. */
function ofTags(spans: readonly Span[], words: Words, out: Sign[]): void {
  const begin = spans.map((s) => words.firstTag(s));
  const end = spans.map((s) => words.lastTag(s));
  out.push(BEGINS(sole(begin, -1) ?? 'mixed'), ENDS(sole(end, -1) ?? 'mixed'));
  if (spans.length > 2) out.push(ODD_FIRST(isOdd(begin, 0)), ODD_LAST(isOdd(end, spans.length - 1)));
}

/** The one value of all but one (-1: of all); null where there are several. */
function sole(tags: readonly string[], but: number): string | null {
  const like = tags[but === 0 ? 1 : 0]!;
  for (let i = 0; i < tags.length; i++) if (i !== but && tags[i] !== like) return null;
  return like;
}

const isOdd = (tags: readonly string[], k: number): boolean => {
  const others = sole(tags, k);
  return others !== null && others !== tags[k];
};

/** How far the first and the last are from the length of the others; of three members and more. */
function ofEnds(lengths: readonly number[]): Sign[] {
  const rest = lengths.slice(1);
  const lead = lengths.slice(0, -1);
  const out = [OVER_FIRST(lengths[0]! - Math.max(...rest)), OVER_LAST(lengths.at(-1)! - Math.max(...lead))];
  if (rest.every((l) => l === rest[0]) && lengths[0] !== rest[0]) out.push(FIRST_UNLIKE);
  if (lead.every((l) => l === lead[0]) && lengths.at(-1) !== lead[0]) out.push(LAST_UNLIKE);
  return out;
}

/** Which of the members begin with a verb or a preposition. */
function governedOf(list: readonly string[]): 'all' | 'first' | 'some' | 'none' {
  let count = 0;
  let first = false;
  for (let i = 0; i < list.length; i++)
    if (governs(list[i]!)) {
      count++;
      if (i === 0) first = true;
    }
  if (count === list.length) return 'all';
  return first && count === 1 ? 'first' : count > 0 ? 'some' : 'none';
}

/** What stands in the members that seldom stands in one. */
function ofCharacters(list: readonly string[], code: boolean, out: Sign[]): void {
  const some = (is: CharTest): boolean => list.some((m) => holds(m, is));
  if (some(isDigit)) out.push(list.every((m) => holds(m, isDigit)) ? ALL_FIGURES : SOME_FIGURES);
  if (!code && list.every((m) => COUNTED.test(m))) out.push(ARE_COUNTED);
  if (some(isQuote)) out.push(QUOTES);
  if (some(isComma)) out.push(COMMAS);
  if (some(isEnum)) out.push(ENUMS);
  if (list.some((m) => isParticle(m.charCodeAt(0)) && !list.every((o) => o[0] === m[0]))) out.push(OPENS_ODDLY);
  if (list.some((m) => isParticle(m.charCodeAt(m.length - 1)) && !list.every((o) => o.at(-1) === m.at(-1))))
    out.push(CLOSES_ODDLY);
  if (list.some((m) => isNumeral(m.charCodeAt(0)) && FORMULA.test(m)) && !list.every((m) => isNumeral(m.charCodeAt(0))))
    out.push(HAS_FORMULA);
}
