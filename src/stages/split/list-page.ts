import { endsSentence } from '../../text/boilerplate-headlines.ts';
import { isPager } from '../../text/boilerplate-page-talk.ts';
import type { Line } from './lines.ts';

/** · 某某会议召开 2020-05-29, 某某会议召开 [05-29]: a link with its day. */
const LINK = /^.{5,80}? ?[[(]?(?:(?:19|20)?\d{2}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])]?$/u;
/** Links that make a list. */
const LEAST = 5;
/** Lines of nothing known that may stand among them: the name of the column, an organ. */
const OTHERS = 4;
/** Longest line that a list has besides its links. */
const LONGEST = 40;
const CHROME = new Set<Line['kind']>([
  'chrome',
  'breadcrumb',
  'footer',
  'copyright',
  'related',
  'share',
  'owner',
  'contact',
  'farm-lead',
]);

/**
 * Is the page nothing but a list of links to others, leafed through by its pager? Such a page holds no article. Lists of events or
 * permits with their days are text: without a pager none is taken for one, whatever leads to it, nor with a sentence anywhere. Such a
 * page is an article of which nothing is read (see stubs.ts).
 */
export function isListPage(lines: readonly Line[]): boolean {
  let links = 0;
  let others = 0;
  let pager = false;
  for (const l of lines) {
    if (isPager(l.text)) pager = true;
    else if (CHROME.has(l.kind)) continue;
    else if (LINK.test(l.text) && l.kind !== 'date') links++;
    else if (l.text.length > LONGEST || endsSentence(l.text) || ++others > OTHERS) return false;
  }
  return pager && links >= LEAST && links > others;
}
