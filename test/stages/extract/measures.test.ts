import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/stages/extract/index.ts';
import { organOf } from '../../../src/stages/extract/measures/actors.ts';
import type { Actor, FoundPoint, Phrase } from '../../../src/stages/extract/types.ts';

interface Case {
  label: string;
  title: string | null;
  published: string | null;
  organ?: string;
  before: string[];
  /** A measure a line: heading | actor | action | object | deadline with first..last day | instrument. */
  after: string[];
}

const names = ['synthetic', 'negative', 'known-failures'];
const cases = (name: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../../cases/extract-measures/${name}.json`, import.meta.url), 'utf8'));

const said = (phrase: Phrase | null): string => phrase?.text ?? '-';
const actor = (a: Actor | null): string => (a === null ? '-' : a.from === 'text' ? a.text : `${a.text} <${a.from}`);

function line(p: FoundPoint): string {
  const m = p.measure!;
  const d = m.deadline;
  const when = d ? `${d.text} ${d.interval?.start ?? '?'}..${d.interval?.end ?? '?'}` : '-';
  return [p.heading, actor(m.actor), said(m.action), said(m.object), when, said(m.instrument)].join(' | ');
}

const measures = (c: Case): string[] =>
  extractText(c.before.join('\n'), c)
    .points.filter((p) => p.measure)
    .map(line);

for (const name of names.slice(0, 2))
  describe(name, () => {
    for (const c of cases(name)) it(c.label, () => expect(measures(c)).toEqual(c.after));
  });

describe('known failures', () => {
  for (const c of cases('known-failures')) it(c.label, () => expect(measures(c)).not.toEqual(c.after));
});

const bodies = new URL('../../../corpus/bodies/', import.meta.url);
const texts = readdirSync(bodies)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => readFileSync(new URL(f, bodies), 'utf8'));

describe('every measure of the corpus', () => {
  const found = texts.map((text) => ({
    text,
    points: extractText(text, { title: null, published: '2021-03-05' }).points,
  }));
  const measured = found.flatMap(({ text, points }) =>
    points.filter((p) => p.measure).map((p) => ({ text, p, points })),
  );

  it('is a point that is practice, proposal or requirement, and each of these is one', () => {
    expect(measured.length).toBeGreaterThan(100);
    for (const { points } of found)
      for (const p of points)
        expect(p.measure !== null, p.heading).toBe(/^(?:practice|proposal|requirement)$/.test(p.role));
  });

  it('quotes the text exactly, within the point or where it says it is from', () => {
    for (const { text, p } of measured) {
      const { action, object, deadline, instrument, actor: who } = p.measure!;
      for (const phrase of [action, object, deadline, instrument]) {
        if (!phrase) continue;
        expect(text.slice(phrase.start, phrase.end)).toBe(phrase.text);
        expect(phrase.start >= p.start && phrase.end <= p.end, phrase.text).toBe(true);
      }
      if (who?.start !== undefined) expect(text.slice(who.start, who.end)).toBe(who.text);
      if (who?.from === 'text') expect(who.start! >= p.start && who.end! <= p.end).toBe(true);
    }
  });

  it('inherits from a point above it that names its actor itself', () => {
    for (const { p, points } of measured) {
      const from = points.find((q) => q.id === p.measure!.actor?.from);
      if (!/^p\d/.test(p.measure!.actor?.from ?? '')) continue;
      expect(from?.measure?.actor).toMatchObject({ from: 'text', text: p.measure!.actor!.text });
      expect(from!.start < p.start && from!.end >= p.end).toBe(true);
    }
  });

  it('says somewhere who, what, until when and by what means', () => {
    const share = (f: (p: FoundPoint) => unknown): number => measured.filter(({ p }) => f(p)).length / measured.length;
    expect(share((p) => p.measure!.action)).toBeGreaterThan(0.6);
    expect(share((p) => p.measure!.actor)).toBeGreaterThan(0.25);
    expect(share((p) => p.measure!.instrument)).toBeGreaterThan(0.04);
  });
});

describe('the organ of a title', () => {
  it.each([
    ['清河县财政局2020年工作总结', '清河县财政局'],
    ['中共柳江区委组织部关于开展轮训的通知', '中共柳江区委组织部'],
    ['2021年白石乡人民政府工作报告', '白石乡人民政府'],
    ['关于做好防汛工作的通知', null],
    ['在全县推进会上的讲话', null],
    ['柳江镇第十届人民代表大会第二次会议政府工作报告', null],
    ['柳江县抓党建促增收工作情况汇报', '柳江县'],
    ['柳江县竹坪村党建引领产业振兴典型材料', '柳江县竹坪村'],
    ['全县党建工作总结', null],
    ['新农村建设工作总结', null],
    ['县区党建工作汇报', null],
    ['柳江县干部教育工作总结', '柳江县'],
  ])('%s: %s', (title, organ) => expect(organOf(title)).toBe(organ));
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '一、', '（一）', '一是', '各乡镇', '党委', '要', '由', '负责', '通过', '以', '为抓手', '把', '纳入', '加强', '管理', '年底前',
    '2021年', '。', '，', '、', '\n', '“', '”', '（', '）', '3个', '责任单位：', '𠮷',
  ); // biome-ignore format: a table

  it('gives phrases that stand where they say, and never throws', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const { measure } of extractText(text, { title: '工作方案', published: '2021-01-01' }).points)
          for (const phrase of Object.values(measure ?? {}) as (Phrase | null)[])
            if (phrase?.start !== undefined) expect(text.slice(phrase.start, phrase.end)).toBe(phrase.text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the organ of an article', () => {
  const actorOf = (organ: string | null): string | null =>
    extractText('一、修好渠道。\n二、管好山塘。', { title: '柳湾县林业局2023年工作要点', published: null, organ })
      .points[0]!.measure!.actor?.text ?? null;

  it('is no section that wrote the page', () => {
    expect(actorOf('办公室')).toBe('柳湾县林业局');
    expect(actorOf('柳湾县人民政府')).toBe('柳湾县人民政府');
  });
});
