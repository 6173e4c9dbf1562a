import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, paragraph } from '../../corpus/containers.ts';
import { run } from '../../src/pipeline/run.ts';

const TITLE = '让老渡口热闹起来';
const SUBTITLE = '——棠溪镇渡口养护纪实';
const BODY = [
  '棠溪镇共有渡口六处，往年无人照看，石阶长满青苔，过渡的人常常滑倒。',
  '镇里把渡口分给六个村，每村选两人看护，每月清扫四次，全年没有人再滑倒。',
];
const paragraphs = (...lines: string[]): string => lines.map((l) => `<p>${l}</p>`).join('');
const page = (head: string, ...lines: string[]): string =>
  `<html><head><title>${TITLE}</title></head><body>${head}<div class="content">${paragraphs(...lines)}</div></body></html>`;

const FILES: Record<string, string | Uint8Array> = {
  'a.txt': [TITLE, SUBTITLE, '', ...BODY].join('\n'),
  'fields.txt': [TITLE, '来源：棠溪日报　2023-05-06', SUBTITLE, ...BODY].join('\n'),
  'a.md': [`# ${TITLE}`, SUBTITLE, ...BODY].join('\n\n'),
  'two.md': [`# ${TITLE}`, `## ${SUBTITLE}`, ...BODY].join('\n\n'),
  'a.docx': docx([TITLE, SUBTITLE, ...BODY].map((l) => paragraph(l)).join('')),
  'a.jsonl': `${JSON.stringify({ title: TITLE, text: [SUBTITLE, ...BODY].join('\n') })}\n`,
  'whole.jsonl': `${JSON.stringify({ title: `${TITLE} ${SUBTITLE}`, text: [SUBTITLE, ...BODY].join('\n') })}\n`,
  'a.csv': `标题,正文\n${TITLE},"${[SUBTITLE, ...BODY].join('\n')}"\n`,
  'headings.html': page(`<h1>${TITLE}</h1><h2>${SUBTITLE}</h2>`, ...BODY),
  'named.html': page(`<h1>${TITLE}</h1><p class="subtitle">${SUBTITLE}</p><p>来源：棠溪日报</p>`, ...BODY),
  'first.html': page(`<h1>${TITLE}</h1>`, SUBTITLE, ...BODY),
  // What is no subtitle stays in the text.
  'list.jsonl': `${JSON.stringify({ title: '三项行动', text: ['——开展民情调查', '——办好民生实事', ...BODY].join('\n') })}\n`,
  'other.jsonl': `${JSON.stringify({ title: '三项行动', text: ['——先说几句题外话', ...BODY].join('\n') })}\n`,
  'speech.jsonl': `${JSON.stringify({ title: '在养护会上的讲话', text: ['——2021年1月28日在棠溪镇养护会上', ...BODY].join('\n') })}\n`,
};

let folder: string;
let articles: any[];
const of = (file: string): any => articles.find((a) => a.source.path === `in/${file}`);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-subtitle-'));
  mkdirSync(path.join(folder, 'in'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(path.join(folder, 'in', name), content);
  await run(['in'], { cwd: folder, workers: 1, pipeline: 'text' });
  const lines = readFileSync(path.join(folder, 'out/articles.jsonl'), 'utf8').trim().split('\n');
  articles = lines.map((l) => JSON.parse(l));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the subtitle of a report', () => {
  const same = Object.keys(FILES).filter((f) => !/^(?:list|other|speech)/.test(f));

  it.each(same)('goes with its headline, out of the text: %s', (file) => {
    expect(of(file)).toMatchObject({
      title: `${TITLE} ${SUBTITLE}`,
      meta: { altTitle: null },
      text: BODY.join('\n'),
    });
  });

  it('is none where a list begins, or where nothing says so', () => {
    expect(of('list.jsonl')).toMatchObject({
      title: '三项行动',
      text: expect.stringMatching(/^——开展民情调查\n——办好/),
    });
    expect(of('other.jsonl')).toMatchObject({ title: '三项行动', text: expect.stringMatching(/^——先说几句/) });
  });

  it('that tells the day of a speech is its day', () => {
    expect(of('speech.jsonl')).toMatchObject({
      title: '在养护会上的讲话',
      meta: { dated: '2021-01-28' },
      text: BODY.join('\n'),
    });
  });
});
