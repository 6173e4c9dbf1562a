/**
 * What cutting did to the articles of a corpus: body characters that are gone, boilerplate that is left, pages that came
 * apart otherwise than they should.
 */
import path from 'node:path';
import { align } from '../../src/text/align.ts';
import { fold, Matches, matchArticles, readExpected } from './score.ts';

export interface Cuts {
  /** Characters of the expected texts. */
  chars: number;
  /** Of these, those that the articles lack and have nothing in the place of. */
  lost: number;
  /** Characters that the articles have and the expected texts lack, with nothing in their place. */
  left: number;
  /** Of both, those that stand in place of each other: damage that was left open or mended wrongly. */
  changed: number;
  pages: number;
  /** Pages that gave as many articles as they should, each of them found. */
  exact: number;
  /** What is wrong, for whoever looks. */
  faults: string[];
}

const codes = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** @param folder of the expected results; see score.ts. An article that was not found at all is lost as a whole. */
export function scoreCuts(articles: readonly any[], folder: string): Cuts {
  const expected = readExpected(folder);
  const match = matchArticles(expected, articles, new Matches());
  const cuts: Cuts = { chars: 0, lost: 0, left: 0, changed: 0, pages: 0, exact: 0, faults: [] };
  for (const { name, text } of expected) {
    cuts.chars += text.length;
    const got = fold(match.get(name)?.text ?? '');
    for (const { aStart, aEnd, bStart, bEnd } of align(codes(text), codes(got))) {
      const [gone, come] = [text.slice(aStart, aEnd), got.slice(bStart, bEnd)];
      if (gone && come) cuts.changed += Math.max(gone.length, come.length);
      else if (gone) cuts.lost += gone.length;
      else cuts.left += come.length;
      cuts.faults.push(`${name} ${gone ? (come ? 'changed' : 'lost') : 'left'}: ${gone} → ${come}`);
    }
  }
  for (const [page, own] of Map.groupBy(expected, (e) => e.page)) {
    const made = articles.filter((a) => path.basename(a.source.path).startsWith(`${page}-`)).length;
    cuts.pages++;
    if (made === own.length && own.every((e) => match.has(e.name))) cuts.exact++;
    else cuts.faults.push(`${page}: ${made} articles for ${own.length}`);
  }
  return cuts;
}
