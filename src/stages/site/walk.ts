import type { EdgeLine } from './sketch.ts';

/** How widely a line is shared: by enough unlike pages (`some`), by a good share of the site's as well (`most`). */
export type Shared = (line: EdgeLine) => 'no' | 'some' | 'most';

/** So many plain lines in a row at the very end are a block of the site: an organ and a date, which sign a text, are two. */
const BLOCK = 3;

/**
 * The lines of the head that are the site's, outermost first.
 *
 * Above the headline all that many unlike pages share is the site's; a text begins with its headline. Where no headline
 * of the page's own follows, the innermost shared one is taken for it (学习心得体会 above ten unlike texts). Below the
 * headline salutations and first sentences are shared honestly, so there only words of the site count.
 */
export function siteHead(lines: readonly EdgeLine[], shared: Shared): EdgeLine[] {
  const cut: EdgeLine[] = [];
  let plain: EdgeLine[] = [];
  let titled = false;
  for (const line of lines) {
    const { role } = line;
    const how = shared(line);
    if (role === 'pass' || role === 'sure') continue;
    if (role === 'title') titled = true;
    else if (how !== 'no' && (role === 'named' || role === 'notice' || role === 'clock')) cut.push(line);
    else if (how === 'most' && (role === 'plain' || role === 'headline') && !titled) plain.push(line);
    else if (role === 'headline' || role === 'named') {
      // A second headline of its own below the first may be a subtitle, or the text.
      if (titled) break;
      titled = true;
    } else if (!(role === 'plain' && !titled)) break;
  }
  if (!titled) {
    const own = plain.findLastIndex((l) => l.role === 'headline');
    plain = own < 0 ? [] : plain.slice(0, own);
  }
  return [...cut, ...plain].sort((a, b) => a.start - b.start);
}

/**
 * The lines of the tail that are the site's, outermost first.
 *
 * What ends a text (an organ, a date, thanks, 特此通知) is shared honestly. So a plain line goes only below what surely
 * is the site's, or as one of a block of three.
 */
export function siteTail(lines: readonly EdgeLine[], shared: Shared): EdgeLine[] {
  const cut: EdgeLine[] = [];
  let plain: EdgeLine[] = [];
  let run = 0;
  for (const line of lines) {
    const { role } = line;
    const how = shared(line);
    const words = how !== 'no' && (role === 'named' || role === 'notice' || role === 'clock');
    if (words) cut.push(line);
    if (words || role === 'sure') {
      cut.push(...plain);
      plain = [];
      run = 0;
    } else if (how === 'most' && (role === 'plain' || role === 'headline')) {
      plain.push(line);
      run++;
    } else if (role !== 'pass') break;
  }
  return run >= BLOCK ? [...cut, ...plain] : cut;
}
