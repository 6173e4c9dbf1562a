/**
 * The phrases around a figure that may be what it counts, each with features: names that are there or not, of where it stands and
 * of the words at its end. `npm run train` gives each feature a weight.
 */
import { charSet } from '../../../../text/char-set.ts';
import { oneOf } from '../../../../text/ending.ts';
import type { Word } from '../../../../text/segment.ts';
import { type Form, type Part, partOf, type Told } from '../../forms.ts';
import { isNoun, JOIN, OPEN_QUOTE, phraseStart } from '../noun-phrases.ts';
import type { Candidate } from '../read/candidates.ts';
import { READ, type Surroundings } from '../surroundings.ts';
import { type Token, words } from '../words.ts';
import type { Near } from './in-front.ts';
import type { Named } from './indicator.ts';
import { type Front, pauses, type Side, tellBehind, tellFront } from './phrase-features.ts';
import { ALONE, KIN, NEAR, RULED } from './phrase-forms.ts';

/** A phrase, and what its features were told to. */
interface Phrase<T extends Told> {
  text: string;
  told: T;
}

/** More phrases than most clauses have with the one before them. */
const MOST = 18;

const isClosing = charSet('”」’》)）');
/** Words that end no phrase: times, particles, interjections, counts. */
const HOLLOW = oneOf('t ul uz y e o q mq');

/** 全市|共投入5000万元: who, not what. */
const WHERE = /^(?:全|我|本|该)[国省市州县区镇乡村街局院校]$/u;
const isWhere = (text: string): boolean => text.length === 2 && WHERE.test(text);

/** Words that begin no phrase: 名|中层干部, 和|企业. */
const LEADING = oneOf('q m mq c p uj');
const HAVING = oneOf('现有 共有');
const isLeading = (w: Word): boolean =>
  LEADING.test(w.tag) || (w.tag === 'x' && !OPEN_QUOTE.test(w.text)) || HAVING.test(w.text);

/** The words around a figure, and what all its phrases are asked. */
export interface Around {
  c: Candidate;
  s: Surroundings;
  near: Near | null;
  kin: Near | null;
  often: boolean;
  /** It is a rate. */
  per: boolean;
}

const isMark = (w: Word): boolean => w.tag === 'x' && !isClosing(w.text.charCodeAt(0));

/** The phrase that ends with the word at `i`, and where it begins; null where that is a piece of a word. */
function phraseTo(all: readonly Word[], i: number): { text: string; from: number } | null {
  let from = Math.min(i, phraseStart(all, i + 1));
  while (from < i && isLeading(all[from]!)) from++;
  let text = '';
  for (let k = from; k <= i; k++) text += all[k]!.text;
  text = text.trim();
  if (text.length < 2 && i > 0 && !isNoun(all[i])) text = all[i - 1]!.text + text;
  return text.length < 2 && !isNoun(all[i]) ? null : { text, from };
}

/** Phrases by their text, with the features of each place that they stand at. */
class Phrases<T extends Told> {
  readonly all: Phrase<T>[] = [];
  readonly #byText = new Map<string, Phrase<T>>();
  readonly #make: () => T;

  constructor(make: () => T) {
    this.#make = make;
  }

  /** What the features of the phrase of this text are told to, which is new or known. */
  at(text: string): T {
    let known = this.#byText.get(text);
    if (!known) {
      known = { text, told: this.#make() };
      this.#byText.set(text, known);
      this.all.push(known);
    }
    return known.told;
  }

  has(text: string): boolean {
    return this.#byText.has(text);
  }
}

/** What stands between a phrase and the figure: more than this is not told. */
const GAP = 6;
const MANY = partOf('*');

const partsOf = (c: Candidate): { kind: Part; unit: Part; bound: Part } => ({
  kind: partOf(c.kind),
  unit: partOf(c.unit),
  bound: partOf(c.bound),
});

function inFront({ c, s, near, often, per }: Around, behind: readonly Token[], out: Phrases<Told>): void {
  const before = s.sentence.slice(0, s.clauseStart - s.sentenceStart);
  const all = [...words(before.slice(-READ.sentence)), ...words(s.clause.slice(-READ.clause))];
  const end = near ? c.start - near.end : -1;
  const same = near?.kind === c.kind;
  const side: Front = {
    ...partsOf(c),
    all,
    other: behind[0],
    often: partOf(`${often} per=${per} k=${c.kind}`),
    tail: partOf(s.tail.slice(0, 1)),
    within: partOf(`${near ? false : 'no'} ${same}`),
    beyond: partOf(`${near ? true : 'no'} ${same}`),
  };
  const named = isNoun(behind[0]);
  let [ahead, commas, figures, nouns] = [0, 0, 0, 0];
  let between = '';
  for (let i = all.length - 1; i >= 0 && out.all.length < MOST; i--) {
    const w = all[i]!;
    const gap = between.length <= GAP ? partOf(between) : MANY;
    const far = ahead;
    ahead += w.text.length;
    if (gap !== MANY) between = (w.tag === 'm' ? '9' : w.text) + between;
    if (pauses(w)) commas++;
    if (w.tag === 'm') figures++;
    const noun = isNoun(w);
    if (pauses(w) || w.tag === 'm' || isMark(w) || (HOLLOW.test(w.tag) && !noun)) continue;
    // 消防方面存在的|400条安全隐患
    if (w.tag === 'uj' && named) continue;
    const phrase = phraseTo(all, i);
    if (!phrase) continue;
    if (isWhere(phrase.text)) continue;
    const inner = isNoun(all[i + 1]);
    const { from, text } = phrase;
    const isBeyond = far >= end;
    const place = { i, from, length: text.length, noun, inner, nouns, figures, commas, far, gap, isBeyond };
    tellFront(out.at(text), side, place);
    if (noun && !inner) nouns++;
  }
}

/** The words between a figure and a phrase behind it, in so many characters. */
const WAY = 8;

function behindIt({ c, s, often }: Around, all: readonly Token[], out: Phrases<Told>): void {
  const other = words(s.clause.slice(-READ.clause)).at(-1);
  const side: Side = { ...partsOf(c), all, other, often: partOf(`${often} k=${c.kind}`) };
  let [figures, nouns, of] = [0, 0, 0];
  let way = '';
  for (let i = 0; i < all.length; i++) {
    const w = all[i]!;
    const path = partOf(way.slice(0, WAY));
    if (w.tag === 'm' && ++figures > 1) break;
    if (w.tag === 'uj') of++;
    way += w.tag === 'm' ? '9' : w.tag === 'uj' || isMark(w) ? w.text : w.tag[0];
    if (w.tag === 'm' || w.tag === 'uj' || isMark(w)) continue;
    const next = all[i + 1];
    // 主题鲜明|的活动, 干部|及代表: the head is still to come.
    if (next && (next.tag === 'uj' || JOIN.test(next.text)) && all[i + 2]) {
      if (isNoun(w) && !isNoun(next)) nouns++;
      continue;
    }
    const noun = isNoun(w);
    const phrase = phraseTo(all, i);
    if (!phrase) continue;
    const inner = isNoun(next);
    const { from, text } = phrase;
    tellBehind(out.at(text), side, { i, from, length: text.length, noun, inner, nouns, figures, of, path });
    if (noun && !inner) nouns++;
  }
}

/** Whether one of two phrases is the other's end: they have one head. */
export const isEnd = (a: string, b: string): boolean =>
  a.length > b.length ? b.length > 1 && a.endsWith(b) : a.length > 1 && b.endsWith(a);

/** Tells the phrases that are, or end as, what is known already: by the rules, or of a figure before. */
function known(
  out: Phrases<Told>,
  text: string | null | undefined,
  as: { known: Form; exact: Form; alone: Form },
  tell: (told: Told) => void,
): void {
  if (!text || isWhere(text)) return;
  for (const p of out.all) {
    if (p.text === text || !isEnd(p.text, text)) continue;
    p.told.tell(as.known);
    tell(p.told);
  }
  const fresh = !out.has(text);
  const own = out.at(text);
  own.tell(as.known);
  own.tell(as.exact);
  tell(own);
  if (!fresh) return;
  own.tell(as.alone);
  own.tell(ALONE, partOf(text.slice(-1)));
}

/** What the rules found. */
function ruled(out: Phrases<Told>, { c, s }: Around, { indicator, by }: Named): void {
  const rule = partOf(by);
  const { kind, unit } = partsOf(c);
  const last = partOf(String(indicator?.slice(-1)));
  const tail = partOf(s.tail.slice(0, 1));
  known(out, indicator, RULED, (told) => {
    told.tell(RULED.by, rule);
    told.tell(RULED.byKind, rule, kind);
    told.tell(RULED.byLast, rule, last);
    told.tell(RULED.kind, kind);
    told.tell(RULED.last, last);
    told.tell(RULED.tail, tail);
    told.tell(RULED.unit, unit);
  });
}

/** Clauses of more characters are all alike. */
const SHORT = 7;
const shortClause = (s: Surroundings): Part => (s.clause.length < SHORT ? partOf(s.clause) : MANY);

const isComma = charSet('，,');

function commasIn(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) if (isComma(text.charCodeAt(i))) n++;
  return n;
}

/** What the figure before counts. */
function ofNear(out: Phrases<Told>, c: Candidate, s: Surroundings, near: Near): void {
  const between = s.text.slice(near.end, c.start);
  const size = between.length < 5 ? between : between.length < 12 ? '-' : '+';
  const commas = partOf(String(1 + commasIn(between)));
  const same = partOf(`${near.unit === c.unit} ${near.kind === c.kind}`);
  const [kind, clause, tail] = [partOf(c.kind), shortClause(s), partOf(s.tail.slice(0, 1))];
  known(out, near.indicator, NEAR, (told) => {
    told.tell(NEAR.kind, kind, partOf(near.kind));
    told.tell(NEAR.between, kind, partOf(size));
    told.tell(NEAR.commas, commas);
    told.tell(NEAR.clause, clause);
    told.tell(NEAR.same, same);
    told.tell(NEAR.tail, tail, kind);
  });
}

/** What the last figure of its unit counts. */
function ofKin(out: Phrases<Told>, c: Candidate, s: Surroundings, kin: Near): void {
  const behind = partOf(String(s.sentenceStart > kin.end));
  const [kind, clause] = [partOf(c.kind), shortClause(s)];
  known(out, kin.indicator, KIN, (told) => {
    told.tell(KIN.kind, kind);
    told.tell(KIN.clause, clause);
    told.tell(KIN.behind, behind);
  });
}

/**
 * All phrases that a figure may count or measure, the rules' own (`named`) among them.
 *
 * @param make what the features of a phrase are told to
 */
export function phrasesAround<T extends Told>(around: Around, named: Named, make: () => T): Phrase<T>[] {
  const { c, s, near, kin } = around;
  const out = new Phrases(make);
  const behind = words(s.tail.slice(0, READ.tail));
  inFront(around, behind, out);
  behindIt(around, behind, out);
  ruled(out, around, named);
  if (near) ofNear(out, c, s, near);
  if (kin && kin !== near) ofKin(out, c, s, kin);
  return out.all;
}
