import type { Io } from './io.ts';
import { counted, oneLine, placeOf, table } from './rows.ts';
import type { BareHit, Found, FoundIn } from './search-hits.ts';
import { dayOf, untitled, whoseOf } from './whence.ts';

interface Shown {
  /** At most so many hits, and so many of one article; 0 for all. */
  limit: number;
  each: number;
}

/** Hits by article as they are found, and last how many there are. @returns how many hits there are */
export function print(found: Iterable<Found>, { limit, each }: Shown, io: Io): number {
  const works = new Set<string>();
  let [articles, all, left] = [0, 0, limit || Number.POSITIVE_INFINITY];
  let beyond = 0;
  for (const { article, hits } of found) {
    articles++;
    all += hits.length;
    works.add(article.work ?? article.id);
    const some = hits.slice(0, Math.min(left, each || hits.length));
    // What the limit cuts off is told at the end, what --each cuts off here.
    const held = some.length === each ? hits.length - some.length : 0;
    if (some.length) io.out(printed(article, some, held));
    else beyond += hits.length;
    if (some.length && !held) beyond += hits.length - some.length;
    left -= some.length;
  }
  if (!all) return 0;
  if (beyond) io.out(`… and ${counted(beyond, 'more hit')} (--limit 0 for all)\n`);
  const copies = works.size < articles ? ' (--works: only in the best copy of each)' : '';
  io.out(`${counted(all, 'hit')} in ${counted(articles, 'article')}, ${counted(works.size, 'work')}${copies}\n`);
  return all;
}

function printed(a: FoundIn, hits: readonly BareHit[], held: number): string {
  const rows = table(
    hits.map(({ kind, snippet }) => [kind.padEnd(7), oneLine(snippet, 200)]),
    '    ',
  );
  const more = held ? `    … and ${counted(held, 'more hit')} here (--each 0 for all)\n` : '';
  return `${a.id}  ${oneLine(a.title ?? untitled(a.opening ?? ''), 60)}\n  ${whereabouts(a)}\n${rows}${more}`;
}

/** Its day, whose it is, its place, and what it is to its work. */
function whereabouts(a: FoundIn): string {
  const whose = whoseOf(a);
  const copy = a.work === null || a.work === a.id ? null : `${a.relation ?? 'copy'} of ${a.work}`;
  const parts = [dayOf(a), whose && oneLine(whose, 60), `${placeOf(a)}, part ${a.part}`, copy];
  return parts.filter(Boolean).join(' · ');
}
