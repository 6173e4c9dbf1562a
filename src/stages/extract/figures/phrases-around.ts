/**
 * The phrases around a figure that may be what it counts, each with features: names that are there or not, of where it stands and
 * of the words at its end. `npm run train` gives each feature a weight.
 */
import { charSet } from '../../../text/char-set.ts';
import { oneOf } from '../../../text/ending.ts';
import type { Word } from '../../../text/segment.ts';
import type { Candidate } from './candidates.ts';
import type { Near } from './in-front.ts';
import type { Named } from './indicator.ts';
import { isNoun, JOIN, OPEN_QUOTE, phraseStart } from './noun-phrases.ts';
import type { Surroundings } from './surroundings.ts';
import { words } from './words.ts';

export interface Phrase {
  text: string;
  features: string[];
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

/** 全市|共投入5000万元: who, not what. */
const WHERE = /^(?:全|我|本|该)[国省市州县区镇乡村街局院校]$/u;

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
class Phrases {
  readonly all: Phrase[] = [];
  readonly #byText = new Map<string, Phrase>();

  /** The phrase of this text, new or known. */
  at(text: string): Phrase {
    let known = this.#byText.get(text);
    if (!known) {
      known = { text, features: [] };
      this.#byText.set(text, known);
      this.all.push(known);
    }
    return known;
  }

  has = (text: string): boolean => this.#byText.has(text);
}

function inFront({ c, s, near, often, per }: Around, behind: readonly Word[], out: Phrases): void {
  const before = s.sentence.slice(0, s.clauseStart - s.sentenceStart);
  const all = [...words(before.slice(-SENTENCE)), ...words(s.clause.slice(-CLAUSE))];
  const { kind: k } = c;
  const last = all[all.length - 1]?.text;
  const end = near ? c.start - near.end : -1;
  const tail = s.tail.slice(0, 1);
  const next0 = behind[0]?.tag;
  const named = isNoun(behind[0]);
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
    // 消防方面存在的|400条安全隐患
    if (w.tag === 'uj' && named) continue;
    const phrase = phraseTo(all, i);
    if (!phrase) continue;
    if (WHERE.test(phrase.text)) continue;
    const next = all[i + 1];
    const inner = next !== undefined && isNoun(next);
    const [n, n1, n2, c2, c3] = [upTo(3, nouns), upTo(1, nouns), upTo(2, nouns), upTo(2, commas), upTo(3, commas)];
    const ends = w.text.slice(-1);
    const nextTag = next ? next.tag : '$';
    const { features } = out.at(phrase.text);
    features.push(
      `F d=${distance(d)} c=${c3} n=${n}`, `F k=${k} c=${c2} n=${n2} g=${upTo(2, figures)}`, `F tag=${w.tag} k=${k}`,
      `F w=${w.text}`, `F last=${ends}`, `F last=${ends} k=${k}`, `F next=${next ? next.text : '$'}`,
      `F next=${nextTag} tag=${w.tag}`, `F noun=${noun} inner=${inner} prev=${all[i - 1]?.tag}`, `F gap=${between}`,
      `F gap=${between} k=${k}`, `F end=${last} noun=${noun} n=${n2} c=${c2}`, `F len=${upTo(9, phrase.text.length)}`,
      `F u=${c.unit} n=${n2} c=${c2}`, `F tail=${tail} k=${k} n=${n1} c=${upTo(1, commas)}`,
      `F behind=${next0} k=${k} n=${n1} c=${upTo(1, commas)}`, `F often=${often} per=${per} k=${k} n=${n1} tag=${w.tag}`,
      `F near=${near ? d >= end : 'no'} ${near?.kind === k} c=${c2} n=${n1}`,
    ); // biome-ignore format: a table
    if (phrase.from === 0 || pauses(all[phrase.from - 1]!)) features.push(`F first c=${c2} next=${nextTag}`);
    if (next && VERBAL.test(next.tag)) features.push(`F verb=${next.text}`);
    if (noun && !inner) nouns++;
  }
}

function behindIt({ c, s, often }: Around, all: readonly Word[], out: Phrases): void {
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
    features.push(
      `B k=${k} n=${n2} g=${figures} of=${upTo(2, of)}`, `B d=${distance(w.start)} k=${k}`, `B tag=${w.tag} k=${k}`,
      `B w=${w.text}`, `B last=${ends}`, `B last=${ends} k=${k}`, `B next=${next ? next.text : '$'}`,
      `B next=${nextTag} tag=${w.tag}`, `B inner=${inner} noun=${noun} n=${n2}`, `B next=${nextTag} n=${n2} last=${ends}`,
      `B path=${way} tag=${w.tag[0]}`, `B path=${way} tag=${w.tag[0]} next=${nextTag[0]}`,
      `B len=${upTo(9, phrase.text.length)}`, `B u=${c.unit} n=${n2}`, `B front=${last?.text} k=${k} n=${n1}`,
      `B front=${last?.tag} k=${k} n=${n1} of=${of}`, `B prev=${all[i - 1]?.text}`, `B bound=${c.bound} k=${k} of=${of} n=${n1}`,
      `B often=${often} k=${k} n=${n1} tag=${w.tag}`,
    ); // biome-ignore format: a table
    if (next?.tag === 'v') features.push(`B verb=${next.text}`);
    if (noun && !inner) nouns++;
  }
}

/** Whether one of two phrases is the other's end: they have one head. */
export const isEnd = (a: string, b: string): boolean =>
  a.length > b.length ? b.length > 1 && a.endsWith(b) : a.length > 1 && b.endsWith(a);

/** Tells the phrases that are, or end as, what is known already: by the rules, or of a figure before. */
function known(out: Phrases, text: string | null | undefined, name: string, features: readonly string[]): void {
  if (!text || WHERE.test(text)) return;
  for (const p of out.all) if (p.text !== text && isEnd(p.text, text)) p.features.push(name, ...features);
  const fresh = !out.has(text);
  const own = out.at(text);
  own.features.push(name, `${name} exact`, ...features);
  if (fresh) own.features.push(`${name} alone`, `alone last=${text.slice(-1)}`);
}

/** All phrases that a figure may count or measure, the rules' own (`ruled`) among them. */
export function phrasesAround(around: Around, { indicator, by }: Named): Phrase[] {
  const { c, s, near, kin } = around;
  const { kind: k } = c;
  const out = new Phrases();
  const behind = words(s.tail.slice(0, TAIL));
  inFront(around, behind, out);
  behindIt(around, behind, out);
  const ends = indicator?.slice(-1);
  known(out, indicator, 'R', [
    `R by=${by}`, `R by=${by} k=${k}`, `R by=${by} last=${ends}`, `R k=${k}`, `R last=${ends}`,
    `R tail=${s.tail.slice(0, 1)}`, `R u=${c.unit}`,
  ]); // biome-ignore format: a table
  const clause = s.clause.length < 7 ? s.clause : '*';
  if (near) {
    const between = s.text.slice(near.end, c.start);
    const size = between.length < 5 ? between : between.length < 12 ? '-' : '+';
    known(out, near.indicator, 'N', [
      `N k=${k} near=${near.kind}`, `N k=${k} between=${size}`, `N c=${between.split(/[，,]/u).length}`, `N clause=${clause}`,
      `N same=${near.unit === c.unit} ${near.kind === k}`, `N tail=${s.tail.slice(0, 1)} k=${k}`,
    ]); // biome-ignore format: a table
  }
  if (kin && kin !== near) known(out, kin.indicator, 'K', [`K k=${k}`, `K clause=${clause}`, `K behind=${s.sentenceStart > kin.end}`]); // biome-ignore format: one thought
  return out.all;
}
