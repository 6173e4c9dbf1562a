import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { describe, expect, it } from 'vitest';
import { isInWord, segment } from '../../src/text/segment.ts';

describe('segment', () => {
  it('cuts into words that cover the text without gaps', () => {
    const text = '加强𠮷林省党建工作,\n完成12.5%。';
    const words = segment(text);
    expect(words.map((w) => w.text).join('')).toBe(text);
    let at = 0;
    for (const w of words) {
      expect([w.start, text.slice(w.start, w.end)]).toEqual([at, w.text]);
      at = w.end;
    }
  });

  it('tags them', () => {
    expect(segment('加强工作').map((w) => w.tag[0])).toEqual(['v', 'v']);
  });

  it('gives a word the tag that the dictionary gives it, among whatever words it stands', () => {
    const jieba = Jieba.withDict(dict);
    const text = '全县选派驻村干部312名，兴办合作社AB-12家，办结率达到98.6%。学习了工作法，会长的长处';
    for (let from = 0; from < text.length; from++)
      for (const to of [from + 3, from + 9, text.length]) {
        const piece = text.slice(from, to);
        expect(segment(piece).map((w) => [w.text, w.tag])).toEqual(jieba.tag(piece).map((w) => [w.word, w.tag]));
      }
  });

  it('gives nothing for nothing', () => expect(segment('')).toEqual([]));

  it('knows which characters stand side by side in no word', () => {
    const pair = (word: string) => isInWord(word.charCodeAt(0), word.charCodeAt(1));
    expect(['教育', '党员', '管理'].map(pair)).toEqual([true, true, true]);
    expect(['理管', '的。'].map(pair)).toEqual([false, false]);
  });
});
