import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPoints } from '../../../src/stages/extract/points/index.ts';
import { countedMarkers } from '../../../src/stages/extract/points/items/counted.ts';
import { linesOf } from '../../../src/stages/extract/points/items/item.ts';
import { namedBefore } from '../../../src/stages/extract/points/items/kindred.ts';
import type { Point } from '../../../src/stages/extract/types.ts';
import { expectLinear } from '../../linear.ts';

interface Case {
  label: string;
  before: { title: string | null; text: string[] };
  /** One point a line: two spaces of indent for each level, number or `-`, heading, `[role]`. */
  after: string[];
}

const cases = (name: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../../cases/extract-points/${name}.json`, import.meta.url), 'utf8'));

function outline(points: readonly Point[]): string[] {
  const depth = new Map<string, number>();
  return points.map((p) => {
    const d = p.parent ? depth.get(p.parent)! + 1 : 0;
    depth.set(p.id, d);
    return `${'  '.repeat(d)}${p.number ?? '-'} ${p.heading} [${p.role}]`;
  });
}

const read = ({ before }: Case) => findPoints(before.text.join('\n'), { title: before.title });

for (const name of ['wild', 'synthetic', 'negative'])
  describe(name, () => {
    for (const c of cases(name)) it(c.label, () => expect(outline(read(c))).toEqual(c.after));
  });

describe('known failures', () => {
  for (const c of cases('known-failures')) it(c.label, () => expect(outline(read(c))).not.toEqual(c.after));
});

describe('every point', () => {
  const all = ['wild', 'synthetic', 'negative', 'known-failures'].flatMap(cases);

  it('quotes its text and lies inside the one it stands under', () => {
    for (const c of all) {
      const text = c.before.text.join('\n');
      const points = read(c);
      const byId = new Map(points.map((p) => [p.id, p]));
      for (const p of points) {
        expect(text.slice(p.headingStart, p.headingEnd)).toBe(p.heading);
        expect(p.start).toBeLessThanOrEqual(p.headingStart);
        expect(p.headingEnd).toBeLessThanOrEqual(p.end);
        const up = p.parent && byId.get(p.parent)!;
        if (up) expect([up.start <= p.start, p.end <= up.end]).toEqual([true, true]);
      }
    }
  });

  it('ends before the signature, whatever stands below that', () => {
    const body = ['一、疏浚渠道。各村出工。', '二、管好闸门。一闸一人，汛期不离岗。'];
    const last = (...below: string[]): string => {
      const text = [...body, ...below].join('\n');
      const p = findPoints(text, { title: '关于做好春灌工作的通知' }).at(-1)!;
      return text.slice(p.start, p.end);
    };
    const own = body[1];
    expect(last('柳湾县水利局', '2022年3月8日')).toBe(own);
    expect(last('附件：闸门名册', '柳湾县水利局', '2022年3月8日', '（此件公开发布）')).toBe(own);
    expect(last('柳湾县水利局')).toBe(own);
    expect(last('（此件公开发布）')).not.toBe(own);
    expect(last('闸门钥匙由水利局保管。')).not.toBe(own);
    expect(last('柳湾县水利局负责解释。')).not.toBe(own);
  });

  it('comes in document order, with ids p1, p2, …', () => {
    for (const c of all) {
      const points = read(c);
      expect(points.map((p) => p.id)).toEqual(points.map((_, i) => `p${i + 1}`));
      for (let i = 1; i < points.length; i++) expect(points[i]!.start).toBeGreaterThan(points[i - 1]!.start);
    }
  });
});

describe('odd input', () => {
  it('never throws, and quotes exactly, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '一、',
        '二、',
        '(一)',
        '(二)',
        '1.',
        '2.',
        '一是',
        '二是',
        '首先,',
        '其次,',
        '第一,',
        '第二,',
        '——',
        '主要做法',
      ],
      ...[
        '加强领导',
        '问题',
        '“三个”',
        '。',
        ',',
        ':',
        '\n',
        '\n',
        ' ',
        '各单位要认真落实各项任务,确保按期完成,不得推诿扯皮。',
        '😀',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const points = findPoints(text, { title: null });
        const byId = new Map(points.map((p) => [p.id, p]));
        for (const p of points) {
          expect(p.heading).not.toBe('');
          expect(text.slice(p.headingStart, p.headingEnd)).toBe(p.heading);
          expect(p.end).toBeGreaterThanOrEqual(p.headingEnd);
          const up = p.parent === null ? p : byId.get(p.parent)!;
          expect([up.start <= p.start, up.end >= p.end]).toEqual([true, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', '\n\n', '一、', '一是', '。。。', '(一)\n(二)', '“', '一、\n二、\n'])('%j has no points', (text) => {
    expect(findPoints(text, { title: null })).toEqual([]);
  });

  it('stays linear on one long line of markers', async () => {
    const found = (n: number): number => findPoints('一是加强领导。二是落实责任。'.repeat(n), { title: null }).length;
    expect(found(1000)).toBe(2000);
    await expectLinear(found, 20_000);
  });

  it('stays linear on lines without a stop that count with a word of their own', async () => {
    const found = (n: number): unknown =>
      countedMarkers('第一招 请能人\n做法一\n'.repeat(n), linesOf('第一招 请能人\n做法一\n'.repeat(n)));
    await expectLinear(found, 20_000);
  });

  it('stays linear on a long list over paragraphs that open with what it names', async () => {
    const found = (n: number): unknown => {
      const text = `${'稳、准、'.repeat(n)}稳\n${'稳。车开得慢\n准。点记得牢\n'.repeat(n)}`;
      const lines = linesOf(text);
      return namedBefore(
        text,
        lines,
        lines.map((_, row) => row),
      );
    };
    await expectLinear(found, 20_000);
  });
});

const gold = new URL('../../../../shared/gold/dev/', import.meta.url);

describe.runIf(existsSync(gold))('gold outlines', () => {
  const files = existsSync(gold) ? readdirSync(gold).filter((f) => /^\d.*\.json$/.test(f)) : [];
  it.each(files)('%s', (file) => {
    const { title = null, points: want } = JSON.parse(readFileSync(new URL(file, gold), 'utf8'));
    const text = readFileSync(new URL(file.replace('.json', '.txt'), gold), 'utf8');
    const points = findPoints(text, { title });
    const byId = new Map(points.map((p) => [p.id, p.heading]));
    const fold = (s: string | null | undefined) => s?.normalize('NFKC').replace(/[\s"'“”‘’]/gu, '') ?? null;
    const got = points.map((p) => [fold(p.heading), fold(p.parent && byId.get(p.parent)), p.role]);
    expect(got).toEqual(want.map((p: Point) => [fold(p.heading), fold(p.parent), p.role]));
  });
});
