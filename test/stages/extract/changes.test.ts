import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/index.ts';
import { changesOf } from '../../../src/stages/extract/figures/change/change.ts';
import { findFigures } from '../../../src/stages/extract/figures/index.ts';
import type { Phrase } from '../../../src/stages/extract/types.ts';
import { expectLinear } from '../../linear.ts';

/** Sentences of our own, each figure with what it says of a change: `text kind direction word of … vs …`, or its text alone. */
interface Case {
  text: string;
  changes: string[];
}

const SIZE = 60_000;
const FILE = join(import.meta.dirname, '../../cases/extract-figures/changes.json');
const CASES = JSON.parse(readFileSync(FILE, 'utf8')) as Case[];

function read(text: string) {
  const figures = findFigures(text, [], [], { published: null });
  return figures.map((figure, i) => ({ figure, change: changesOf(text, figures)[i]! }));
}

describe('what a figure says of a change', () => {
  it.each(CASES)('$text', ({ text, changes }) => {
    const told = read(text).map(({ figure, change: c }) =>
      [
        figure.text,
        ...(c ? [c.kind, c.direction, c.text] : []),
        c?.of && `of ${c.of.text}`,
        c?.compared && `vs ${c.compared.text}`,
      ]
        .filter(Boolean)
        .join(' '),
    );
    expect(told).toEqual(changes);
  });

  it('is part of what is exported, in code points', () => {
    const text = '𠮷岭镇税收同比下降1.3%。';
    const [f] = extract(text).figures;
    const quote = ({ start, end }: Phrase): string => [...text].slice(start, end).join('');
    expect(f!.change).toMatchObject({ kind: 'by', direction: 'down', text: '下降', of: null });
    expect([quote(f!.change!), quote(f!.change!.compared!)]).toEqual(['下降', '同比']);
  });
});

describe('the words of a change', () => {
  function expectGrounded(text: string): void {
    for (const { figure, change } of read(text)) {
      for (const phrase of [change, change?.of, change?.compared]) {
        if (!phrase) continue;
        expect(text.slice(phrase.start, phrase.end)).toBe(phrase.text);
        expect(phrase.text).not.toBe('');
      }
      // The word stands with its figure, or with one of the same row.
      if (change) expect(Math.abs(change.start - figure.start)).toBeLessThan(120);
    }
  }

  it('stand where they say, whatever the text', () => {
    const pieces = [
      '增长', '下降', '提高到', '由', '从', '比上年', '同比', '与2019年相比', '分别', '增速', '降幅', '收窄', '不', '新增', '翻了一番', '晋升',
      '第3位', '高于', '比', '全市平均', '全省', '低', '5%', '3.1个百分点', '12户', '360人', '2天', '税收', '全镇', '、', '，', '。', '和', '至', '的', '多', '少了', '每', '\n', '𠮷', ' ',
    ]; // biome-ignore format: a table
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => expectGrounded(parts.join(''))),
      { numRuns: 300 },
    );
  });

  const folder = join(import.meta.dirname, '../../../corpus/bodies');
  it.skipIf(!existsSync(folder))('stand where they say in whole articles', () => {
    for (const f of readdirSync(folder).filter((name) => name.endsWith('.txt')))
      expectGrounded(readFileSync(join(folder, f), 'utf8'));
  });

  it.each(['增长5%、', '由5%提高到', '比上年', '比上年增长5%，', '5%', '减少事故', '每5户', '降幅5%收窄'])(
    'are found in linear time: %s',
    async (unit) => {
      const known = new Map<number, { text: string; figures: ReturnType<typeof findFigures> }>();
      const work = (n: number): void => {
        const text = unit.repeat(Math.ceil(n / unit.length));
        const found = known.get(n) ?? { text, figures: findFigures(text, [], [], { published: null }) };
        known.set(n, found);
        changesOf(found.text, found.figures);
      };
      // Finding the figures is another matter (see their own tests).
      work(SIZE / 8);
      work(SIZE);
      await expectLinear(work, SIZE);
    },
  );

  it('are found in linear time in a row that goes on from many levels', async () => {
    const known = new Map<number, { text: string; figures: ReturnType<typeof findFigures> }>();
    const work = (n: number): void => {
      const text = `由5户、${'5家、'.repeat(n / 12)}增加到${'1家、1户、'.repeat(n / 12)}`;
      const found = known.get(n) ?? { text, figures: findFigures(text, [], [], { published: null }) };
      known.set(n, found);
      changesOf(found.text, found.figures);
    };
    work(SIZE * 2);
    await expectLinear(work, SIZE * 4);
  });
});
