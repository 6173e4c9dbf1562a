import { endsSentence } from '../../text/boilerplate-headlines.ts';
import { isPager } from '../../text/boilerplate-page-talk.ts';
import type { Line } from './lines.ts';

/** · 某某会议召开 2020-05-29, 某某会议召开 [05-29]: a link with its day. */
const LINK = /^.{5,80}? ?[[(]?(?:(?:19|20)?\d{2}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])]?$/u;
/** The same with a day in figures: an event of a chronicle does not end so. */
const DATED = /(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}[\])]?$/u;
/** Links that make a list, and such with their full days that make one without a pager. */
const LEAST = 5;
const MANY = 8;
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
 * Is the page nothing but a list of links to others, leafed through by its pager? Such a page holds no article. Lists of events with
 * their days are text: without a pager none is taken for one, unless a breadcrumb leads to it and each line ends in its day in
 * figures; nor with a sentence anywhere.
 */
export function isListPage(lines: readonly Line[]): boolean {
  let links = 0;
  let others = 0;
  let dated = 0;
  let pager = false;
  let way = false;
  for (const l of lines) {
    way ||= l.kind === 'breadcrumb';
    if (isPager(l.text)) pager = true;
    else if (CHROME.has(l.kind)) continue;
    else if (LINK.test(l.text) && l.kind !== 'date') {
      links++;
      if (DATED.test(l.text)) dated++;
    } else if (l.text.length > LONGEST || endsSentence(l.text) || ++others > OTHERS) return false;
  }
  return (pager ? links >= LEAST : way && links >= MANY && dated === links) && links > others;
}
