import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/stages/normalise/index.ts';
import { passesOf, settle } from '../../../src/stages/normalise/passes.ts';
import { applyPasses, checkEdits, Draft } from '../../../src/text/edits.ts';
import failures from '../../cases/normalise/known-failures.json' with { type: 'json' };
import negative from '../../cases/normalise/negative.json' with { type: 'json' };
import scraped from '../../cases/normalise/scraped.json' with { type: 'json' };
import scrapedNegative from '../../cases/normalise/scraped-negative.json' with { type: 'json' };
import synthetic from '../../cases/normalise/synthetic.json' with { type: 'json' };
import wild from '../../cases/normalise/wild.json' with { type: 'json' };
import { doc } from '../doc.ts';

function apply(text: string, options = normalise.defaults) {
  return normalise.apply(doc(text), options).passes ?? [];
}

function run(text: string): string {
  return applyPasses(text, apply(text));
}

describe('normalise', () => {
  it.each([...wild, ...scraped, ...synthetic])('$label', ({ before, after }) => {
    expect(run(before)).toBe(after);
    expect(run(after)).toBe(after);
  });

  it.each([...negative, ...scrapedNegative])('leaves alone: $label', ({ before, after }) => {
    expect(after).toBe(before);
    expect(apply(before)).toEqual([]);
  });

  it.each(failures)('cannot yet: $label', ({ before, after }) => {
    expect(run(before)).not.toBe(after);
  });

  it('names the rule of every edit', () => {
    const rules = new Set(
      [...wild, ...scraped, ...synthetic].flatMap(({ before }) => apply(before).flatMap((p) => p.map((e) => e.rule))),
    );
    expect([...rules].sort()).toEqual(
      [
        't2s',
        'chunk',
        'overlay',
        'width',
        'punctuation',
        'join',
        'heading',
        'page-number',
        'split-items',
        'paragraph',
        'space',
      ]
        .map((r) => `normalise/${r}`)
        .sort(),
    );
  });

  it('can leave script and layout alone', () => {
    expect(apply('漢語', { simplify: false, layout: true })).toEqual([]);
    expect(apply('渠道巡查发现的问题要及时处理，\n三天之内办完。', { simplify: true, layout: false })).toEqual([]);
  });
});

/** Texts of the genre with every kind of damage that the passes look for. */
const genre = fc
  .array(
    fc.constantFrom(
      ...[
        '一、',
        '二、',
        '（三）',
        '1.',
        '2.',
        '巡查',
        '渠道',
        '统',
        '单',
        '一',
        '党的十',
        '顯著',
        '著',
        '隻有',
        '瞭',
        '毕昇',
      ],
      ...[
        '\n',
        '\n\n',
        '　　',
        ' ',
        '\r\n',
        '，',
        ',',
        '，，',
        '、',
        '。',
        '.',
        ';',
        ':',
        '(',
        ')',
        '“',
        '”',
        "'",
        '"',
        '「',
        '」',
      ],
      ...[
        '- 2 -',
        '—3—',
        '－',
        '第1页 共8页',
        '第 7 页',
        'Page 3 of 9',
        '\u00a0\u00a0',
        '\u3000',
        '：',
        '通 知',
        '共 5 个',
        '12',
        '2 0 1 6 年',
        '%',
        '３',
        'Ａ',
        '／',
        '．',
        '作者：',
        '某某镇水利站每周三组织党员下河巡查',
      ],
    ),
    { maxLength: 60 },
  )
  .map((list) => list.join(''));

describe('normalising', () => {
  it('again changes nothing', () => {
    fc.assert(
      fc.property(genre, (text) => {
        const once = run(text);
        expect(run(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('passes over only what finds nothing', () => {
    const passes = passesOf(normalise.defaults);
    fc.assert(
      fc.property(fc.oneof(genre, genre.map(run)), (text) => {
        const surveyed = new Draft(text);
        settle(surveyed, passes);
        const all = new Draft(text);
        // Every pass of every round, whatever the survey says.
        for (let before = ''; before !== all.text; ) {
          before = all.text;
          for (const pass of passes) pass.run(all);
        }
        expect(surveyed.passes).toEqual(all.passes);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives well-formed edits and tidy lines on any input', () => {
    fc.assert(
      fc.property(fc.oneof(genre, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        let now = text;
        for (const edits of apply(text)) {
          checkEdits(edits, now.length);
          now = applyPasses(now, [edits]);
        }
        expect(now).not.toMatch(/^[ \n\t\u3000]|[ \n\t\u3000]$|\n\n|\n[ \u3000]|[ \u3000]\n|\u3000/);
      }),
    );
  });
});

/** What no page looks like, and a crawler meets all the same. */
const LAYOUTS: Record<string, string> = {
  'one line': '镇里每周三组织巡查，发现问题马上处理。',
  'one traditional line': '鎮裡每週三組織巡查，發現問題馬上處理。',
  'lines of three characters': '水渠站\n',
  'halves of words': '各村做法不统\n一、标准不明确\n',
  'page numbers': '- 2 -\n',
  'jumps of a paper': '（下转第三版）\n第三版\n（上接第一版）\n',
  'halves of jumps': '（下转第三版）\n',
  'prints of a browser': 'https://a.cn/1.html\n1/2\n',
  'items in one line': '一、巡查。二、整改。',
  commas: '，',
  'full stops': '。',
  spaces: ' ',
  'ideographic spaces': '\u3000',
  'line breaks': '\r\n',
  'quoted words': '"渠"',
  'corner brackets': '「渠『水』」',
  'open brackets': '(',
  digits: '1 ',
  'wide letters': 'Ａ',
  'description characters': '⿰機',
};

describe('any layout', () => {
  it.each(Object.entries(LAYOUTS))('is read in linear time: %s', (_, unit) => {
    const seconds = (length: number): number => {
      const text = unit.repeat(length / unit.length);
      const begun = process.cpuUsage();
      apply(text);
      return process.cpuUsage(begun).user / 1e6;
    };
    const short = seconds(10_000);
    // Twenty times the length: 400 times as long if it were quadratic. The second is for a machine that is busy.
    expect(seconds(200_000)).toBeLessThan(1 + 60 * short);
  });
});

const gold = new URL('../../../../shared/gold/dev/', import.meta.url);
const pages = new URL('../../../../shared/suites/pages/index.json', import.meta.url);

/** One width, one quote style, no white space: what the public scorer compares. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[“”「」『』]/gu, '"')
    .replace(/[‘’]/gu, "'");
}

describe.skipIf(!existsSync(gold) || !existsSync(pages))('texts that are right', () => {
  it('keep every character', () => {
    const bodies = readdirSync(gold)
      .filter((f) => f.endsWith('.txt'))
      .map((f) => readFileSync(new URL(f, gold), 'utf8'));
    const articles = Object.values(JSON.parse(readFileSync(pages, 'utf8')) as Record<string, { content: string }>);
    for (const text of [...bodies, ...articles.map((a) => a.content)]) expect(folded(run(text))).toBe(folded(text));
  });
});
