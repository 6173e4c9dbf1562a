import type { FoundMeta } from '../../text/boilerplate-fields.ts';
import { bareText, fold } from '../../text/boilerplate-fold.ts';
import { cutWindow, isSiteName } from '../../text/boilerplate-site.ts';
import { postedTitle } from '../../text/boilerplate-stamps.ts';
import { cleanTitle } from '../../text/boilerplate-titles.ts';
import type { Line } from './cuts.ts';

/** 某某责任书.pdf: libraries of documents name them as files. */
export const FILE_NAME = /\.(?:pdf|docx?|wps|pptx?|xlsx?|txt)$/iu;

/** What a page is called before its lines are read. */
interface Given {
  title: string | null;
  meta: FoundMeta;
}

/** What the title of a window, a file or a record says: the headline, with the site or the second it was posted at behind it. */
export function readGiven(window: string | null): Given {
  if (window === null) return { title: null, meta: {} };
  const { title, site } = cutWindow(window);
  const posted = postedTitle(fold(title));
  return {
    title: posted ? title.slice(0, fold(title).indexOf(posted.title) + posted.title.length) : title,
    meta: { ...(posted ? { published: posted.published } : {}), ...(site ? { publisher: site } : {}) },
  };
}

/** Lines below the window's in which its headline must come again. */
const REACH = 40;
/** Shortest headline that its coming again proves. */
const LEAST = 6;
/** The same where it is glued to a paragraph. */
const LONG = 10;
/** What stands before the first space of a paragraph, if it may be a headline. */
const headOf = (text: string): string[] => {
  const at = text.indexOf(' ');
  return text.length > 80 && at >= LONG && at <= 60 ? [key(text.slice(0, at))] : [];
};
const STEP = /\s*(?:[-–—|_>»·]|::)\s*/u;

const key = (s: string): string => bareText(cleanTitle(s.replace(FILE_NAME, '')));

/**
 * A page saved as text begins with the title of its window (某某通知.doc-某某文库, 某某论坛 - 总结 - 某某 - Powered by …): told by
 * one of its steps, at either end or between, that comes again as a line below. The line goes; null where the first is no such line.
 */
export function readWindowLine(lines: readonly Line[]): (Given & { line: Line }) | null {
  // A browser prints the day and the time over it.
  const first = lines.find((l) => l.kind !== 'blank' && !(l.kind === 'date' && l.meta.published?.includes('T')));
  const steps = first && first.text.length <= 160 ? first.text.split(STEP).filter(Boolean) : [];
  if (!first || steps.length < 2) return null;
  const shown = new Map(
    lines
      .slice(1, REACH)
      .filter((l) => l.kind !== 'blank' && l.text.length <= 120)
      // 某某 (2021-05-10 08:12:33): the headline stands before what a blog writes behind it.
      .map((l) => [key(l.prefix || l.text), l] as const),
  );
  const glued = new Set(lines.slice(1, REACH).flatMap((l) => headOf(l.text)));
  // A headline may have a dash of its own: so many steps together as come again.
  for (let n = steps.length - 1; n > 0; n--)
    for (let i = 0; i + n <= steps.length; i++) {
      const bare = bareText(
        steps
          .slice(i, i + n)
          .map((s) => s.replace(FILE_NAME, ''))
          .join(''),
      );
      const line = bare.length >= LEAST ? shown.get(bare) : undefined;
      // 某某讲话|动员会: the first paragraph begins with the headline and a space.
      if (!line && !i && bare.length >= LONG && glued.has(bare))
        return { title: cleanTitle(steps.slice(0, n).join('')), meta: {}, line: first };
      if (!line || line === first) continue;
      const site = [...steps.slice(0, i), ...steps.slice(i + n)].find(isSiteName);
      return {
        title: cleanTitle((line.prefix || line.text).replace(FILE_NAME, '')),
        meta: site ? { publisher: site } : {},
        line: first,
      };
    }
  return null;
}
