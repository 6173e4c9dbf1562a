import { describe, expect, it } from 'vitest';
import { rows } from '../../src/export/measures.ts';
import { extractArticle } from '../../src/pipeline/clean.ts';
import type { StoredArticle } from '../../src/store/store.ts';

/** The rows of a text. Sign of a plane beyond the first: offsets are code points. */
function measuresOf(text: string): any[] {
  const { points } = extractArticle(text, { title: '𪨊溪镇2023年河渠管护工作总结', published: '2023-12-01' });
  const article = {
    id: 'x',
    uid: 'x',
    work: null,
    title: null,
    path: 'a',
    record: null,
    part: 1,
    source: { url: null },
    meta: {},
  };
  return [...rows([{ ...article, text, points } as unknown as StoredArticle], new Map())];
}

const TEXT = [
  '𪨊溪镇2023年抓了河渠管护，群众满意。',
  '一、主要做法',
  '（一）分段包干，把渠管住。镇水利站把三十六条渠分给十二个村，每村设渠长一名。',
  '渠长每周巡查两次，填写巡渠日志。',
  '（二）定期清淤，把水引来。每年春秋两季组织民工清淤，疏通支渠四十里。',
  '二、下一步打算',
  '镇里将抓好三件事，让渠水流进每块田。',
  '（一）加固涵闸。对九座旧涵闸逐一加固。',
].join('\n');

describe('a measure', () => {
  const found = measuresOf(TEXT);

  const at = (begins: string): any => found.find((r) => r.text.startsWith(begins));

  it('holds all that the point says, as far as the next one', () => {
    expect(at('（一）分段').text).toBe(TEXT.split('\n').slice(2, 4).join('\n'));
    expect(at('（二）定期').text).toBe(TEXT.split('\n')[4]);
  });

  it('is told from a heading that only holds others together', () => {
    expect(at('一、')).toMatchObject({ text: '一、主要做法', container: true });
    expect(at('二、')).toMatchObject({ text: TEXT.split('\n').slice(5, 7).join('\n'), container: false });
    expect(at('（二）').container).toBe(false);
  });

  it('that is a heading alone with nothing under it is no container', () => {
    const alone = measuresOf('一、疏浚沟渠，引水下田\n二、加固涵闸，确保安全\n三、栽种护岸林，保持水土\n');
    expect(alone.map((r) => [r.text, r.container])).toEqual([
      ['一、疏浚沟渠，引水下田', false],
      ['二、加固涵闸，确保安全', false],
      ['三、栽种护岸林，保持水土', false],
    ]);
  });
});
