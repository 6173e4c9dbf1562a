import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPoints } from '../../../src/stages/extract/points/index.ts';
import { findSlogans } from '../../../src/stages/extract/slogans/index.ts';
import { findWatchwords } from '../../../src/stages/extract/slogans/judge/watchwords.ts';
import { pieces } from '../../../src/stages/extract/slogans/members/members.ts';
import { decided, type Offer } from '../../../src/stages/extract/slogans/resolve/choose.ts';
import type { Choice } from '../../../src/stages/extract/slogans/resolve/features.ts';
import { Promising } from '../../../src/stages/extract/slogans/resolve/promising.ts';
import { Quoted } from '../../../src/stages/extract/slogans/resolve/quoted.ts';
import { either, mostOf, type Signs, sign, signs, steps } from '../../../src/stages/extract/slogans/resolve/signs.ts';
import type { Run } from '../../../src/stages/extract/slogans/resolve/stretches.ts';
import { Words } from '../../../src/stages/extract/slogans/resolve/words.ts';
import { segment } from '../../../src/text/segment.ts';
import { expectLinear } from '../../linear.ts';

const cases = path.resolve(import.meta.dirname, '../../cases/extract-slogans');
const weightOf = (features: readonly Signs[]): number => features.reduce((n, f) => n + f.weight, 0);

/** What is on offer for the formulas of the cases of slogans. */
function offersOf(name: string): Offer[] {
  const offers: Offer[] = [];
  for (const { before } of JSON.parse(readFileSync(path.join(cases, `${name}.json`), 'utf8')) as {
    before: string[];
  }[]) {
    const text = before.join('\n');
    findSlogans(text, findPoints(text, { title: null }), undefined, (offer, ruled) => {
      offers.push(offer());
      return ruled;
    });
  }
  return offers;
}

describe('signs', () => {
  it('are made once, whichever way they are asked for', () => {
    const side = signs((s: string) => `side=${s}`);
    expect(side('behind')).toBe(sign('side=behind'));
    expect(side('behind').and(either('told')(true)).name).toBe('side=behind told=true');
    expect(side('behind').and(either('told')(true))).toBe(sign('side=behind told=true'));
    expect(sign('no such sign').weight).toBe(0);
  });
  it('tell steps of a number', () => {
    const gap = steps('gap', 2, 6);
    expect([0, 2, 3, 6, 7].map((n) => gap(n).name)).toEqual(['gap=0', 'gap=0', 'gap=1', 'gap=1', 'gap=-1']);
  });
  it('know the most that a family may weigh', () => {
    const family = ['as', 'first', 'key', 'prefix', 'quantity'].map((how) => sign(`starts=${how}`).weight);
    expect(mostOf('starts=')).toBe(Math.max(0, ...family));
    expect(mostOf('no such family')).toBe(0);
  });
});

describe('the words of an article', () => {
  const lines = [
    '河湾镇推行三项措施，引导干部进村走访。干部带着图纸进村，带着工具进户。',
    `${'整治河道和清理沟渠'.repeat(200)}`,
    '末行。',
  ];
  const text = lines.join('\n');
  it('are those of its sentences, in any order of questions', () => {
    const words = new Words(text);
    const start = text.indexOf('干部带着');
    const sentence = segment('干部带着图纸进村，带着工具进户');
    const stretch = { start, end: start + 15 };
    expect(words.of(stretch)).toEqual(sentence);
    expect(words.firstTag(stretch)).toBe(sentence[0]!.tag[0]);
    expect(words.lastTag(stretch)).toBe(sentence.at(-1)!.tag[0]);
    for (let at = 1; at < 15; at++) {
      expect(words.startsWord(start, start + at)).toBe(sentence.some((w) => w.start === at));
      expect(words.endsWord(start, start + at)).toBe(sentence.some((w) => w.end === at));
    }
    expect(words.firstTag({ start: text.length, end: text.length })).toBe('-');
  });
  it('do not depend on what was asked before', () => {
    const asked = new Words(text);
    const [places, step] = [text.length - 9, 397];
    for (let k = 0; k < places / 4; k++) {
      const at = (k * step) % places;
      const stretch = { start: at, end: at + 9 };
      expect(asked.of(stretch)).toEqual(new Words(text).of(stretch));
      expect(asked.lastTag(stretch)).toBe(new Words(text).lastTag(stretch));
    }
  });
});

describe('quoted phrases', () => {
  it('stand where they are first quoted, whatever else the marks do', () => {
    const text = '三看，“三看“三问”“三看”。“三看”’”\n“两\n查”';
    const quoted = new Quoted(text);
    for (const phrase of ['三看', '三问', '两\n查', '看', '', '两'])
      expect(quoted.first(phrase)?.open ?? -1).toBe(text.indexOf(`“${phrase}”`));
    expect(quoted.first('三看')).toEqual({ open: 10, close: 14 });
  });
  it('are found in linear time, however many are asked for', async () => {
    await expectLinear((n) => {
      const names = Array.from({ length: n }, (_, i) => `三${i}`);
      const quoted = new Quoted(names.map((name) => `落实“${name}”。`).join(''));
      for (const name of names) if (!quoted.first(name)) throw new Error(`${name} is lost`);
    }, 40_000);
  });
});

describe('promising rows', () => {
  const text = '送农技、送良种、送农机，修水渠、修便道、修塘坝';
  const row = (skipped: number, start: number, inner = '，'): Run => ({
    spans: [0, 1, 2].map((k) => ({ start: start + 4 * k, end: start + 4 * k + 3 })),
    from: 'item',
    take: 'whole',
    side: 'behind',
    skipped,
    before: '',
    after: '',
    inner,
    joined: false,
    told: false,
  });
  const best = (): Promising => new Promising({ text, keys: ['送', '送', '送'], count: 3 }, 0, text.length);
  it('are kept, the best first, of equals the earlier', () => {
    const rows = [row(3, 12), row(1, 12), row(2, 0), row(1, 12), row(0, 12), row(2, 0)];
    const found = best();
    for (const r of rows) found.add(r);
    expect(found.runs).toEqual([rows[2], rows[5], rows[4]]);
  });
  it('need not be made where they can be none of these', () => {
    const found = best();
    const units = [0, 4, 8, 12, 16, 20].map((start) => ({ start, end: start + 3, before: '、', after: '、' }));
    expect(found.may('item', '，', 9, units, 3, 3)).toBe(true);
    for (const r of [row(0, 12), row(0, 12), row(0, 12)]) found.add(r);
    expect(found.may('item', '，', 1, units, 3, 3)).toBe(false);
    expect(found.may('item', '，', 1, units, 0, 3)).toBe(true);
    expect(found.may('item', '、', 0, units, 3, 3)).toBe(true);
  });
});

describe('the choice among lists', () => {
  /** A list that is at most so likely, and how often it was looked at closely. */
  const list = (name: string, weight: number, atMost: number, looked: string[]): Choice =>
    ({
      list: [name],
      atMost,
      get features() {
        looked.push(name);
        return [{ all: [], weight }];
      },
    }) as unknown as Choice;
  const none = [{ all: [], weight: 0 }] as unknown as Signs[];
  const chosen = (offer: Offer): readonly string[] | null => decided(() => offer, null, '三送');
  it('looks closely at none that cannot be sure', () => {
    const looked: string[] = [];
    const choices = [list('a', -900, -100, looked), list('b', -900, -600, looked), list('c', -900, -700, looked)];
    expect(chosen({ choices, none })).toBeNull();
    expect(looked).toEqual([]);
  });
  it('looks at the likeliest until the rest is too little', () => {
    const looked: string[] = [];
    const choices = [list('a', -900, -600, looked), list('b', -900, 400, looked), list('c', -900, -100, looked)];
    expect(chosen({ choices, none })).toBeNull();
    expect(new Set(looked)).toEqual(new Set(['b']));
  });
  it('finds a list that is sure', () => {
    expect(chosen({ choices: [list('a', 300, 500, []), list('b', -300, 500, [])], none })).toEqual(['a']);
    expect(chosen({ choices: [list('a', 100, 500, [])], none })).toBeNull();
    const keyed = Object.assign(list('a', 100, 500, []), { keyed: true });
    expect(chosen({ choices: [keyed], none })).toEqual(['a']);
  });
  describe('beside what a rule gives', () => {
    const named = (members: string[], weight: number): Choice =>
      Object.assign(list('', weight, weight, []), { list: members });
    const by = (choice: Choice, ruled: string[], formula = '三送'): readonly string[] | null =>
      decided(() => ({ choices: [choice], none }), ruled, formula);
    const ruled = ['送种子', '送化肥', '还有一样送农具'];
    const better = ['送种子', '送化肥', '送农具'];
    it('takes one that is much likelier than an uneven one', () => {
      expect(by(named(better, 300), ruled)).toEqual(better);
      expect(by(named(better, 120), ruled)).toEqual(ruled);
    });
    it('leaves even ones, and codes', () => {
      expect(by(named(['种子', '化肥', '农具'], 300), better)).toEqual(better);
      expect(by(named(better, 300), ruled, '1+2')).toEqual(ruled);
    });
    it('takes none with more in front of a member', () => {
      expect(by(named(['村里送种子', '送化肥', '还有一样送农具'], 300), ruled)).toEqual(ruled);
    });
    it('takes no fewer, and cuts the last no shorter', () => {
      expect(by(named(['送种子', '送化肥'], 300), ruled)).toEqual(ruled);
      expect(by(named(['送种子', '送化肥', '还有一样'], 300), ruled)).toEqual(ruled);
    });
    it('is not made where the rule is firm', () => {
      let made = 0;
      const offer = (): Offer => ({ choices: [], none: made++ < 0 ? [] : none });
      expect(decided(offer, better, '三送')).toEqual(better);
      expect(made).toBe(0);
    });
  });
  it.each(['members', 'synthetic', 'negative'])('is bounded by what is soon told: %s', (name) => {
    const choices = offersOf(name).flatMap((o) => o.choices);
    expect(choices.length).toBeGreaterThan(50);
    expect(choices.filter((c) => c.atMost < weightOf(c.features)).map((c) => c.list)).toEqual([]);
  });
});

describe('what is asked once', () => {
  it('cuts at any of some marks, outside of brackets', () => {
    expect(pieces('抓学习， 抓作风（抓早、抓小）；、抓落实', '、，；')).toEqual([
      '抓学习',
      '抓作风（抓早、抓小）',
      '抓落实',
    ]);
    expect(pieces('投入1,200元,修渠', ',')).toEqual(['投入1,200元', '修渠']);
    expect(pieces('  ', '、')).toEqual([]);
  });
  it.each([
    ['院院有花木、户户有菜园。', ['院院有花木、户户有菜园']],
    ['做到小账不出组、大账不出村', ['小账不出组、大账不出村']],
    ['让开方有尺度、看诊有温度、收费有准度的', ['开方有尺度、看诊有温度、收费有准度']],
    ['落实办社方针：勤俭办社、民主管理。他说:好', ['勤俭办社、民主管理']],
    ['围绕果园抓支部、抓实支部促果园', ['围绕果园抓支部、抓实支部促果园']],
    ['有花有草，人人有责任；不出门、不上网：办好事', []],
  ])('finds watchwords in lines with their words: %s', (text, found) => {
    const lines = `第一行\n${text}\n末行`;
    expect(findWatchwords(lines).map((w) => w.text)).toEqual(found);
    for (const w of findWatchwords(lines)) expect(lines.slice(w.start, w.end)).toBe(w.text);
  });
});
