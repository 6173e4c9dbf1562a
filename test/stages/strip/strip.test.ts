import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strip } from '../../../src/stages/strip/index.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import failures from '../../cases/strip/known-failures.json' with { type: 'json' };
import negative from '../../cases/strip/negative.json' with { type: 'json' };
import scraped from '../../cases/strip/scraped.json' with { type: 'json' };
import scrapedNegative from '../../cases/strip/scraped-negative.json' with { type: 'json' };
import synthetic from '../../cases/strip/synthetic.json' with { type: 'json' };
import wild from '../../cases/strip/wild.json' with { type: 'json' };
import { expectLinear } from '../../linear.ts';
import { doc } from '../doc.ts';
import { page } from '../page.ts';

interface Case {
  label: string;
  /** The article, line by line; see page.ts for `¶`. */
  before: string[];
  /** Its title before, where it is known. */
  title?: string;
  /** What is left, line by line; null where nothing may change. */
  after: string[] | null;
  /** Title after. */
  found?: string | null;
  meta?: Record<string, unknown>;
  rules?: string[];
}

function run(c: Case) {
  const text = page(c.before);
  const outcome = strip.apply(doc(text, c.title ?? null), {});
  const left = applyPasses(text, outcome.passes ?? []);
  return { outcome, left, wanted: page(c.after ?? c.before) };
}

for (const [name, cases] of Object.entries({ wild, scraped, synthetic } as unknown as Record<string, Case[]>))
  describe(`strip: ${name}`, () => {
    it.each(cases)('$label', (c) => {
      const { outcome, left, wanted } = run(c);
      expect(left).toBe(wanted);
      if (c.found !== undefined) expect(outcome.title ?? c.title ?? null).toBe(c.found);
      if (c.meta) expect(outcome.meta ?? {}).toMatchObject(c.meta);
      if (c.rules)
        expect([...new Set(outcome.passes?.flat().map((e) => e.rule))].sort()).toEqual(
          c.rules.map((r) => `strip/${r}`).sort(),
        );
    });
  });

describe('strip: negative', () => {
  it.each([...negative, ...scrapedNegative] as unknown as Case[])('$label', (c) => {
    const { left, wanted } = run(c);
    expect(left).toBe(wanted);
  });
});

describe('strip: known failures', () => {
  it.each(failures as unknown as Case[])('$label', (c) => {
    const { left, wanted } = run(c);
    expect(left, 'this one works now: move it to wild or synthetic').not.toBe(wanted);
  });
});

describe('strip', () => {
  it('leaves a page of nothing but boilerplate as it is, and says so', () => {
    const { outcome, left } = run({ label: '', before: ['【字体:大 中 小】', '版权所有 青禾网'], after: null });
    expect(left).toBe('【字体:大 中 小】\n版权所有 青禾网');
    expect(outcome.notes?.[0]?.code).toBe('strip/no-body');
  });

  it('changes nothing in what it has stripped', () => {
    for (const c of [...wild, ...synthetic] as unknown as Case[]) {
      const { left, outcome } = run(c);
      const again = strip.apply(doc(left, outcome.title ?? c.title ?? 'x'), {});
      expect(applyPasses(left, again.passes ?? []), c.label).toBe(left);
    }
  });

  it('never throws, and its edits apply, whatever the lines', () => {
    const pool = ([...wild, ...synthetic, ...negative] as unknown as Case[]).flatMap((c) => c.before);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pool), fc.string()), { maxLength: 30 }), (lines) => {
        const text = page(lines);
        const { passes } = strip.apply(doc(text), {});
        expect(() => applyPasses(text, passes ?? [])).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['本报讯(记者 张三)水渠', 150_000],
    ['www.', 300_000],
    ['a@ b# ', 200_000],
    ["# b* J% y' C4\n渠道。7 z! _ k3 S: T0\n", 20_000],
    ['【字体:大 中 小】\n水渠修好了。\n', 30_000],
    ['？\n', 60_000],
    ['上一篇：水渠\n', 30_000],
    ['第1页 共2页\n水渠\n', 30_000],
    ['张三 发表于 2020-01-02\n水渠\n', 8_000],
    ['请登录平台（http://www.', 20_000],
    ['相关政策\n水渠修到哪里，水就跟着人的脚步流到哪里的田头。\n', 4_000],
    ['予以鼓励。【打印】主办：某局 某ICP备2021008号\n', 4_000],
  ])('is linear on a line of any length and on very many lines: %j', async (unit, times) => {
    await expectLinear((n) => strip.apply(doc(unit.repeat(n)), {}), times);
  });

  it('is linear in headlines that repeat the title', async () => {
    const text = page(['¶ 水渠', '¶2 水渠']);
    const title = '让清清渠水流到田头';
    await expectLinear((n) => strip.apply(doc(`${title}\n${text}\n${`${title}\n`.repeat(n)}`, title), {}), 60_000);
  });

  it('is linear in leads between the sentences of a text', async () => {
    const unit = '今天小编为大家整理了水渠管护总结范文\n渠道清淤三公里，闸门修好了五座。\n';
    await expectLinear((n) => strip.apply(doc(unit.repeat(n)), {}), 48_000);
  });

  it('is linear in the menus over a text', async () => {
    const text = page(['¶ 水渠', '¶2 水渠', '¶3 水渠']);
    await expectLinear((n) => strip.apply(doc(`${'首页\n'.repeat(n)}${`${text}\n`.repeat(n / 100)}`), {}), 60_000);
  });
});

const gold = path.resolve('../shared/gold/dev');
describe.skipIf(!fs.existsSync(gold))('strip: articles that hold no boilerplate', () => {
  const files = fs.existsSync(gold) ? fs.readdirSync(gold).filter((f) => f.endsWith('.txt')) : [];
  it.each(files)('%s stays whole', (file) => {
    const text = fs.readFileSync(path.join(gold, file), 'utf8').trim();
    expect(strip.apply(doc(text, 'x'), {}).passes).toBeUndefined();
  });
});
