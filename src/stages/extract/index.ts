import type { EachStage, Json } from '../../pipeline/types.ts';
import { stubOf } from '../../text/stubs.ts';
import { findTimes } from '../../text/times.ts';
import { basesOf } from './bases.ts';
import { findFigures } from './figures/index.ts';
import { completed, type Extraction } from './findings.ts';
import { findPoints } from './points/index.ts';
import { numbersApart } from './points/run-in-numbers.ts';
import { findSlogans } from './slogans/index.ts';
import { findQuotes } from './slogans/quotes.ts';
import { findTables } from './tables/index.ts';

/** What is known of the article beside its text. */
interface Context {
  title: string | null;
  /** ISO 8601; relative times are resolved against it. */
  published: string | null;
  /** The body that signed it or that it tells of, from the metadata. */
  organ?: string | null;
  /** Read the numbers of the running text loosely: 三 百 五, 2e5, 5k. */
  loose?: boolean;
}

/**
 * Points, slogans and figures of one article.
 *
 * @param text clean simplified text, one paragraph a line; offsets of the findings are UTF-16 units of it
 */
export function extractText(text: string, context: Context): Extraction {
  const tables = findTables(text, context);
  const points = tables ? tables.points(findPoints(tables.outline, context)) : findPoints(text, context);
  const quotes = findQuotes(text);
  const slogans = findSlogans(text, points, quotes);
  const bases = basesOf(text, points, context);
  const times = tables?.timesFrom(bases) ?? findTimes(numbersApart(text, points), bases);
  const cells = numbersApart(tables?.cells ?? text, points);
  const told = findFigures(cells, points, slogans, { ...context, times });
  const figures = tables ? tables.figures(told, points) : told;
  const found = completed(text, { points, slogans, figures }, { organ: null, ...context, bases, times, quotes });
  return tables ? tables.completed(found) : found;
}

/** Reads the outline, the slogans and the figures out of an article. Changes nothing. */
export const extract: EachStage<{ loose: boolean }> = {
  kind: 'each',
  name: 'extract',
  version: 25,
  summary: 'read points, slogans and figures out of the text',
  defaults: { loose: false },
  options: {
    loose: { summary: 'read numbers as transcripts write them: digits set apart by blanks, 2e5, 5k, dozens' },
  },
  apply(doc, { loose }) {
    const stub = stubOf(doc.title, doc.text);
    if (stub) {
      const note = { level: 'warn' as const, code: 'extract/stub', text: `${stub}: nothing is read out of it` };
      return { notes: [note], data: { points: [], slogans: [], figures: [] } };
    }
    // 今年 in a speech is the year in which it was held, whenever the page was put up.
    const published = doc.meta.dated ?? doc.meta.published;
    const found = extractText(doc.text, { title: doc.title, published, organ: doc.meta.org, loose });
    return { data: found as unknown as Json };
  },
};
