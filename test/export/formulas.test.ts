import { describe, expect, it } from 'vitest';
import { fills, formulaKey } from '../../src/export/formulas.ts';
import { columns, rows } from '../../src/export/glossary.ts';
import { articleCells } from '../../src/export/rows.ts';
import { conceptKey } from '../../src/stages/extract/slogans/canonical.ts';
import type { StoredArticle } from '../../src/store/store.ts';
import { expectLinear } from '../linear.ts';

const EVIDENCE = { evidence: { start: 0, end: 2 }, rule: 'quote', confidence: 0.9 };

/** A slogan as it is stored, with so many mentions of its text and of another way of writing it. */
function slogan(text: string, n = 1, also: { kind?: string; variant?: string; members?: string[] } = {}) {
  const mentions = Array.from({ length: n }, (_, i) => ({ start: i, end: i + 1 }));
  return {
    text,
    concept: conceptKey(text),
    kind: also.kind ?? 'motto',
    expansion: also.members ?? null,
    complete: also.members ? true : null,
    canonical: null,
    mentions,
    variants: also.variant ? [{ text: also.variant, mentions: [{ start: 9, end: 10 }] }] : [],
    ...EVIDENCE,
  };
}

/** An article of a work; `name` is its uid. */
function article(name: string, work: string, slogans: object[], published: string | null = null): StoredArticle {
  const place = { path: `${name}.txt`, record: null, part: 1, title: name };
  return {
    uid: name,
    id: `id-${name}`,
    work,
    text: '某镇某村的一段正文',
    meta: { published },
    source: { url: null },
    slogans,
    ...place,
  } as unknown as StoredArticle;
}

function glossary(...articles: StoredArticle[]): any[] {
  return [...rows(articles, new Map(articles.map((a) => [a.uid, a.id])))];
}

describe('the day of an article in a table', () => {
  it.each([
    ['2021-05-01T09:12', '2021-05-01'],
    ['2021-05-01', '2021-05-01'],
    ['2021-05', '2021-05'],
    [null, null],
  ])('%s', (published, day) => {
    expect(articleCells(article('a', 'a', [], published), new Map())).toMatchObject({ published: day });
  });
});

describe('the first day of a formula', () => {
  /** How an article stands to the one that stands for its work. */
  const told = (a: StoredArticle, relation: string, of: string | null): StoredArticle => ({ ...a, relation, of });
  const canonical = told(article('a', 'a', [slogan('三渠同管')], '2023-09-02'), 'canonical', null);
  const copy = (relation: string, day: string): StoredArticle => told(article(`b-${day}`, 'a', [], day), relation, 'a');

  it('is that of the earliest plain copy, though slogans are told of the canonical one alone', () => {
    const early = [copy('exact', '2021-04-20'), copy('near', '2022-01-01')];
    expect(glossary(...early, canonical)).toMatchObject([{ first_date: '2021-04-20', first_work: 'id-a' }]);
    expect(glossary(canonical, ...early)).toMatchObject([{ first_date: '2021-04-20', first_work: 'id-a' }]);
  });

  it('is not that of an excerpt or a version, which may lack it', () => {
    const others = [copy('contained', '2020-01-01'), copy('version', '2019-01-01')];
    expect(glossary(canonical, ...others)).toMatchObject([{ first_date: '2023-09-02' }]);
  });
});

describe('masked copies of a formula', () => {
  const spelt = '以水兴业润泽棠溪百里田';
  it('are one concept with it, whatever hides the word, and are told as variants', () => {
    const found = glossary(
      article('a', 'b', [slogan('以水兴业润泽XX百里田', 3)], '2020-01-02'),
      article('b', 'b', [slogan(spelt, 2)], '2021-05-01'),
      article('c', 'b', [slogan('以水兴业润泽*百里田')]),
      article('d', 'b', [slogan('以水兴业润泽某某百里田')]),
    );
    expect(found).toHaveLength(1);
    expect(Object.keys(found[0]).sort()).toEqual([...columns].sort());
    expect(found[0]).toMatchObject({
      concept: spelt,
      variants: ['以水兴业润泽XX百里田', '以水兴业润泽*百里田', '以水兴业润泽某某百里田'],
      works: 1,
      works_list: ['id-b:3'],
      article: 'id-b',
      first_date: '2020-01-02',
    });
  });

  it('are one among themselves where nothing spells them out', () => {
    const found = glossary(
      article('a', 'a', [slogan('以水兴业润泽××百里田')]),
      article('b', 'b', [slogan('以水兴业润泽＊百里田')]),
    );
    expect(found).toMatchObject([{ works: 2, mentions: 2 }]);
  });

  it('are not what another work spells out, nor another formula of the same work', () => {
    expect(
      glossary(article('a', 'a', [slogan('以水兴业润泽XX百里田')]), article('b', 'b', [slogan(spelt)])),
    ).toHaveLength(2);
    const other = article('a', 'a', [
      slogan('以水兴业润泽XX百里田'),
      slogan('以水兴业润泽棠溪千亩园'),
      slogan('兴业润泽棠溪百里田'),
    ]);
    expect(glossary(other)).toHaveLength(3);
  });

  it('do not bring different fillings of one form together', () => {
    const found = glossary(
      article('a', 'a', [slogan('唱响石桥好声音')]),
      article('b', 'a', [slogan('唱响渡口好声音')]),
      article('c', 'a', [slogan('唱响XX好声音')]),
    );
    expect(found.map((r) => [r.concept, r.variants])).toEqual([
      ['唱响石桥好声音', ['唱响XX好声音']],
      ['唱响渡口好声音', []],
    ]);
  });
});

describe('particles', () => {
  it('that quoting drops or adds make no other motto', () => {
    const found = glossary(
      article('a', 'a', [slogan('守好林是最大丰收')]),
      article('b', 'b', [slogan('守好林就是最大的丰收')]),
    );
    expect(found).toMatchObject([{ works: 2, concept: '守好林是最大丰收', variants: ['守好林就是最大的丰收'] }]);
  });

  it.each(['name', 'numeral'])('may make another %s', (kind) => {
    const both = ['身边的榜样', '身边榜样'].map((text) => slogan(text, 1, { kind }));
    expect(glossary(article('a', 'a', both))).toHaveLength(2);
  });
});

describe('mentions', () => {
  it('are counted in the copy of a work that has most, with all ways of writing', () => {
    const found = glossary(
      article('a', 'a', [slogan('三亮一评', 4, { kind: 'numeral', variant: '三亮、一评' })]),
      article('b', 'a', [slogan('三亮一评', 2, { kind: 'numeral' })]),
      article('c', 'c', [slogan('三亮一评', 1, { kind: 'numeral' }), slogan('“三亮一评”', 2, { kind: 'numeral' })]),
    );
    expect(found).toMatchObject([{ works: 2, mentions: 8, works_list: ['id-a:5', 'id-c:3'] }]);
  });
});

describe('a masked formula', () => {
  it.each([
    ['*兴百里渠富*千户家', '水兴百里渠富棠溪千户家', true],
    ['兴渠富民*', '兴渠富民在棠溪', true],
    ['兴渠富民*', '兴渠富民', false],
    ['*模式', '棠溪模式', false],
    ['兴渠富民*共享', '兴渠富民在很远很远很远很远很远很远很远的地方共享', false],
    ['兴渠*富民*共享', '兴渠共享', false],
    ['兴渠富民*', '兴渠富民*', false],
  ])('%s, %s: %s', (masked, key, yes) => expect(fills(masked, key)).toBe(yes));

  it.each([
    ['渠长XX制', '渠长*制'],
    ['AXB计划', 'AXB计划'],
    ['20XX行动', '20XX行动'],
    ['某某渠长制', '*渠长制'],
    ['〇〇渠长制', '*渠长制'],
    ['二〇〇八行动', '二〇〇八行动'],
  ])('%s has the key %s', (concept, key) => expect(formulaKey(concept, 'name')).toBe(key));

  it('takes time in proportion to its length', () => {
    const long = `${'甲*'.repeat(20_000)}乙`;
    expect(fills(long, `${'甲丙'.repeat(20_000)}乙`)).toBe(true);
  });
});

describe('the glossary of a large corpus', () => {
  it('is linear in masked formulas of one work', async () => {
    const han = (i: number): string => String.fromCodePoint(0x4e00 + (i % 5000), 0x4e00 + Math.floor(i / 5000));
    const made = Array.from({ length: 16_000 }, (_, i) => [slogan(`${han(i)}联创`), slogan(`${han(i)}**创`)]);
    await expectLinear((n) => glossary(article('a', 'w', made.slice(0, n).flat())), made.length);
  });
});
