/** What is told of the phrases around a figure: where each stands, and the words at its end. */
import { charSet } from '../../../../text/char-set.ts';
import { oneOf } from '../../../../text/ending.ts';
import type { Word } from '../../../../text/segment.ts';
import { type Part, partOf, type Told } from '../../forms.ts';
import type { Token } from '../words.ts';
import { BEHIND, FRONT } from './phrase-forms.ts';

const isPause = charSet('，,：:；;');
export const pauses = (w: Word): boolean => w.text.length === 1 && isPause(w.text.charCodeAt(0));
const VERBAL = oneOf('v d vn');

/** Most counts are less than this: words are read no further than some sixty characters. */
const MANY = 100;
const WRITTEN = Array.from({ length: MANY }, (_, n) => partOf(String(n)));
const written = (n: number): Part => WRITTEN[n] ?? partOf(String(n));
const upTo = Math.min;

const DISTANCES = [0, 1, 2, 3, 5, 5, 8, 8, 8, 13, 13, 13, 13, 13];
const distance = (n: number): Part => written(DISTANCES[n] ?? (n <= 21 ? 21 : n <= 34 ? 34 : 99));

/** Two small pieces of a name as one part: there are few, and each is made once. */
const both = (as: readonly unknown[], bs: readonly unknown[], name: (a: unknown, b: unknown) => string): Part[][] =>
  as.map((a) => bs.map((b) => partOf(name(a, b))));
const FEW = [0, 1, 2];
const SOME = WRITTEN.keys().toArray();
const NOUNS_COMMAS = both(FEW, FEW, (n, c) => `${n} c=${c}`);
const NOUNS_FIGURES = both(FEW, FEW, (n, g) => `${n} g=${g}`);
const COMMAS_NOUNS = both(FEW, FEW, (c, n) => `${c} n=${n}`);
const FIGURES_OF = both(FEW, FEW, (g, of) => `${g} of=${of}`);
const NOUNS_OF = both(FEW, SOME, (n, of) => `${n} of=${of}`);
const OF_NOUNS = both(SOME, FEW, (of, n) => `${of} n=${n}`);
const NOUN = both(FEW, FEW, (n, c) => `true n=${n} c=${c}`);
const NO_NOUN = both(FEW, FEW, (n, c) => `false n=${n} c=${c}`);
const TRUTHS = [false, true];
const NOUN_INNER = both(TRUTHS, TRUTHS, (noun, inner) => `${noun} inner=${inner}`);
const INNER_NOUN = both(TRUTHS, TRUTHS, (inner, noun) => `${inner} noun=${noun}`);

/** What stands for a word behind the last, and for one that is missing elsewhere. */
const END = partOf('$');
const MISSING = partOf('undefined');

/** What all phrases on one side of a figure are told alike. */
export interface Side {
  kind: Part;
  unit: Part;
  bound: Part;
  /** The words on this side. */
  all: readonly Token[];
  /** The word that touches the figure on the other side. */
  other: Token | undefined;
  /** Whether the figure is a frequency and so on, with its kind. */
  often: Part;
}

/** In front of it. */
export interface Front extends Side {
  /** The first character behind the figure. */
  tail: Part;
  /** Of phrases behind the figure before, and of those before that. */
  within: Part;
  beyond: Part;
}

/** Where a phrase stands. */
interface Place {
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

interface PlaceInFront extends Place {
  commas: number;
  /** So many characters, and which. */
  far: number;
  gap: Part;
  /** It stands before the figure before. */
  isBeyond: boolean;
}

export function tellFront(told: Told, side: Front, p: PlaceInFront): void {
  const { kind, all } = side;
  const next = all[p.i + 1];
  const { text, last, tag } = all[p.i]!.parts;
  const c2 = upTo(2, p.commas);
  told.tell(FRONT.distance, distance(p.far), written(upTo(3, p.commas)), written(upTo(3, p.nouns)));
  told.tell(FRONT.kind, kind, written(c2), NOUNS_FIGURES[upTo(2, p.nouns)]![upTo(2, p.figures)]);
  told.tell(FRONT.tag, tag, kind);
  told.tell(FRONT.word, text);
  told.tell(FRONT.last, last);
  told.tell(FRONT.lastKind, last, kind);
  told.tell(FRONT.next, next ? next.parts.text : END);
  told.tell(FRONT.nextTag, next ? next.parts.tag : END, tag);
  told.tell(FRONT.noun, NOUN_INNER[Number(p.noun)]![Number(p.inner)], all[p.i - 1]?.parts.tag ?? MISSING);
  told.tell(FRONT.gap, p.gap);
  told.tell(FRONT.gapKind, p.gap, kind);
  tellSurroundings(told, side, p);
  if (p.from === 0 || pauses(all[p.from - 1]!)) told.tell(FRONT.first, written(c2), next ? next.parts.tag : END);
  if (next && VERBAL.test(next.tag)) told.tell(FRONT.verb, next.parts.text);
}

/** What the figure and what stands around it have to do with a phrase in front. */
function tellSurroundings(told: Told, side: Front, p: PlaceInFront): void {
  const { kind, all } = side;
  const [n1, n2] = [upTo(1, p.nouns), upTo(2, p.nouns)];
  const [c1, c2] = [upTo(1, p.commas), upTo(2, p.commas)];
  told.tell(FRONT.end, all[all.length - 1]!.parts.text, (p.noun ? NOUN : NO_NOUN)[n2]![c2]);
  told.tell(FRONT.length, written(upTo(9, p.length)));
  told.tell(FRONT.unit, side.unit, NOUNS_COMMAS[n2]![c2]);
  told.tell(FRONT.tail, side.tail, kind, NOUNS_COMMAS[n1]![c1]);
  told.tell(FRONT.behind, side.other?.parts.tag ?? MISSING, kind, NOUNS_COMMAS[n1]![c1]);
  told.tell(FRONT.often, side.often, written(n1), all[p.i]!.parts.tag);
  told.tell(FRONT.near, p.isBeyond ? side.beyond : side.within, COMMAS_NOUNS[c2]![n1]);
}

interface PlaceBehind extends Place {
  /** So many particles 的 stand between it and the figure, and the tags of the words there. */
  of: number;
  path: Part;
}

export function tellBehind(told: Told, side: Side, p: PlaceBehind): void {
  const { kind, all } = side;
  const next = all[p.i + 1];
  const { text, last, tag, letter } = all[p.i]!.parts;
  const n2 = written(upTo(2, p.nouns));
  const nextTag = next ? next.parts.tag : END;
  told.tell(BEHIND.kind, kind, n2, FIGURES_OF[p.figures]![upTo(2, p.of)]);
  told.tell(BEHIND.distance, distance(all[p.i]!.start), kind);
  told.tell(BEHIND.tag, tag, kind);
  told.tell(BEHIND.word, text);
  told.tell(BEHIND.last, last);
  told.tell(BEHIND.lastKind, last, kind);
  told.tell(BEHIND.next, next ? next.parts.text : END);
  told.tell(BEHIND.nextTag, nextTag, tag);
  told.tell(BEHIND.inner, INNER_NOUN[Number(p.inner)]![Number(p.noun)], n2);
  told.tell(BEHIND.nextLast, nextTag, n2, last);
  told.tell(BEHIND.path, p.path, letter);
  told.tell(BEHIND.pathNext, p.path, letter, next ? next.parts.letter : END);
  told.tell(BEHIND.length, written(upTo(9, p.length)));
  tellFigure(told, side, p);
  if (next?.tag === 'v') told.tell(BEHIND.verb, next.parts.text);
}

/** What the figure and what stands in front of it have to do with a phrase behind. */
function tellFigure(told: Told, side: Side, { i, nouns, of }: PlaceBehind): void {
  const { kind, all, other } = side;
  const n1 = upTo(1, nouns);
  told.tell(BEHIND.unit, side.unit, written(upTo(2, nouns)));
  told.tell(BEHIND.front, other?.parts.text ?? MISSING, kind, written(n1));
  told.tell(BEHIND.front, other?.parts.tag ?? MISSING, kind, NOUNS_OF[n1]![of]);
  told.tell(BEHIND.previous, all[i - 1]?.parts.text ?? MISSING);
  told.tell(BEHIND.bound, side.bound, kind, OF_NOUNS[of]![n1]);
  told.tell(BEHIND.often, side.often, written(n1), all[i]!.parts.tag);
}
