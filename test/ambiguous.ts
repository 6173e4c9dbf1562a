/**
 * Loops of a regular expression that can read one string in two ways. Where what follows fails, all ways are tried: two for each
 * time round, so that some thirty characters take hours.
 *
 * The expression becomes an automaton of its characters' positions (Glushkov's). A loop is ambiguous when two different ways lead from
 * a position back to it over the same string: then two walkers on equal strings part within the loop and meet again in it.
 * Conditions (`(?=…)`, `\b`, `^`) are taken to hold always, so a loop that only these keep from being ambiguous is told of too.
 */
import { type CharSet, type Element, type Expression, JS, type NoParent } from 'refa';

/** Repetitions that are written out; one of more is taken to have no end. */
const COUNTED = 3;
const ENDLESS = 12;

/** A part of the expression: where it begins and ends, by position, and whether it may be empty. */
interface Part {
  first: number[];
  last: number[];
  empty: boolean;
}

type Node = NoParent<Element>;
type Ways = readonly { readonly elements: readonly Node[] }[];

const NOTHING: Part = { first: [], last: [], empty: true };

/** The positions of an expression, and what may follow each: how often the same step was put there, by the position it leads to. */
class Positions {
  readonly chars: CharSet[] = [];
  readonly steps: Map<number, number>[] = [];
  /** The conditions met on the way: expressions of their own. */
  readonly conditions: Ways[] = [];
  readonly #all: CharSet;

  constructor(all: CharSet) {
    this.#all = all;
  }

  either(ways: Ways): Part {
    const parts = ways.map(({ elements }) =>
      elements.reduce((before: Part, e) => this.#join(before, this.#part(e)), NOTHING),
    );
    return {
      first: parts.flatMap((p) => p.first),
      last: parts.flatMap((p) => p.last),
      empty: parts.some((p) => p.empty),
    };
  }

  #part(node: Node): Part {
    if (node.type === 'CharacterClass') return this.#character(node.characters);
    if (node.type === 'Alternation') return this.either(node.alternatives);
    if (node.type === 'Quantifier') return this.#repeated(node.alternatives, node.min, node.max);
    if (node.type === 'Unknown') return this.#character(this.#all);
    this.conditions.push(node.alternatives);
    return NOTHING;
  }

  #character(chars: CharSet): Part {
    const at = this.chars.push(chars) - 1;
    this.steps.push(new Map());
    return { first: [at], last: [at], empty: false };
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const f of from) for (const t of to) this.steps[f]!.set(t, (this.steps[f]!.get(t) ?? 0) + 1);
  }

  #join(a: Part, b: Part): Part {
    this.#link(a.last, b.first);
    return {
      first: a.empty ? [...a.first, ...b.first] : a.first,
      last: b.empty ? [...a.last, ...b.last] : b.last,
      empty: a.empty && b.empty,
    };
  }

  /** `x{2,5}` is `xx(?:x(?:x(?:x)?)?)?`. */
  #repeated(ways: Ways, min: number, max: number): Part {
    if (max === 0) return NOTHING;
    const one = this.either(ways);
    let all = one;
    if (max > ENDLESS) this.#link(one.last, one.first);
    else if (max > 1) {
      const room = Math.min(max, COUNTED);
      all = this.#join(one, this.#repeated(ways, Math.max(0, Math.min(min, room) - 1), room - 1));
    }
    return min === 0 ? { ...all, empty: true } : all;
  }
}

/** Positions that lie on a common loop, by the number of the loop; those on none are left out. (Tarjan.) */
function loopsOf(steps: readonly ReadonlyMap<number, number>[]): number[][] {
  const index: number[] = [];
  const low: number[] = [];
  const stack: number[] = [];
  const open = new Set<number>();
  const found: number[][] = [];
  let n = 0;
  const visit = (v: number): void => {
    index[v] = low[v] = n++;
    stack.push(v);
    open.add(v);
    for (const w of steps[v]!.keys()) {
      if (index[w] === undefined) visit(w);
      if (open.has(w)) low[v] = Math.min(low[v]!, low[w]!);
    }
    if (low[v] !== index[v]) return;
    const loop = stack.splice(stack.lastIndexOf(v));
    for (const w of loop) open.delete(w);
    if (loop.length > 1 || steps[v]!.has(v)) found.push(loop);
  };
  for (let v = 0; v < steps.length; v++) if (index[v] === undefined) visit(v);
  return found;
}

/** A position from which two walkers part and meet again within the loop; null where there is none. */
function partsIn(loop: readonly number[], { steps, chars }: Positions): number | null {
  const inside = new Set(loop);
  const nexts = new Map(loop.map((v) => [v, [...steps[v]!.keys()].filter((w) => inside.has(w))]));
  // The same step by two ways: (?:a+)+.
  for (const v of loop) if (nexts.get(v)!.some((w) => steps[v]!.get(w)! > 1)) return v;
  const isShared = memoised((a, b) => !chars[a]!.isDisjointWith(chars[b]!), chars.length);
  // Where a pair of walkers that parted can go; a pair has its lower position first.
  const seen = new Map<number, number>();
  const queue: [p: number, q: number, from: number][] = [];
  const size = chars.length;
  const enter = (p: number, q: number, from: number): void => {
    const key = Math.min(p, q) * size + Math.max(p, q);
    if (seen.has(key) || !isShared(p, q)) return;
    seen.set(key, from);
    queue.push([p, q, from]);
  };
  for (const v of loop) {
    const to = nexts.get(v)!;
    for (const p of to) for (const q of to) if (p < q) enter(p, q, v);
  }
  for (let i = 0; i < queue.length; i++) {
    const [p, q, from] = queue[i]!;
    for (const x of nexts.get(p)!)
      for (const y of nexts.get(q)!) {
        if (x === y) return from;
        enter(x, y, from);
      }
  }
  return null;
}

function memoised(test: (a: number, b: number) => boolean, size: number): (a: number, b: number) => boolean {
  const known = new Map<number, boolean>();
  return (a, b) => {
    const key = Math.min(a, b) * size + Math.max(a, b);
    const was = known.get(key);
    if (was !== undefined) return was;
    const is = test(a, b);
    known.set(key, is);
    return is;
  };
}

/** @returns for each ambiguous loop a character with which two ways of reading it begin */
export function ambiguousLoops(source: string, flags: string): string[] {
  const parser = JS.Parser.fromLiteral({ source, flags });
  const { expression, maxCharacter } = parser.parse({
    backreferences: 'unknown',
    assertions: 'parse',
    maxBackreferenceWords: 0,
  });
  const found: string[] = [];
  const todo: Ways[] = [(expression as NoParent<Expression>).alternatives];
  for (let ways = todo.pop(); ways; ways = todo.pop()) {
    const positions = new Positions(
      JS.createCharSet([{ min: 0, max: maxCharacter }], { unicode: flags.includes('u') }),
    );
    positions.either(ways);
    todo.push(...positions.conditions);
    for (const loop of loopsOf(positions.steps)) {
      const at = partsIn(loop, positions);
      if (at !== null) found.push(String.fromCodePoint(positions.chars[at]!.ranges[0]?.min ?? 0));
    }
  }
  return found;
}
