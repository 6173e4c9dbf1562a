/** What is told of the phrases around a figure: where each stands, and the words at its end. */
import { charSet } from '../../../text/char-set.ts';
import { oneOf } from '../../../text/ending.ts';
import type { Word } from '../../../text/segment.ts';
import type { Told } from '../forms.ts';
import type { Candidate } from './candidates.ts';
import { BEHIND, FRONT } from './phrase-forms.ts';

const isPause = charSet('，,：:；;');
export const pauses = (w: Word): boolean => w.text.length === 1 && isPause(w.text.charCodeAt(0));
const VERBAL = oneOf('v d vn');

/** Most counts are less than this: words are read no further than some sixty characters. */
const MANY = 100;
const WRITTEN = Array.from({ length: MANY }, (_, n) => String(n));
const written = (n: number): string => WRITTEN[n] ?? String(n);
const upTo = Math.min;

const DISTANCES = [0, 1, 2, 3, 5, 5, 8, 8, 8, 13, 13, 13, 13, 13];
const distance = (n: number): string => written(DISTANCES[n] ?? (n <= 21 ? 21 : n <= 34 ? 34 : 99));

/** Two small parts of a name as one: there are few, and each is made once. */
const both = (as: readonly unknown[], bs: readonly unknown[], name: (a: unknown, b: unknown) => string): string[][] =>
  as.map((a) => bs.map((b) => name(a, b)));
const FEW = [0, 1, 2];
const NOUNS_COMMAS = both(FEW, FEW, (n, c) => `${n} c=${c}`);
const NOUNS_FIGURES = both(FEW, FEW, (n, g) => `${n} g=${g}`);
const COMMAS_NOUNS = both(FEW, FEW, (c, n) => `${c} n=${n}`);
const FIGURES_OF = both(FEW, FEW, (g, of) => `${g} of=${of}`);
const NOUNS_OF = both(FEW, WRITTEN, (n, of) => `${n} of=${of}`);
const OF_NOUNS = both(WRITTEN, FEW, (of, n) => `${of} n=${n}`);
const NOUN = both(FEW, FEW, (n, c) => `true n=${n} c=${c}`);
const NO_NOUN = both(FEW, FEW, (n, c) => `false n=${n} c=${c}`);
const TRUTHS = [false, true];
const NOUN_INNER = both(TRUTHS, TRUTHS, (noun, inner) => `${noun} inner=${inner}`);
const INNER_NOUN = both(TRUTHS, TRUTHS, (inner, noun) => `${inner} noun=${noun}`);

/** The word behind the last; `$` where there is none. */
const textOf = (w: Word | undefined): string => (w ? w.text : '$');
const tagOf = (w: Word | undefined): string => (w ? w.tag : '$');

/** What all phrases on one side of a figure are told alike. */
export interface Side {
  c: Candidate;
  /** The words on this side. */
  all: readonly Word[];
  /** The word that touches the figure on the other side. */
  other: Word | undefined;
  /** Whether the figure is a frequency and so on, with its kind. */
  often: string;
}

/** In front of it. */
export interface Front extends Side {
  /** The first character behind the figure. */
  tail: string;
  /** Of phrases behind the figure before, and of those before that. */
  within: string;
  beyond: string;
}

/** Where a phrase stands. */
export interface Place {
  /** Which of the words is its last. */
  i: number;
  /** Where it begins among them, and how many characters it has. */
  from: number;
  length: number;
  /** Its last word is a noun, and the next one is. */
  noun: boolean;
  inner: boolean;
  /** So many nouns and figures stand between it and the figure. */
  nouns: number;
  figures: number;
}

export interface PlaceInFront extends Place {
  commas: number;
  /** So many characters, and which. */
  far: number;
  gap: string;
  /** It stands before the figure before. */
  isBeyond: boolean;
}

export function tellFront(told: Told, side: Front, p: PlaceInFront): void {
  const [w, next] = [side.all[p.i]!, side.all[p.i + 1]];
  const { kind } = side.c;
  const c2 = upTo(2, p.commas);
  told.tell(FRONT.distance, distance(p.far), written(upTo(3, p.commas)), written(upTo(3, p.nouns)));
  told.tell(FRONT.kind, kind, written(c2), NOUNS_FIGURES[upTo(2, p.nouns)]![upTo(2, p.figures)]);
  told.tell(FRONT.tag, w.tag, kind);
  told.tell(FRONT.word, w.text);
  const last = w.text.slice(-1);
  told.tell(FRONT.last, last);
  told.tell(FRONT.lastKind, last, kind);
  told.tell(FRONT.next, textOf(next));
  told.tell(FRONT.nextTag, tagOf(next), w.tag);
  told.tell(FRONT.noun, NOUN_INNER[Number(p.noun)]![Number(p.inner)], String(side.all[p.i - 1]?.tag));
  told.tell(FRONT.gap, p.gap);
  told.tell(FRONT.gapKind, p.gap, kind);
  tellSurroundings(told, side, p);
  if (p.from === 0 || pauses(side.all[p.from - 1]!)) told.tell(FRONT.first, written(c2), tagOf(next));
  if (next && VERBAL.test(next.tag)) told.tell(FRONT.verb, next.text);
}

/** What the figure and what stands around it have to do with a phrase in front. */
function tellSurroundings(told: Told, side: Front, p: PlaceInFront): void {
  const { c, all } = side;
  const [n1, n2] = [upTo(1, p.nouns), upTo(2, p.nouns)];
  const [c1, c2] = [upTo(1, p.commas), upTo(2, p.commas)];
  told.tell(FRONT.end, all[all.length - 1]!.text, (p.noun ? NOUN : NO_NOUN)[n2]![c2]);
  told.tell(FRONT.length, written(upTo(9, p.length)));
  told.tell(FRONT.unit, c.unit, NOUNS_COMMAS[n2]![c2]);
  told.tell(FRONT.tail, side.tail, c.kind, NOUNS_COMMAS[n1]![c1]);
  told.tell(FRONT.behind, String(side.other?.tag), c.kind, NOUNS_COMMAS[n1]![c1]);
  told.tell(FRONT.often, side.often, written(n1), all[p.i]!.tag);
  told.tell(FRONT.near, p.isBeyond ? side.beyond : side.within, COMMAS_NOUNS[c2]![n1]);
}

export interface PlaceBehind extends Place {
  /** So many particles 的 stand between it and the figure, and the tags of the words there. */
  of: number;
  path: string;
}

export function tellBehind(told: Told, side: Side, p: PlaceBehind): void {
  const [w, next] = [side.all[p.i]!, side.all[p.i + 1]];
  const { kind } = side.c;
  const n2 = upTo(2, p.nouns);
  told.tell(BEHIND.kind, kind, written(n2), FIGURES_OF[p.figures]![upTo(2, p.of)]);
  told.tell(BEHIND.distance, distance(w.start), kind);
  told.tell(BEHIND.tag, w.tag, kind);
  told.tell(BEHIND.word, w.text);
  const last = w.text.slice(-1);
  told.tell(BEHIND.last, last);
  told.tell(BEHIND.lastKind, last, kind);
  told.tell(BEHIND.next, textOf(next));
  told.tell(BEHIND.nextTag, tagOf(next), w.tag);
  told.tell(BEHIND.inner, INNER_NOUN[Number(p.inner)]![Number(p.noun)], written(n2));
  told.tell(BEHIND.nextLast, tagOf(next), written(n2), last);
  told.tell(BEHIND.path, p.path, w.tag[0]);
  told.tell(BEHIND.pathNext, p.path, w.tag[0], tagOf(next)[0]);
  told.tell(BEHIND.length, written(upTo(9, p.length)));
  tellFigure(told, side, p);
  if (next?.tag === 'v') told.tell(BEHIND.verb, next.text);
}

/** What the figure and what stands in front of it have to do with a phrase behind. */
function tellFigure(told: Told, { c, all, other, often }: Side, { i, nouns, of }: PlaceBehind): void {
  const n1 = upTo(1, nouns);
  told.tell(BEHIND.unit, c.unit, written(upTo(2, nouns)));
  told.tell(BEHIND.front, String(other?.text), c.kind, written(n1));
  told.tell(BEHIND.front, String(other?.tag), c.kind, NOUNS_OF[n1]![of]);
  told.tell(BEHIND.previous, String(all[i - 1]?.text));
  told.tell(BEHIND.bound, c.bound, c.kind, OF_NOUNS[of]![n1]);
  told.tell(BEHIND.often, often, written(n1), all[i]!.tag);
}
