import type { Line } from './cuts.ts';

/** 关键词:水渠 管护, right below the issue of a journal: the site's words for it. The author's stand below the abstract. */
export const isKeywords = (lines: readonly Line[], i: number): boolean =>
  /^关键词 ?[:：].{2,40}$/u.test(lines[i]!.text) &&
  /年(?:第 ?)?\d{1,2} ?期$/u.test(lines.slice(0, i).findLast((l) => l.kind !== 'blank')?.meta.origin ?? '');

/**
 * 编者按:…现摘登如下,供参考: the editor's word on what is printed below, no part of it. A note that speaks of the matter
 * itself stays.
 */
export function isEditorNote(lines: readonly Line[], i: number): boolean {
  const { text } = lines[i]!;
  const note = /^[[【(（]?(?:编者按|编者的话|编者语|编者注|本刊按|本报按)[\]】)）]?\s?[:：]/u.test(text);
  const prints = /(?:摘登|刊登|刊载|转发|摘发|刊发|编发|摘编|印发)[^。]{0,12}如下/u.test(text);
  return note && prints && lines.slice(i + 1).filter((l) => l.kind === 'body').length >= 3;
}
