import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPoints } from '../../../src/stages/extract/points/index.ts';
import { canonicalMembers } from '../../../src/stages/extract/slogans/canonical.ts';
import { findSlogans } from '../../../src/stages/extract/slogans/index.ts';
import { standingFormula, UNQUOTED } from '../../../src/stages/extract/slogans/lexicon.ts';
import { composed } from '../../../src/stages/extract/slogans/members/composed.ts';
import { formula, partsOf } from '../../../src/stages/extract/slogans/numerals.ts';
import { findQuotes } from '../../../src/stages/extract/slogans/quotes.ts';
import type { Slogan } from '../../../src/stages/extract/types.ts';
import { expectLinear } from '../../linear.ts';

interface Case {
  label: string;
  before: string[];
  /** One slogan a line: kind, text, ` = ` its members (` ≈ ` where they are not as many as promised), ` ×` mentions. */
  after: string[];
}

const names = ['wild', 'synthetic', 'negative', 'members', 'around', 'told', 'weighed', 'known-failures'];
const cases = (name: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../../cases/extract-slogans/${name}.json`, import.meta.url), 'utf8'));

const read = (text: string): Slogan[] => findSlogans(text, findPoints(text, { title: null }));

function line(s: Slogan): string {
  const members = s.expansion ? `${s.complete ? ' = ' : ' ≈ '}${s.expansion.join(' / ')}` : '';
  return `${s.kind} ${s.text}${members}${s.mentions.length > 1 ? ` ×${s.mentions.length}` : ''}`;
}

const lines = (c: Case): string[] => read(c.before.join('\n')).map(line);

for (const name of names.slice(0, -1))
  describe(name, () => {
    for (const c of cases(name)) it(c.label, () => expect(lines(c)).toEqual(c.after));
  });

describe('known failures', () => {
  for (const c of cases('known-failures')) it(c.label, () => expect(lines(c).sort()).not.toEqual([...c.after].sort()));
});

describe('every slogan', () => {
  const texts = names.flatMap(cases).map((c) => c.before.join('\n'));

  it('is quoted by its mentions, in order, and listed once', () => {
    for (const text of texts) {
      const found = read(text);
      expect(new Set(found.map((s) => s.text)).size).toBe(found.length);
      for (const s of found) {
        expect(s.mentions.length).toBeGreaterThan(0);
        for (const m of s.mentions) expect(text.slice(m.start, m.end)).toBe(s.text);
        for (let i = 1; i < s.mentions.length; i++)
          expect(s.mentions[i]!.start).toBeGreaterThanOrEqual(s.mentions[i - 1]!.end);
      }
    }
  });

  it('takes its members from the text', () => {
    for (const text of texts)
      for (const s of read(text)) for (const member of s.expansion ?? []) expect(text).toContain(member);
  });

  it('stays where it is when another line comes before it', () => {
    for (const text of texts) {
      const moved = findSlogans(`前言。\n${text}`, []);
      const plain = findSlogans(text, []);
      expect(moved.map((s) => s.mentions[0]!.start)).toEqual(plain.map((s) => s.mentions[0]!.start + 4));
    }
  });
});

describe('numeral formulas', () => {
  it.each([
    [
      '五好四化',
      [
        ['好', 5],
        ['化', 4],
      ],
    ],
    [
      '三会一课',
      [
        ['会', 3],
        ['课', 1],
      ],
    ],
    ['四个强化', [['强化', 4]]],
    ['五个一', [['一', 5]]],
    ['三个统一', [['统一', 3]]],
    ['三进工作法', [['进', 3]]],
    ['十二条', [['条', 12]]],
    [
      '1+3+N',
      [
        ['1', 1],
        ['3', 1],
        ['N', 1],
      ],
    ],
  ])('reads the parts of %s', (text, parts) => {
    expect(partsOf(text)?.map((p) => [p.key, p.count])).toEqual(parts);
  });

  it.each(['两张皮', '三本账', '两根筷子'])('leaves %s to its members', (text) => {
    expect(formula(text)).toBe('listed');
  });

  it.each([
    '七一',
    '十三五',
    '二次创业',
    '三年行动',
    '两年一轮',
    '五湖四海',
    '三个方面',
    '一心一意',
    '双目标绩效管理',
    '十佳标兵',
    '4月',
  ])('does not take %s for one', (text) => expect(formula(text)).toBeNull());
});

describe('the lexicon', () => {
  it('knows the kind of every formula that goes without quotation marks', () => {
    for (const text of UNQUOTED) expect(standingFormula(text)?.kind).toBeDefined();
  });

  it('keeps the members of the field out of what an article says', () => {
    expect(canonicalMembers('三会一课')).toHaveLength(4);
    expect(read('严格落实“三会一课”制度。')[0]).toMatchObject({ expansion: null, complete: null });
  });
});

describe('quotation marks', () => {
  it('pair by place, within their line', () => {
    const texts = (s: string): string[] => findQuotes(s).map((q) => q.text);
    expect(texts('”甲乙”和“丙丁”')).toEqual(['甲乙', '丙丁']);
    expect(texts('"甲乙"和＂丙丁＂')).toEqual(['甲乙', '丙丁']);
    expect(texts('“甲乙\n丙丁”，“戊”')).toEqual(['戊']);
    expect(texts('“甲‘乙丙’丁”')).toEqual(['甲‘乙丙’丁', '乙丙']);
    expect(texts('“”「甲」')).toEqual(['甲']);
  });
});

describe('long texts', () => {
  it.each([
    ['opening marks', '“'],
    ['closing marks', '”'],
    ['numerals', '五'],
    ['formulas', '“三个结合”：'],
    ['pairs', '三会一课'],
    ['brackets', '“四个化”（'],
    ['a code without end', '1+'],
    ['formulas of two parts', '落实“三促三稳”，促开工、促投产，稳粮食、稳供应，'],
    ['formulas taken up', '做到有约必守、有责必担，把“三必”规矩写进章程，'],
    ['names in one row', '“小修小补”“银发课堂”、'],
    ['names with their owners', '、二支部的“灯下夜读”'],
    ['watchwords', '做到小事不出院、大事不出街、'],
    ['doubled words', '组组有骨干、'],
    ['formulas of figures', '按照“532”比例，50%归农户、'],
    ['formulas and run-in heads', '坚持“三轮驱动”，做法如下。\n思想领学，让信念更牢。\n'],
  ])('are read in linear time: %s', async (_, piece) => {
    await expectLinear((n) => findSlogans(piece.repeat(n), []), 100_000);
  });

  it('may have formulas that all differ, half of them explained', async () => {
    await expectLinear((n) => {
      const found = composed(Array.from({ length: n }, (_, i) => formulaOf(i)));
      expect(found.filter((s) => !s.expansion).length).toBe(n / 2);
    }, 16_000);
  });
});

/** By turns “三…” without members and “三…两…” with some; no two have the same word. */
function formulaOf(i: number): Omit<Slogan, 'mentions'> {
  const key = String.fromCodePoint(0x4e00 + (i % 100), 0x5e00 + Math.floor(i / 100));
  const expansion = i % 2 ? Array.from('甲乙丙丁戊', (c) => key + c) : null;
  return {
    text: i % 2 ? `三${key}两${key}` : `三${key}`,
    kind: 'numeral',
    expansion,
    complete: expansion && true,
    rule: '',
  };
}

describe('members', () => {
  it('of a formula within a longer one are those that have its word', () => {
    const whole = { ...formulaOf(1), text: '三联两促', expansion: ['联村', '联组', '联户', '促产', '促销'] };
    const found = composed([{ ...formulaOf(0), text: '三联' }, { ...formulaOf(0), text: '三促' }, whole]);
    expect(found.map((s) => s.expansion)).toEqual([['联村', '联组', '联户'], null, whole.expansion]);
  });
});

/** F1 of the slogans in a folder of annotated texts; optional ones are neither missing nor wrong. */
function agreement(folder: URL): number {
  const key = (s: string): string => s.normalize('NFKC').replace(/[\s、,“”"‘’']/gu, '');
  let [hit, missing, wrong] = [0, 0, 0];
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.json'))) {
    const want = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const source = new URL(file.replace('.json', '.txt'), folder);
    if (!Array.isArray(want.slogans) || !existsSync(source)) continue;
    const text = readFileSync(source, 'utf8').replace(/^# .*\n/u, '');
    const got = new Set(findSlogans(text, findPoints(text, { title: want.title ?? null })).map((s) => key(s.text)));
    for (const s of want.slogans as { text: string; optional?: boolean }[]) {
      if (got.delete(key(s.text))) hit += s.optional ? 0 : 1;
      else missing += s.optional ? 0 : 1;
    }
    wrong += got.size;
  }
  return (2 * hit) / (2 * hit + missing + wrong);
}

const bodies = new URL('../../../corpus/bodies/', import.meta.url);
const gold = new URL('../../../../shared/gold/dev/', import.meta.url);

describe('annotated articles', () => {
  it('of the corpus hold what is found, and what they hold is found', () => {
    expect(agreement(bodies)).toBeGreaterThanOrEqual(0.95);
  });

  it.skipIf(!existsSync(gold))('from the field do so too', () => {
    expect(agreement(gold)).toBeGreaterThanOrEqual(0.97);
  });
});
