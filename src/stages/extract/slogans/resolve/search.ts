import { bisect } from '../../../../text/bisect.ts';
import type { Article } from '../members/expand.ts';
import { isCode, type Part, promised } from '../numerals.ts';
import type { Quote } from '../quotes.ts';
import type { Offer } from './choose.ts';
import { candidates, textOf } from './cuts.ts';
import { Choice, kindOf, ofPlace, type Question } from './features.ts';
import { runsByTurns, runsGathered } from './gathered.ts';
import { Promising } from './promising.ts';
import type { Quoted } from './quoted.ts';
import { Signs, sign } from './signs.ts';
import {
  type Run,
  runsAround,
  runsOfFormulas,
  runsOfPoints,
  runsOfQuotes,
  runsOfTerms,
  type Side,
  type Sides,
} from './stretches.ts';
import type { Words } from './words.ts';

/** An article with its words, where its quoted phrases stand, and what stands around mentions. */
export type Searched = Article & { words: Words; quoted: Quoted; sides: Sides };

/** A formula with its mentions (with their quotation marks). */
export interface Sought {
  formula: string;
  parts: readonly Part[];
  places: readonly { open: number; close: number }[];
  /** It is a slogan only if its members are named. */
  listed: boolean;
  /** Its members as the whole field knows them. */
  known: readonly string[] | null;
}

/** More members than these no row is looked for, more mentions are not looked around. */
const MOST = { members: 13, mentions: 2 };

const SHORT = 5;

type Wanted = Pick<Question, 'count' | 'keys' | 'promise'>;

/** How many members, and the key of each. */
function* counts(parts: readonly Part[]): Generator<Wanted> {
  const keys = parts.flatMap((p) => Array<string>(p.count).fill(p.key));
  for (const count of promised(parts)) {
    const all = count === keys.length;
    const own = all ? keys : parts.filter((p) => p.count > 1).flatMap((p) => Array<string>(p.count).fill(p.key));
    yield { count, keys: own, promise: all ? 'all' : 'many' };
  }
  // 三长协作 of 河长, 检察长, …: the word of the members is the first of the key, the rest names the whole.
  const [one] = parts;
  if (one && parts.length === 1 && one.count > 1 && one.key.length > 1 && !one.noun)
    yield { count: one.count, keys: Array<string>(one.count).fill(one.key[0]!), promise: 'short' };
  const [first, ...others] = parts;
  if (first && first.count > 1 && others.length && others.every((p) => p.count === first.count))
    yield { count: first.count, keys: Array<string>(first.count).fill(first.key), promise: 'paired' };
  // 晴天多、雨天少，白天多、夜里少 for 三多三少: the parts by turns.
  if (isByTurns(parts)) yield { count: keys.length, keys: turned(parts), promise: 'turns' };
}

/** Whether all parts count the same, so that their members may stand by turns. */
const isByTurns = (parts: readonly Part[]): boolean =>
  parts.length > 1 && parts[0]!.count > 1 && parts.every((p) => p.count === parts[0]!.count);

const turned = (parts: readonly Part[]): string[] =>
  Array.from({ length: parts[0]!.count }, () => parts.map((p) => p.key)).flat();

/** The rows that are looked at closely, the most promising first. */
function runsOf(a: Article, q: Question, sides: readonly Side[]): Run[] {
  const [behind, before] = sides as [Side, Side];
  const best = new Promising(q, before.start, behind.end);
  runsAround(q, sides, best);
  if (q.promise === 'turns') runsByTurns(q, behind, best);
  else runsGathered(q, behind, best);
  for (const run of runsOfPoints(a, q.open, q.close, q.count)) best.add(run);
  for (const run of runsOfQuotes(a, q.open, q.close, q.count, best)) best.add(run);
  if (!isCode(q.parts)) return best.runs;
  const terms = q.parts.map((p) => p.key);
  for (const run of runsOfTerms(q.text, q.close, terms)) best.add(run);
  for (const run of runsOfFormulas(a, q.close, terms)) best.add(run);
  return best.runs;
}

/** Signs that the article does not name the members. */
function ofNone({ parts, places, listed }: Sought): Signs[] {
  const kind =
    parts.length > 1
      ? isCode(parts)
        ? 'code'
        : 'parts'
      : parts[0]!.noun
        ? 'thing'
        : parts[0]!.key.length > 1
          ? 'word'
          : 'sign';
  const count = Math.min(
    5,
    parts.reduce((n, p) => n + p.count, 0),
  );
  const names = [
    'none',
    `none ${kind}`,
    `none count=${count}`,
    `none listed=${listed}`,
    `none places=${Math.min(3, places.length)}`,
  ];
  return [new Signs(names.map(sign))];
}

/** All lists around the mentions of a formula that may be its members, and what speaks for none. */
export function offerOf(a: Searched, sought: Sought): Offer {
  return { choices: choicesOf(a, sought), none: ofNone(sought) };
}

/** 四个意识 is named everywhere; its members, where an article gives them, are those that the field knows. */
const isToldBy = (text: string, known: readonly string[]): boolean =>
  known.filter((m) => text.includes(m)).length * 2 >= known.length;

function choicesOf(a: Searched, { formula, parts, places, known }: Sought): Choice[] {
  if (known && !isToldBy(a.text, known)) return [];
  const out: Choice[] = [];
  for (const { open, close } of places.slice(0, MOST.mentions)) {
    const quotes = quotesNear(a, open, close);
    const sides = a.sides.of(open, close);
    for (const wanted of counts(parts)) {
      if (wanted.count > MOST.members) continue;
      const kind = kindOf(parts, wanted.promise);
      const q: Question = { ...wanted, kind, text: a.text, open, close, parts, known, quotes, words: a.words };
      for (const run of runsOf(a, q, sides)) {
        const place = ofPlace(run, q);
        for (const c of candidates(a.text, run, q.keys, q.words)) {
          const list = c.spans.map((s) => textOf(a.text, s));
          if (list.some((m, i) => list.indexOf(m) < i || m.includes(formula))) continue;
          if (isOutOfOrder(list, q) || isHalfKeyed(list, q)) continue;
          // What ends in one character of the formula must be the name of a thing: 检察长, no 围墙刷成绿色.
          if (q.promise === 'short' && list.every((m) => m.endsWith(q.keys[0]!)) && list.some((m) => m.length > SHORT))
            continue;
          out.push(new Choice(c, list, q, place));
        }
      }
    }
  }
  return out;
}

/** 先进村组、进学校,再送良种… is not how 三送两进 is told: each member has the key of a part, but not of its own. */
const isOutOfOrder = (list: readonly string[], { keys, parts, promise }: Question): boolean =>
  (promise === 'all' || promise === 'turns') &&
  parts.length > 1 &&
  list.length === keys.length &&
  list.every((m) => keys.some((key) => m.includes(key))) &&
  list.some((m, i) => !m.includes(keys[i]!));

/** 村干部、党员、乡贤先行，不摆排场、不比车队、不送重金 are not 三简三不: all of one part have its key, none of another. */
function isHalfKeyed(list: readonly string[], { parts, promise }: Question): boolean {
  if (promise !== 'all' || parts.length < 2 || isCode(parts)) return false;
  let at = 0;
  const shares = parts.map(({ count, key }) => {
    const own = list.slice(at, at + count);
    at += count;
    return count > 1 && key.length === 1 ? own.filter((m) => m.includes(key)).length / count : null;
  });
  return shares.includes(1) && shares.includes(0);
}

/** As far around a mention as a row is looked for. */
const NEAR = { before: 1300, behind: 2600 };

/** The quoted phrases around a mention. */
function quotesNear({ quotes }: Article, open: number, close: number): readonly Quote[] {
  const from = bisect(quotes, (q) => q.open >= open - NEAR.before);
  return quotes.slice(
    from,
    bisect(quotes, (q) => q.open >= close + NEAR.behind),
  );
}
