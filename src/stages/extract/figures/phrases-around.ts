/**
 * The phrases around a figure that may be what it counts, each with features: names that are there or not, of where it stands and
 * of the words at its end. `npm run train` gives each feature a weight.
 */
import { charSet } from '../../../text/char-set.ts';
import { oneOf } from '../../../text/ending.ts';
import type { Word } from '../../../text/segment.ts';
import type { Described, Features } from '../features.ts';
import type { Candidate } from './candidates.ts';
import type { Near } from './in-front.ts';
import type { Named } from './indicator.ts';
import { isNoun, JOIN, OPEN_QUOTE, phraseStart } from './noun-phrases.ts';
import type { Surroundings } from './surroundings.ts';
import { words } from './words.ts';

export interface Phrase<F extends Features> {
  text: string;
  /** Who was told them. */
  features: F;
}

/** As far as words are read: what a figure's role is judged by reads as far, so that they are cut once. */
export const CLAUSE = 40;
export const TAIL = 20;
export const SENTENCE = 60;
/** More phrases than most clauses have with the one before them. */
const MOST = 18;

const isPause = charSet('，,：:；;');
const isClosing = charSet('”」’》)）');
/** Words that end no phrase: times, particles, interjections, counts. */
const HOLLOW = oneOf('t ul uz y e o q mq');

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

const VERBAL = oneOf('v d vn');
const DISTANCES = [0, 1, 2, 3, 5, 5, 8, 8, 8, 13, 13, 13, 13, 13];
const distance = (n: number): number => DISTANCES[n] ?? (n <= 21 ? 21 : n <= 34 ? 34 : 99);
const upTo = Math.min;
const pauses = (w: Word): boolean => w.text.length === 1 && isPause(w.text.charCodeAt(0));
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
class Phrases<F extends Features> {
  readonly all: Phrase<F>[] = [];
  readonly #byText = new Map<string, Phrase<F>>();
  readonly #listener: () => F;

  constructor(listener: () => F) {
    this.#listener = listener;
  }

  /** The phrase of this text, new or known. */
  at(text: string): Phrase<F> {
    let known = this.#byText.get(text);
    if (!known) {
      known = { text, features: this.#listener() };
      this.#byText.set(text, known);
      this.all.push(known);
    }
    return known;
  }

  has = (text: string): boolean => this.#byText.has(text);
}

function inFront({ c, s, near, often, per }: Around, behind: readonly Word[], out: Phrases<Features>): void {
  const before = s.sentence.slice(0, s.clauseStart - s.sentenceStart);
  const all = [...words(before.slice(-SENTENCE)), ...words(s.clause.slice(-CLAUSE))];
  const { kind: k } = c;
  const last = all[all.length - 1]?.text;
  const end = near ? c.start - near.end : -1;
  const tail = s.tail.slice(0, 1);
  const next0 = behind[0]?.tag;
  let [far, commas, figures, nouns] = [0, 0, 0, 0];
  let gap = '';
  for (let i = all.length - 1; i >= 0 && out.all.length < MOST; i--) {
    const w = all[i]!;
    const between = gap.length <= 6 ? gap : '*';
    const d = far;
    far += w.text.length;
    gap = (w.tag === 'm' ? '9' : w.text) + gap;
    if (pauses(w)) commas++;
    if (w.tag === 'm') figures++;
    const noun = isNoun(w);
    if (pauses(w) || w.tag === 'm' || isMark(w) || (HOLLOW.test(w.tag) && !noun)) continue;
    const phrase = phraseTo(all, i);
    if (!phrase) continue;
    const next = all[i + 1];
    const inner = next !== undefined && isNoun(next);
    const [n, n1, n2, c2, c3] = [upTo(3, nouns), upTo(1, nouns), upTo(2, nouns), upTo(2, commas), upTo(3, commas)];
    const ends = w.text.slice(-1);
    const nextTag = next ? next.tag : '$';
    const { features } = out.at(phrase.text);
    features.put`F d=${distance(d)} c=${c3} n=${n}`;
    features.put`F k=${k} c=${c2} n=${n2} g=${upTo(2, figures)}`;
    features.put`F tag=${w.tag} k=${k}`;
    features.put`F w=${w.text}`;
    features.put`F last=${ends}`;
    features.put`F last=${ends} k=${k}`;
    features.put`F next=${next ? next.text : '$'}`;
    features.put`F next=${nextTag} tag=${w.tag}`;
    features.put`F noun=${noun} inner=${inner} prev=${all[i - 1]?.tag}`;
    features.put`F gap=${between}`;
    features.put`F gap=${between} k=${k}`;
    features.put`F end=${last} noun=${noun} n=${n2} c=${c2}`;
    features.put`F len=${upTo(9, phrase.text.length)}`;
    features.put`F u=${c.unit} n=${n2} c=${c2}`;
    features.put`F tail=${tail} k=${k} n=${n1} c=${upTo(1, commas)}`;
    features.put`F behind=${next0} k=${k} n=${n1} c=${upTo(1, commas)}`;
    features.put`F often=${often} per=${per} k=${k} n=${n1} tag=${w.tag}`;
    features.put`F near=${near ? d >= end : 'no'} ${near?.kind === k} c=${c2} n=${n1}`;
    if (phrase.from === 0 || pauses(all[phrase.from - 1]!)) features.put`F first c=${c2} next=${nextTag}`;
    if (next && VERBAL.test(next.tag)) features.put`F verb=${next.text}`;
    if (noun && !inner) nouns++;
  }
}

function behindIt({ c, s, often }: Around, all: readonly Word[], out: Phrases<Features>): void {
  const { kind: k } = c;
  const last = words(s.clause.slice(-CLAUSE)).at(-1);
  let [figures, nouns, of] = [0, 0, 0];
  let path = '';
  for (let i = 0; i < all.length; i++) {
    const w = all[i]!;
    const way = path.slice(0, 8);
    if (w.tag === 'm' && ++figures > 1) break;
    if (w.tag === 'uj') of++;
    path += w.tag === 'm' ? '9' : w.tag === 'uj' || isMark(w) ? w.text : w.tag[0];
    if (w.tag === 'm' || w.tag === 'uj' || isMark(w)) continue;
    const next = all[i + 1];
    // 主题鲜明|的活动, 干部|及代表: the head is still to come.
    if (next && (next.tag === 'uj' || JOIN.test(next.text)) && all[i + 2]) {
      if (isNoun(w) && !(next && isNoun(next))) nouns++;
      continue;
    }
    const noun = isNoun(w);
    const phrase = phraseTo(all, i);
    if (!phrase) continue;
    const inner = next !== undefined && isNoun(next);
    const [n1, n2] = [upTo(1, nouns), upTo(2, nouns)];
    const ends = w.text.slice(-1);
    const nextTag = next ? next.tag : '$';
    const { features } = out.at(phrase.text);
    features.put`B k=${k} n=${n2} g=${figures} of=${upTo(2, of)}`;
    features.put`B d=${distance(w.start)} k=${k}`;
    features.put`B tag=${w.tag} k=${k}`;
    features.put`B w=${w.text}`;
    features.put`B last=${ends}`;
    features.put`B last=${ends} k=${k}`;
    features.put`B next=${next ? next.text : '$'}`;
    features.put`B next=${nextTag} tag=${w.tag}`;
    features.put`B inner=${inner} noun=${noun} n=${n2}`;
    features.put`B next=${nextTag} n=${n2} last=${ends}`;
    features.put`B path=${way} tag=${w.tag[0]}`;
    features.put`B path=${way} tag=${w.tag[0]} next=${nextTag[0]}`;
    features.put`B len=${upTo(9, phrase.text.length)}`;
    features.put`B u=${c.unit} n=${n2}`;
    features.put`B front=${last?.text} k=${k} n=${n1}`;
    features.put`B front=${last?.tag} k=${k} n=${n1} of=${of}`;
    features.put`B prev=${all[i - 1]?.text}`;
    features.put`B bound=${c.bound} k=${k} of=${of} n=${n1}`;
    features.put`B often=${often} k=${k} n=${n1} tag=${w.tag}`;
    if (next?.tag === 'v') features.put`B verb=${next.text}`;
    if (noun && !inner) nouns++;
  }
}

/** Whether one of two phrases is the other's end: they have one head. */
export const isEnd = (a: string, b: string): boolean =>
  a.length > b.length ? b.length > 1 && a.endsWith(b) : a.length > 1 && b.endsWith(a);

/** Tells the phrases that are, or end as, what is known already: by the rules, or of a figure before. */
function known(out: Phrases<Features>, text: string | null | undefined, name: string, describe: Described): void {
  if (!text) return;
  for (const p of out.all) {
    if (p.text === text || !isEnd(p.text, text)) continue;
    p.features.put`${name}`;
    describe(p.features);
  }
  const fresh = !out.has(text);
  const { features } = out.at(text);
  features.put`${name}`;
  features.put`${name} exact`;
  describe(features);
  if (!fresh) return;
  features.put`${name} alone`;
  features.put`alone last=${text.slice(-1)}`;
}

/**
 * All phrases that a figure may count or measure, the rules' own (`ruled`) among them.
 *
 * @param listener makes for each phrase who is told its features
 */
export function phrasesAround<F extends Features>(
  around: Around,
  { indicator, by }: Named,
  listener: () => F,
): Phrase<F>[] {
  const { c, s, near, kin } = around;
  const { kind: k } = c;
  const out = new Phrases(listener);
  const behind = words(s.tail.slice(0, TAIL));
  inFront(around, behind, out);
  behindIt(around, behind, out);
  const ends = indicator?.slice(-1);
  const tail = s.tail.slice(0, 1);
  known(out, indicator, 'R', (f) => {
    f.put`R by=${by}`;
    f.put`R by=${by} k=${k}`;
    f.put`R by=${by} last=${ends}`;
    f.put`R k=${k}`;
    f.put`R last=${ends}`;
    f.put`R tail=${tail}`;
    f.put`R u=${c.unit}`;
  });
  const clause = s.clause.length < 7 ? s.clause : '*';
  if (near) {
    const between = s.text.slice(near.end, c.start);
    const size = between.length < 5 ? between : between.length < 12 ? '-' : '+';
    const commas = between.split(/[，,]/u).length;
    known(out, near.indicator, 'N', (f) => {
      f.put`N k=${k} near=${near.kind}`;
      f.put`N k=${k} between=${size}`;
      f.put`N c=${commas}`;
      f.put`N clause=${clause}`;
      f.put`N same=${near.unit === c.unit} ${near.kind === k}`;
      f.put`N tail=${tail} k=${k}`;
    });
  }
  if (kin && kin !== near)
    known(out, kin.indicator, 'K', (f) => {
      f.put`K k=${k}`;
      f.put`K clause=${clause}`;
      f.put`K behind=${s.sentenceStart > kin.end}`;
    });
  return out.all;
}
