import { bareText } from '../../text/boilerplate-fold.ts';
import { isReport, isSubtitle } from '../../text/boilerplate-headlines.ts';
import { cleanTitle } from '../../text/boilerplate-titles.ts';
import type { Line } from './cuts.ts';
import { occasionDay } from './signature.ts';

/**
 * Does a line tell by itself that it is a subtitle (——某某县管水纪实, ——2021年1月28日在某某大会上), whatever stands below it? Not where the
 * next line begins with a dash as well: that is a list.
 */
export const isCertain = (line: string, below: Line | undefined): boolean =>
  (isReport(line) || occasionDay(line) !== null) && !(below && isSubtitle(below.text));

/**
 * A known headline with the subtitle that was found below it: written one way, whether the page has both in one line, in two, or the
 * headline in its markup or a field only. Null where the line is no subtitle of its kind.
 */
export function subtitled(title: string, line: string): string | null {
  if (!isReport(line)) return null;
  return bareText(title).endsWith(bareText(line)) ? title : `${cleanTitle(title)} ${line.trim()}`;
}
