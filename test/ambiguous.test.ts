import { describe, expect, it } from 'vitest';
import { ambiguousLoops } from './ambiguous.ts';
import { madeBy, patternsOf, sources } from './patterns.ts';

/** Loops that may stay, with the reason: the input is short by construction, say. Expression -> reason. */
const ALLOWED: Record<string, string> = {};

/** Modules that do something when they are loaded. */
const STARTS = new Set(['cli.ts', 'pipeline/worker.ts', 'pipeline/apart-thread.ts']);

describe('a loop of a regular expression', () => {
  it.each([
    // One sign twice, or as the sum of others: as it stood in the sources once.
    ['^\\s*(?:共|共计|共有|累计|先后|都?有)*$', '^\\s*(?:共计?|累计|先后|都?有)*$'],
    ['(?:区|县|乡镇|[区县乡镇]){2,}$', '(?:[区县乡镇]){2,}$'],
    // A loop in a loop.
    ['(?:a+)+b', '(?:a+b)+c'],
    ['(\\d+,?)+$', '(\\d+,)+$'],
    ['(?:a{1,3})*b', '(?:a{3})*b'],
    ['(?:[^。]{0,40}a)*b', '(?:[^。a]{0,40}a)*b'],
    ['(?:a?b?)*c', '(?:ab?)*c'],
    ['(?:a*){2,}b', 'a{2,}b'],
    // In a condition, and behind a reference to what was found before.
    ['x(?=(?:a|[ab])*y)', 'x(?=[ab]*y)'],
    ['(a)(?:\\1|b)*c', '(a)\\1*c'],
    // Letters of either case.
    ['(?:a|A)*b', '(?:a|B)*c'],
  ])('that can read a string in two ways is found: %s, not %s', (ambiguous, plain) => {
    expect(ambiguousLoops(ambiguous, 'iu')).toHaveLength(1);
    expect(ambiguousLoops(plain, 'iu')).toEqual([]);
  });

  it('makes an expression slow, as the finding says', () => {
    const [ambiguous, plain] = ['^(?:共|共有|有)*$', '^(?:共|有)*$'];
    const cpu = (source: string): number => {
      const begun = process.cpuUsage();
      // 2^16 ways, each some steps long.
      for (let i = 0; i < 3; i++) expect(new RegExp(source, 'u').test(`${'共有'.repeat(16)}无`)).toBe(false);
      return process.cpuUsage(begun).user;
    };
    expect([ambiguousLoops(ambiguous, 'u').length, ambiguousLoops(plain, 'u').length]).toEqual([1, 0]);
    cpu(plain);
    expect(cpu(ambiguous)).toBeGreaterThan(5 * cpu(plain));
  });
});

describe('the sources', () => {
  it('have no such loop, in literals and in what is made of strings when they are loaded', async () => {
    const patterns = sources.flatMap((file) => patternsOf(file));
    for (const file of sources)
      if (!STARTS.has(file)) patterns.push(...(await madeBy(file, () => import(/* @vite-ignore */ `../src/${file}`))));
    expect(patterns.length).toBeGreaterThan(3100);
    const distinct = new Map(patterns.map((p) => [`${p.source}/${p.flags}`, p]));
    const found = [...distinct.values()].filter(({ source, flags }) => ambiguousLoops(source, flags).length > 0);
    expect(found.filter(({ source }) => !(source in ALLOWED)).map((p) => `${p.file}: ${p.source}`)).toEqual([]);
    // What is not there any more needs no leave.
    expect(Object.keys(ALLOWED).filter((source) => !found.some((p) => p.source === source))).toEqual([]);
  });
});
