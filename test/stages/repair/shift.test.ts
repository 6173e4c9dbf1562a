import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damage, type Intrusion } from '../../../src/stages/repair/channel.ts';
import { repairText } from '../../../src/stages/repair/index.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import { assignedUnit, gbkBytes, isLead } from '../../../src/text/gbk.ts';
import { mainReading } from '../../../src/text/readings.ts';

interface Case {
  label: string;
  before: string;
  after: string;
}

function cases(kind: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../../cases/repair/shift-${kind}.json`, import.meta.url), 'utf8'));
}

describe('byte shifts and glosses', () => {
  it.each([...cases('wild'), ...cases('synthetic')])('$label', ({ before, after }) => {
    expect(repairText(before).text).toBe(after);
    expect(repairText(after).passes).toEqual([]);
  });

  it.each(cases('negative'))('leaves alone: $label', ({ before, after }) => {
    expect(after).toBe(before);
    expect(repairText(before)).toEqual({ text: before, passes: [], notes: [] });
  });

  it.each(cases('known-failures'))('cannot yet: $label', ({ before, after }) => {
    expect(repairText(before).text).not.toBe(after);
  });

  it('follows a reading that a word still open may save', () => {
    const before = '全市空氣優良天數(shù)比例達到52.3%?？諝赓|量持續改善,群眾滿意。';
    expect(repairText(before).text).toBe('全市空氣優良天數比例達到52.3%。空氣質量持續改善,群眾滿意。');
  });

  describe('a sign that a mark took along behind a quotation', () => {
    const page =
      '機關(guān)黨建工作要抓實,黨員說:“任務(wù)很重。”(《黨建周報》)大家都說:“能做好。”(記者李某)\n' +
      '學(xué)習會上有人問,“怎么辦”,大家說,“抓落實”,很好。\n';
    const last = (line: string): string | undefined =>
      repairText(page + line)
        .text.split('\n')
        .at(-1);

    it('is the bracket that is closed behind it', () => {
      expect(last('他說:“這項工作要做好?！?《工作簡報》)大家都記住了。')).toBe(
        '他說:“這項工作要做好。”(《工作簡報》)大家都記住了。',
      );
    });

    it('is no comma where the quotation ended a sentence', () => {
      expect(last('書記說:“這項工作一定要做好?！?第二天大家就去了。')).not.toContain('。”,');
    });
  });

  it('marks what stays open, and changes nothing there', () => {
    const before = '這是小編給大家?guī)淼?6項工作計劃。';
    const { text, notes } = repairText(before);
    expect(text).toBe(before);
    expect(notes).toMatchObject([{ level: 'warn', code: 'repair/open' }]);
    expect(before.slice(notes[0]!.start, notes[0]!.end)).toContain('?guī)');
  });

  it('says why', () => {
    const { passes } = repairText('機關(guān)工委，導致的問題，也因?qū)е碌膯栴}。');
    const why = passes.flat().map((e) => `${e.rule}: ${e.why}`);
    expect(why).toContain('repair/gloss: guān is a reading of 關');
    expect(why.join()).toMatch(/repair\/gloss-across: qū stood across two characters; 8CA7 D6C2/);
  });
});

/**
 * What the tools of a site do to a text: gloss every pair of bytes that is a character of `glosses`, cut before every
 * pair that is one of `cuts`, both at any offset.
 */
function intrusionsOf(original: string, glosses: ReadonlyMap<string, string>, cuts: string): Intrusion[] {
  const bytes = gbkBytes(original) ?? [];
  const out: Intrusion[] = [];
  let glossed = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const pair = (bytes[i]! << 8) | bytes[i + 1]!;
    const char = isLead(bytes[i]!) ? String.fromCharCode(assignedUnit(pair)) : '';
    if (char && cuts.includes(char)) out.push({ at: i, insert: '' });
    const reading = glosses.get(char);
    if (!reading || i < glossed) continue;
    out.push({ at: i + 2, insert: `(${reading})` });
    glossed = i + 2;
  }
  return out.sort((a, b) => a.at - b.at);
}

describe('the channel', () => {
  const glosses = new Map([...'關務業發導設領學'].map((c) => [c, mainReading(c)]));
  const clauses = [
    '各支部都建立了學習制度',
    '基層黨組織要發揮作用',
    '全體幹部走村入戶了解情況',
    '村裡的道路修好了',
    '考核結果在會上公布',
    '群眾的滿意度明顯提高',
    '現在大家都願意參加活動',
  ];

  it('is undone: clauses in any order, cut at any sign', () => {
    const text = fc.array(fc.tuple(fc.constantFrom(...clauses), fc.constantFrom('，', '。', '；', '！')), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, fc.boolean(), (parts, all) => {
        const original = parts.map(([clause, sign]) => clause + sign).join('');
        const seen = damage(original, intrusionsOf(original, glosses, all ? '！；，？。、' : '！'))!;
        const { text: repaired, passes, notes } = repairText(seen);
        expect(applyPasses(seen, passes)).toBe(repaired);
        if (!notes.length) expect(repaired).toBe(original);
        expect(repairText(repaired).passes).toEqual([]);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('never throws and settles, whatever it is given', () => {
    const noise = fc.array(
      fc.constantFrom('?', '？', '！', '。', '(guān)', 'qū)', '關', '遍', 'L', '碌', '\uFFFD', '\n', '1', '<p>', '“'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(noise, (pieces) => {
        const { text } = repairText(pieces.join(''));
        expect(repairText(text).text).toBe(text);
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});

const seeds = new URL('../../../../shared/seeds/', import.meta.url);

describe.skipIf(!existsSync(seeds))('real pages', () => {
  it('leaves hardly a gloss and hardly a mark of a shift', () => {
    for (const file of readdirSync(seeds)) {
      const { text, notes } = repairText(readFileSync(new URL(file, seeds), 'utf8'));
      // One place of some two hundred, where a pair of bytes is gone and two readings are nearly as likely.
      expect(notes.length).toBeLessThan(2);
      const gloss = /[(（]?[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*[)）]/g;
      expect(text.match(gloss)?.length ?? 0).toBeLessThanOrEqual(2 * notes.length);
      expect(text.match(/\?[a-z!;,?。、]/g)?.length ?? 0).toBeLessThanOrEqual(notes.length);
    }
  });
});
