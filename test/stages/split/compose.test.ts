import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { split } from '../../../src/stages/split/index.ts';
import { strip } from '../../../src/stages/strip/index.ts';
import { applyPasses } from '../../../src/text/edits.ts';
import { doc } from '../doc.ts';

interface Body {
  title: string;
  text: string;
}

const DIR = path.resolve('corpus/bodies');
const N = '一二三四五六七';

/** The clean articles of the sample pages. The handbook numbers its chapters 第一篇 itself: inside another row of numbers it cannot be told. */
const bodies: Body[] = fs
  .readdirSync(DIR)
  .filter((f) => f.endsWith('.txt') && f !== 'handbook.txt')
  .map((f) => {
    const lines = fs.readFileSync(path.join(DIR, f), 'utf8').split('\n');
    const [title, ...text] = lines.map((l) => l.trim()).filter(Boolean);
    return { title: title!.replace(/^# /, ''), text: text.join('\n') };
  });

/** What sites put above each article of a page; `inside` is what of it belongs to the text. */
const STYLES: Record<string, { head: (b: Body, i: number) => string; foot?: string; inside?: string }> = {
  第一篇: { head: (b, i) => `第${N[i]}篇:${b.title}` },
  '第一篇, one headline': { head: (b, i) => `第${N[i]}篇:工作经验材料\n${b.title}` },
  篇1: { head: (_, i) => `工作经验材料篇${i + 1}` },
  '【篇一】': { head: (b, i) => `【篇${N[i]}】${b.title}` },
  byline: { head: (b) => `${b.title}\n云汀市水利局 王小满 李清河` },
  header: { head: (b) => `${b.title}\n来源:青禾报 发布日期:2016-01-02 阅读次数:33` },
  'date and salutation': { head: (b) => `${b.title}\n(2016年1月2日)\n同志们:`, inside: '同志们:\n' },
  'tail of the one before': { head: (b) => b.title, foot: '\n(责任编辑:李清)' },
  'chrome of its own': { head: (b) => `${b.title} 发布日期:2016-01-02 点击:3\n${b.title}` },
  breadcrumb: { head: (b) => `首页 > 水利 > 动态\n${b.title}\n作者:王小满 时间:2016-01-02 10:00:00` },
};

function stripped(text: string, title: string | null): string {
  return applyPasses(text, strip.apply(doc(text, title), {}).passes ?? []);
}

describe('pages put together from the sample articles', () => {
  it.each(bodies)('$title stays one and whole', ({ title, text }) => {
    const page = `${title}\n${text}`;
    expect(split.apply(doc(page, null), split.defaults).parts).toBeUndefined();
    expect(stripped(page, null)).toBe(text);
    expect(stripped(text, title)).toBe(text);
  });

  it.each(Object.entries(STYLES))('%s: every article comes back as it was', (_, { head, foot = '', inside = '' }) => {
    fc.assert(
      fc.property(fc.shuffledSubarray(bodies, { minLength: 2, maxLength: 5 }), (picked) => {
        const page = picked.map((b, i) => `${head(b, i)}\n${b.text}${foot}`).join('\n');
        const { parts } = split.apply(doc(page, null), split.defaults);
        const articles = parts?.map((p) => stripped(page.slice(...p.pieces[0]!), p.title));
        expect(articles).toEqual(picked.map((b) => inside + b.text));
      }),
      { numRuns: 30 },
    );
  });
});
