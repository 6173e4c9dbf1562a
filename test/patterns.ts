/** The regular expressions of the sources, as they are written. */
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { parseAst } from 'vite';

const root = path.resolve(import.meta.dirname, '../src');

export interface Pattern {
  file: string;
  source: string;
  flags: string;
}

/** The literals of a file. */
export function patternsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex } = node as { type?: string; regex?: { pattern: string; flags: string } };
    if (type === 'Literal' && regex) found.push({ file, source: regex.pattern, flags: regex.flags });
    for (const inner of Object.values(node)) if (typeof inner === 'object') visit(inner);
  };
  visit(parseAst(stripTypeScriptTypes(readFileSync(path.join(root, file), 'utf8'))));
  return found;
}

/**
 * Expressions that a module makes of strings when it is loaded. Those that it makes later are not seen.
 *
 * @param load of the module
 */
export async function madeBy(file: string, load: () => Promise<unknown>): Promise<Pattern[]> {
  const made: Pattern[] = [];
  const Real = RegExp;
  const note = <T extends RegExp>(regex: T): T => {
    made.push({ file, source: regex.source, flags: regex.flags });
    return regex;
  };
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, args, as) => note(Reflect.construct(target, args, as)),
    apply: (target, self, args) => note(Reflect.apply(target, self, args)),
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = Real;
  }
  return made;
}

export const sources = globSync('**/*.ts', { cwd: root }).sort();

/** What a class names: single characters, and ranges of them, by code point. */
type Item = [first: number, last: number];

/** Classes of a pattern, each with what it names; escapes of several characters (`\d`, `\p{…}`) are left out. */
export function classesOf(source: string): { text: string; items: Item[] }[] {
  const chars = [...source];
  const found: { text: string; items: Item[] }[] = [];
  for (let i = 0; i < chars.length; i++) {
    if (chars[i] === '\\') i++;
    else if (chars[i] === '[') {
      const start = i;
      const [items, end] = itemsFrom(chars, i + 1);
      i = end;
      found.push({ text: chars.slice(start, end + 1).join(''), items });
    }
  }
  return found;
}

const CONTROLS: Record<string, string> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f', b: '\b', 0: '\0' };

function itemsFrom(chars: readonly string[], from: number): [Item[], end: number] {
  const items: Item[] = [];
  let i = chars[from] === '^' ? from + 1 : from;
  /** The next character; null for one that stands for several. */
  const next = (): number | null => {
    const c = chars[i++]!;
    if (c !== '\\') return c.codePointAt(0)!;
    const e = chars[i++]!;
    if (/[dDwWsS]/.test(e)) return null;
    if (e === 'p' || e === 'P') {
      i = chars.indexOf('}', i) + 1;
      return null;
    }
    if (e === 'x' || (e === 'u' && chars[i] !== '{')) {
      const digits = e === 'x' ? 2 : 4;
      i += digits;
      return Number.parseInt(chars.slice(i - digits, i).join(''), 16);
    }
    if (e === 'u') {
      const end = chars.indexOf('}', i);
      const code = Number.parseInt(chars.slice(i + 1, end).join(''), 16);
      i = end + 1;
      return code;
    }
    return (CONTROLS[e] ?? e).codePointAt(0)!;
  };
  while (i < chars.length && chars[i] !== ']') {
    const first = next();
    if (first === null) continue;
    if (chars[i] === '-' && chars[i + 1] !== ']') {
      i++;
      items.push([first, next() ?? first]);
    } else items.push([first, first]);
  }
  return [items, i];
}

/** Characters that a class names more than once. */
export function twice(items: readonly Item[]): string[] {
  const sorted = [...items].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const found: string[] = [];
  let reached = -1;
  for (const [first, last] of sorted) {
    if (first <= reached) found.push(String.fromCodePoint(first));
    reached = Math.max(reached, last);
  }
  return found;
}
