import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/stages/extract/figures/index.ts';
import type { Figure, Point, Slogan } from '../../../src/stages/extract/types.ts';
import { expectLinear } from '../../linear.ts';

type Wanted = Pick<Figure, 'text' | 'unit' | 'bound' | 'indicator' | 'role' | 'per'> & {
  value?: number;
  min?: number;
  max?: number;
};
interface FigureCase {
  label: string;
  before: string | { text: string; title?: string; heading?: string };
  after: Wanted[];
  comment?: string;
}

const CASES = join(import.meta.dirname, '../../cases/extract-figures');
const load = (name: string): FigureCase[] => JSON.parse(readFileSync(join(CASES, `${name}.json`), 'utf8'));

function run(before: FigureCase['before']): Figure[] {
  const {
    text,
    title = null,
    heading,
  } = typeof before === 'string' ? { text: before } : (before as { text: string; title?: string; heading?: string });
  const point: Point = {
    id: 'p1',
    number: '1.',
    heading: heading ?? '',
    headingStart: 0,
    headingEnd: 0,
    parent: null,
    role: 'requirement',
    cue: '',
    start: 0,
    end: text.length,
  };
  return findFigures(text, heading ? [point] : [], [], { published: null, title });
}

const bare = ({ text, value, min, max, unit, bound, role, per }: Wanted) => ({
  text,
  ...(value === undefined ? { min, max } : { value }),
  unit,
  bound,
  role,
  per,
});
/** An indicator is right where one is the end of the other: annotators differ in how much of a phrase they take. */
const agrees = (got: string | null, want: string | null) =>
  want === null || (got !== null && (want.endsWith(got) || got.endsWith(want)));

describe('findFigures', () => {
  describe.each(['wild', 'synthetic', 'negative'])('%s', (name) => {
    it.each(load(name))('$label', ({ before, after }) => {
      const found = run(before);
      expect(found.map(bare)).toEqual(after.map(bare));
      for (const [i, f] of found.entries())
        expect([f.indicator, agrees(f.indicator, after[i]!.indicator)]).toEqual([f.indicator, true]);
    });
  });

  describe('known failures', () => {
    it.each(load('known-failures'))('$label', ({ before, after }) => {
      const found = run(before);
      const right =
        JSON.stringify(found.map(bare)) === JSON.stringify(after.map(bare)) &&
        found.every((f, i) => agrees(f.indicator, after[i]!.indicator));
      expect(right).toBe(false);
    });
  });

  it('cuts every figure out of the text', () => {
    const text = '今年以来,共走访企业120家,\n每季度一次。';
    for (const f of findFigures(text, [], [], { published: null })) expect(text.slice(f.start, f.end)).toBe(f.text);
  });

  it('says when and where', () => {
    const text = '一是走访。2021年以来,走访企业120家。';
    const point: Point = {
      id: 'p1',
      number: '一是',
      heading: '走访',
      headingStart: 2,
      headingEnd: 4,
      parent: null,
      role: 'practice',
      cue: '',
      start: 0,
      end: text.length,
    };
    expect(findFigures(text, [point], [], { published: null })).toMatchObject([
      { text: '120家', time: '2021年以来', point: 'p1' },
    ]);
  });

  it('reads a text that a notice hands on for itself', () => {
    const text = '请各单位认真学习。\n附件\n让支部每年“体检”一次\n该局有43个党支部,去年共开出处方50张。';
    const roles = findFigures(text, [], [], { published: null, title: '关于转发经验的通知' }).map((f) => [
      f.text,
      f.role,
    ]);
    expect(roles).toContainEqual(['43个', 'scale']);
    expect(roles).toContainEqual(['50张', 'result']);
  });

  it('takes no time from a habit', () => {
    const text = '半年、年终检查总结;党员大会每年召开两次;每季度讲一次党课。';
    expect(findFigures(text, [], [], { published: null }).map((f) => f.time)).toEqual([null, null]);
  });

  it('leaves the numerals of slogans alone', () => {
    const text = '落实5个百分百制度,走访5个村。';
    const slogan: Slogan = {
      text: '5个百分百',
      kind: 'numeral',
      expansion: null,
      complete: null,
      mentions: [{ start: 2, end: 7 }],
      rule: '',
    };
    expect(findFigures(text, [], [slogan], { published: null }).map((f) => f.start)).toEqual([12]);
  });

  it('is linear where a word is two others side by side', async () => {
    // The numeral is small so that a failure ends: twice as many ways to read them with each word.
    await expectLinear((n) => findFigures(`${'共有'.repeat(n)}村50人。`, [], [], { title: null, published: null }), 24);
  });

  it.each(['共有5个单位,', '每年', '百分之', '近三', '“', '(5分)'])('is linear: %s', async (unit) => {
    await expectLinear((n) => findFigures(unit.repeat(n / unit.length), [], [], { published: null }), 60_000);
  });
});

const GOLD = join(import.meta.dirname, '../../../../shared/gold/dev');

/** The gold's figures against ours, with its own slogans given and no outline: the floor of the finding, not of the roles. */
describe.skipIf(!existsSync(GOLD))('the annotated articles', () => {
  it('are read as annotated', () => {
    let hit = 0;
    let found = 0;
    let wanted = 0;
    for (const file of readdirSync(GOLD).filter((f) => /^\d.*\.json$/u.test(f))) {
      const gold = JSON.parse(readFileSync(join(GOLD, file), 'utf8')) as {
        figures: (Wanted & { optional?: boolean })[];
        slogans: { text: string }[];
      };
      const text = readFileSync(join(GOLD, file.replace('.json', '.txt')), 'utf8');
      const slogans = gold.slogans.map((s): Slogan => {
        const mentions: { start: number; end: number }[] = [];
        for (let i = text.indexOf(s.text); i >= 0; i = text.indexOf(s.text, i + s.text.length))
          mentions.push({ start: i, end: i + s.text.length });
        return { text: s.text, kind: 'numeral', expansion: null, complete: null, mentions, rule: '' };
      });
      const key = (f: Wanted) => `${f.text} ${f.bound} ${f.value ?? `${f.min}..${f.max}`} ${f.unit}`;
      const pool = findFigures(text, [], slogans, { published: null }).map(key);
      for (const g of gold.figures) {
        const at = pool.indexOf(key(g));
        if (at >= 0) pool.splice(at, 1);
        if (at >= 0 && !g.optional) hit++;
        if (!g.optional) wanted++;
      }
      found += pool.length;
    }
    expect((2 * hit) / (2 * hit + found + (wanted - hit))).toBeGreaterThanOrEqual(0.95);
  });
});
