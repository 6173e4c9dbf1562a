import type { Question } from './features.ts';
import type { Piece } from './pieces.ts';
import type { Run } from './stretches.ts';

/** More rows at a mention are not tried. */
const MOST = 3;

type Asked = Pick<Question, 'text' | 'keys' | 'count'>;

/**
 * How promising a row is before it is looked at closely: near the mention, with the keys of the formula in this share of its members.
 */
function worthOf(from: Run['from'], inner: string, skipped: number, has: number): number {
  const special = from === 'terms' || from === 'points' || from === 'bracket' ? 1 : 0;
  const marks = inner === '、' ? 1 : 0;
  return 4 * Math.floor(has) + 2 * has + special + marks - Math.min(skipped, 8) / 2;
}

/**
 * The most promising rows around a mention, gathered one by one. There are hundreds and few are kept: what can be none of these any
 * more need not be made.
 */
export class Promising {
  readonly #asked: Asked;
  readonly #places: ReadonlyMap<string, readonly number[]>;
  /** The best first, of equals the earlier. */
  readonly #best: { run: Run; worth: number }[] = [];

  /** @param from,to where in the text rows are asked about before they are made */
  constructor(asked: Asked, from: number, to: number) {
    this.#asked = asked;
    const stretch = asked.text.slice(from, to);
    this.#places = new Map(asked.keys.map((key) => [key, placesOf(key, stretch, from)]));
  }

  get runs(): Run[] {
    return this.#best.map(({ run }) => run);
  }

  /** Whether such a row may be among them if all of its members have the keys. */
  might(from: Run['from'], inner: string, skipped: number): boolean {
    return this.#best.length < MOST || worthOf(from, inner, skipped, 1) > this.#best[MOST - 1]!.worth;
  }

  /** Whether a row whose members are cut from some units may still be among them; the last may hold two members. */
  may(
    from: Run['from'],
    inner: string,
    skipped: number,
    units: readonly Piece[],
    first: number,
    length: number,
  ): boolean {
    if (!this.might(from, inner, skipped)) return false;
    const least = this.#best[MOST - 1]?.worth ?? Number.NEGATIVE_INFINITY;
    if (worthOf(from, inner, skipped, 0) > least) return true;
    const { count, keys } = this.#asked;
    let has = 0;
    for (let i = 0; i < count; i++) if (this.#holds(units[first + Math.min(i, length - 1)]!, keys[i]!)) has++;
    return worthOf(from, inner, skipped, has / count) > least;
  }

  add(run: Run): void {
    if (!this.might(run.from, run.inner, run.skipped)) return;
    const { text, keys } = this.#asked;
    let has = 0;
    for (let i = 0; i < run.spans.length; i++)
      if (text.slice(run.spans[i]!.start, run.spans[i]!.end).includes(keys[i]!)) has++;
    const worth = worthOf(run.from, run.inner, run.skipped, has / run.spans.length);
    let at = this.#best.length;
    while (at > 0 && this.#best[at - 1]!.worth < worth) at--;
    this.#best.splice(at, 0, { run, worth });
    if (this.#best.length > MOST) this.#best.pop();
  }

  #holds({ start, end }: Piece, key: string): boolean {
    for (const place of this.#places.get(key)!) if (place >= start) return place + key.length <= end;
    return false;
  }
}

/** Where a word stands in a stretch, as offsets of the text. */
function placesOf(word: string, stretch: string, from: number): number[] {
  const places: number[] = [];
  for (let at = stretch.indexOf(word); at >= 0; at = stretch.indexOf(word, at + 1)) places.push(at + from);
  return places;
}
