import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/stages/extract/index.ts';
import { Sentences } from '../../../src/stages/extract/sentences.ts';
import canon from '../../../src/stages/extract/slogans/canon.json' with { type: 'json' };
import { canonicalMembers, conceptKey } from '../../../src/stages/extract/slogans/canonical.ts';
import { partsOf, promised } from '../../../src/stages/extract/slogans/numerals.ts';

const about = { title: null, published: '2021-06-30' };
const read = (text: string) => extractText(text, about);
const folder = new URL('../../../corpus/bodies/', import.meta.url);
const bodies = existsSync(folder)
  ? readdirSync(folder)
      .filter((f) => f.endsWith('.txt'))
      .map((f) => readFileSync(new URL(f, folder), 'utf8'))
  : [];

describe('every finding', () => {
  it('lies in the sentence that is its evidence, and says how sure it is', () => {
    for (const text of bodies) {
      const { points, slogans, figures } = read(text);
      for (const p of points) {
        expect(p.evidence.start).toBe(p.start);
        expect(p.evidence.end).toBeGreaterThanOrEqual(p.headingEnd);
      }
      for (const s of slogans) {
        expect(text.slice(s.evidence.start, s.evidence.end)).toContain(s.text);
        for (const [i, m] of (s.expansionAt ?? []).entries()) expect(text.slice(m.start, m.end)).toBe(s.expansion![i]);
        for (const v of s.variants) for (const m of v.mentions) expect(text.slice(m.start, m.end)).toBe(v.text);
      }
      for (const f of figures) expect(f.evidence.start <= f.start && f.evidence.end >= f.end).toBe(true);
      for (const { confidence } of [...points, ...slogans, ...figures])
        expect(confidence > 0 && confidence < 1).toBe(true);
    }
  });
});

describe('sentences', () => {
  it('end with their stop and what closes behind it', () => {
    const text = '他说：“干就干好。”第二句！\n第三句';
    const s = new Sentences(text);
    const at = (word: string): string => {
      const start = text.indexOf(word);
      const { start: a, end: b } = s.around({ start, end: start + word.length });
      return text.slice(a, b);
    };
    expect([at('干就'), at('第二'), at('第三')]).toEqual(['他说：“干就干好。”', '第二句！', '第三句']);
  });

  it('are cut at marks around the item where they are very long', () => {
    const text = `${'甲乙丙丁戊己，'.repeat(60)}完成投资5亿元，${'甲乙丙丁戊己，'.repeat(60)}`;
    const start = text.indexOf('5亿元');
    const { start: a, end: b } = new Sentences(text).around({ start, end: start + 3 });
    expect(b - a).toBeLessThan(170);
    expect(text.slice(a, b)).toMatch(/^甲乙丙丁戊己，.*完成投资5亿元，.*，$/);
  });
});

describe('figures', () => {
  const figures = (text: string) => read(text).figures.map((f) => [f.text, f.actor?.text ?? null, f.interval, f.under]);

  it('say who did it: the subject of their clause, or the one before it whose deeds go on', () => {
    expect(figures('县医保局走访企业36家，办结事项120件，群众满意率98%。').map((f) => f.slice(0, 2))).toEqual([
      ['36家', '县医保局'],
      ['120件', '县医保局'],
      ['98%', null],
    ]);
  });

  it('hold for an interval whose first and last day are both in it', () => {
    const interval = (text: string) => figures(text)[0]![2];
    expect(interval('2020年，全县新建公路120公里。')).toEqual({ start: '2020-01-01', end: '2020-12-31' });
    expect(interval('今年上半年，全县新建公路120公里。')).toEqual({ start: '2021-01-01', end: '2021-06-30' });
    expect(interval('去年，全县新建公路120公里。')).toEqual({ start: '2020-01-01', end: '2020-12-31' });
    expect(interval('全县新建公路120公里。')).toBeNull();
    const undated = extractText('去年，全县新建公路120公里。', { title: null, published: null }).figures[0]!;
    expect([undated.time, undated.interval]).toEqual(['去年', null]);
  });

  it('name the heading above them where targets are set in levels', () => {
    const text =
      '一、组织建设（30分）\n1、按期换届率达到100%。\n2、发展党员不少于3名。\n二、基层治理\n1、改厕工作：完成改厕60户。\n2、集体经济：收入不少于20万元。';
    const under = extractText(text, { title: '目标责任书', published: null }).figures.map((f) => [f.text, f.under]);
    expect(under).toEqual([
      ['30分', null],
      ['100%', '组织建设'],
      ['不少于3名', '组织建设'],
      ['60户', '改厕工作'],
      ['不少于20万元', '集体经济'],
    ]);
  });
});

describe('slogans', () => {
  it('keep what the field knows apart from what the text says', () => {
    const [s] = read('严格落实“三会一课”制度。').slogans;
    expect(s).toMatchObject({ expansion: null, canonical: ['支部党员大会', '支部委员会', '党小组会', '党课'] });
    const [own] = read('推行“五定”（定岗、定责、定人、定时、定标）工作法。').slogans;
    expect(own).toMatchObject({ canonical: null, complete: true });
    expect(own!.expansionAt).toHaveLength(5);
  });

  it('list the other ways in which the article writes them', () => {
    const [s] = read('坚持“抓党建、促发展”的思路。各支部把“抓党建，促发展”落到实处，叫响“抓党建促发展”。').slogans;
    const forms = [s!.text, ...s!.variants.map((v) => v.text)];
    expect(new Set(forms)).toEqual(new Set(['抓党建、促发展', '抓党建，促发展', '抓党建促发展']));
  });

  it('have one key however they are written', () => {
    for (const [a, b] of [
      ['1+3+N', '１＋３＋ｎ'],
      ['抓党建、促发展', '抓党建，促发展'],
      ['两个清单', '2个清单'],
      ['不忘初心、牢记使命', '不忘初心 牢记使命'],
    ])
      expect(conceptKey(a!)).toBe(conceptKey(b!));
    expect(conceptKey('三个清单')).not.toBe(conceptKey('四个清单'));
  });
});

describe('the canonical members', () => {
  it('are known for some two hundred formulas, also with a noun behind them', () => {
    expect(canon.concepts.length).toBeGreaterThan(180);
    expect(canonicalMembers('“四个意识”')).toHaveLength(4);
    expect(canonicalMembers('四史学习教育')).toEqual(canonicalMembers('四史'));
    expect(canonicalMembers('五五工程')).toBeNull();
  });

  /** Formulas whose numeral counts something else: pairs, or a name that holds a numeral. */
  const OTHER =
    /位一体|一百年|八荣八耻|四讲四有|铁一般|一岗双责|一体推进|一批$|三管三必须|[三五]证合一|一以贯之|二十字|一国两制|双一流|双招双引/;

  it('are as many as the numeral says', () => {
    for (const [name, ...members] of canon.concepts) {
      const parts = /^[一二两双三四五六七八九十]/.test(name!) && !OTHER.test(name!) ? partsOf(name!) : null;
      if (parts)
        expect(promised(parts).concat(parts.length === 1 ? [parts[0]!.count] : []), name).toContain(members.length);
      expect(new Set(members).size, name).toBe(members.length);
    }
  });
});

describe('long texts', () => {
  const time = (text: string): number => {
    const begun = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };

  it.each([
    ['digits', '1'],
    ['numerals', '一'],
    ['opening quotes', '“'],
    ['quotes', '“三会”'],
    ['open brackets', '（'],
    ['nested brackets', '（(（一'],
    ['actors without end', '党委、'],
    ['means without end', '通过党以'],
    ['headings', '一、党员（10分）\n'],
    ['clauses', '一是由党委负责；'],
  ])('are read in linear time: %s', (_, piece) => {
    const sized = (n: number): string => piece.repeat(Math.ceil(n / piece.length));
    time(sized(5000));
    const small = Math.max(20, time(sized(50_000)));
    // Four times the text: a quadratic scan would need sixteen times as long.
    expect(time(sized(200_000))).toBeLessThan(small * 9);
  });
});
