import { describe, expect, it } from 'vitest';
import { ingest, ingestDefaults } from '../../../src/ingest/index.ts';
import { clean } from '../../bench/way.ts';
import kept from '../../cases/strip/kept.json' with { type: 'json' };

const [opening, ...items] = [
  '为进一步加强机关党的建设，经县直机关工委研究，决定在全县机关开展此项工作，现将有关事项通知如下。',
  '各单位要把这项工作摆上重要日程，主要负责同志亲自抓，分管负责同志具体抓，一级抓一级，层层抓落实。',
  '各党支部要结合实际制定方案，明确任务分工和完成时限，确保各项工作按期完成、取得实效。',
  '机关党委每季度开展一次督促检查，对工作不力、进度迟缓的单位进行通报，并限期整改到位。',
] as const;
const TITLE = '关于做好机关党建有关工作的通知';
const HEAD = ['当前位置：首页 > 通知公告 > 正文', TITLE, '发布日期：2023-05-16 来源：县直机关工委 浏览次数：321'];
const FOOT = ['【打印】 【关闭】', '上一篇：关于召开座谈会的通知', '主办：槐川县直机关工委 槐ICP备12003456号'];
const FARM = ['推荐访问：机关 党建 通知', '相关文章：', '机关党建工作总结五篇', '机关党建工作计划'];
const SIGNED = ['槐川县直机关工委', '2023年5月16日'];

const numbered = (body: readonly (readonly string[])[]): string[] =>
  body.flatMap(([first, ...more], i) => [`${i + 1}.${first}`, ...more]);

/** Where the lines stand, and what page is around them. */
const PLACES: Record<string, (lines: readonly string[]) => { body: string[]; page: string[]; html?: true }> = {
  'the last lines, below them nothing': (lines) => {
    const body = [opening, ...items, ...lines];
    return { body, page: [TITLE, ...body] };
  },
  "the last item, below it a site's foot": (lines) => {
    const body = [opening, ...numbered([...items.map((s) => [s]), lines])];
    return { body, page: [...HEAD, ...body, ...FOOT] };
  },
  "an item in the midst, below the text a farm's tail": (lines) => {
    const body = [opening, ...numbered([[items[0]], lines, [items[1]], [items[2]]])];
    return { body, page: [...HEAD, ...body, ...FARM] };
  },
  'the last lines of a page of markup, signed': (lines) => {
    const body = [opening, ...items, ...lines, ...SIGNED];
    return { body, page: [...HEAD, ...body, '打印本页', '版权所有：槐川县人民政府'], html: true };
  },
};

const bare = (s: string): string => s.replace(/[^\p{L}\p{N}]/gu, '');
const markup = (body: readonly string[], page: readonly string[]): string =>
  page.map((s) => (s === TITLE ? `<h1>${s}</h1>` : body.includes(s) ? `<p>${s}</p>` : `<div>${s}</div>`)).join('\n');

async function lost(body: readonly string[], page: readonly string[], html: boolean): Promise<string[]> {
  const bytes = Buffer.from(html ? `<html><body>${markup(body, page)}</body></html>` : page.join('\n'));
  const read = await ingest(bytes, html ? 'a.html' : 'a.txt', ingestDefaults);
  const text = bare(clean(read.pages[0]!).map((a) => a.doc.text).join('\n')); // biome-ignore format: one thought
  return body.filter((s) => !text.includes(bare(s)));
}

describe.each(Object.entries(PLACES))(
  'what offices, speakers and contracts say in the words of sites stays: %s',
  (_, place) => {
    it.each(kept.map((lines) => [lines[0]!, lines] as const))('%s', async (_, lines) => {
      const { body, page, html } = place(lines);
      expect(await lost(body, page, html ?? false)).toEqual([]);
    });
  },
);
