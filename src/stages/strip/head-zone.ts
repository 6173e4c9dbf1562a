import type { LineKind } from '../../text/boilerplate.ts';
import { beginsText } from '../../text/boilerplate-fieldish.ts';
import { bareText } from '../../text/boilerplate-fold.ts';
import { endsSentence, isAbout, isSectionName } from '../../text/boilerplate-headlines.ts';
import { isSiteSentence } from '../../text/boilerplate-page-talk.ts';
import { lineMarker } from '../../text/markers.ts';
import type { Line } from './cuts.ts';

/**
 * The head of a scraped page, by its shape: lines that no rule knows (names of sites, their columns) stand between lines
 * that are sure to be a head's, and the text begins below them.
 */
export interface HeadZone {
  /** Index behind the last sure line of the head; 0 where there is none. */
  until: number;
  /** Index of the headline's first line; -1 where none stands out. */
  title: number;
  /** The headline has its line of fields below it: what stands above is none of the article's, sentences included. */
  firm: boolean;
}

/** Lines looked at. Exploded menus have up to sixty words; a form with so many short cells above its first sentence is none. */
const REACH = 80;
/** Unknown lines that mere chrome (打印, 大) may vouch for. A breadcrumb or a line of fields vouches for any number. */
const FEW = 12;
/** Unknown lines between the fields and the headline below them. */
const GAP = 2;
/** Longest unknown line of a head: a site's name with its motto, a headline. */
const MAX_SCRAP = 44;
/** Longest menu on one line. */
const MAX_MENU = 240;

const STRONG = new Set<LineKind>(['breadcrumb', 'header']);
const SURE = new Set<LineKind>(['breadcrumb', 'header', 'chrome', 'share', 'copyright', 'footer', 'spam', 'farm-lead']);
/** What stands below a headline: fields, a name, a day. */
const BELOW = new Set<LineKind>(['header', 'byline', 'date', 'tail', 'dateline']);
/** 某某网, 某某在线—某某频道: what a site calls itself; never a headline beside another. */
const SITE_NAME =
  /^.{2,14}(?:网|在线|网站|门户|平台|频道|客户端|论坛|文库|日报|晚报|时报|早报|周刊|杂志|社区|博客|之家)(?:[—–_|·: -].{0,20})?$|[|｜]/u;

/** 荣誉徽章: a field of the page's own with nothing in it. */
const EMPTY_FIELD = /^\p{Script=Han}{2,8}[:：]$/u;

/** What no headline has that stands before fields on their line. */
export const FIELD_LIKE = /[:|/]|\d{4}[-年.]\d/u;

/** May the line go where the head's shape says so? A sentence, a numbered item, a salutation or a section's name may not. */
export function isScrap(line: Line): boolean {
  const { text, kind } = line;
  if (kind === 'body' && isSiteSentence(text)) return true;
  if (kind !== 'headline' && kind !== 'body' && kind !== 'byline' && kind !== 'owner' && kind !== 'contact')
    return false;
  const short =
    text.length <= MAX_SCRAP
      ? !endsSentence(text) || EMPTY_FIELD.test(text)
      : text.length <= MAX_MENU && !/[，。；！？,;!?]/u.test(text);
  return short && !lineMarker(text, 0) && !isSectionName(text);
}

/** Text above a headline with its line of fields, in characters, that may be the site's talk: a greeting, a notice, a slogan. */
const TALK = 300;

/**
 * Index of the line of fields (来源, 时间, 阅读) that stands right below a headline, where what stands above both is next to
 * nothing: the article begins there for certain. -1 where there is none.
 */
function fieldsAt(lines: readonly Line[], given: string): number {
  let talk = 0;
  for (let i = 0; i < Math.min(REACH, lines.length); i++) {
    const l = lines[i]!;
    if (beginsText(l)) talk += l.text.length;
    if (talk > TALK) return -1;
    if (l.kind !== 'header' || !(l.meta.published || l.meta.origin || l.meta.views !== undefined)) continue;
    const near = lines.slice(0, i).filter((x) => x.kind !== 'blank' && x.kind !== 'chrome');
    const titled = near.slice(-4).some((x) => (given && bareText(x.text) === given) || isTitle(x));
    return titled ? i : -1;
  }
  return -1;
}

/** @param given the title that the page's markup or record tells, if any */
export function headZone(lines: readonly Line[], given: string | null): HeadZone {
  const bare = bareText(given ?? '');
  const fields = fieldsAt(lines, bare);
  const below = lines.slice(fields + 1, REACH).findIndex(beginsText);
  if (below < 0) return { until: 0, title: -1, firm: false };
  const head = lines.slice(0, fields + 1 + below);
  const text = lines.reduce((n, l) => n + l.text.length, 0);
  const talk = head.filter(beginsText).reduce((n, l) => n + l.text.length, 0);
  const firm = fields >= 0 && talk * 4 <= text;
  const start = firm ? head.length : head.findIndex(beginsText);
  return zoneOf(start < 0 ? head : head.slice(0, start), bare, given !== null, firm);
}

function zoneOf(head: readonly Line[], bare: string, known: boolean, firm: boolean): HeadZone {
  // A paper's page lists its headlines, the article's own among them, over the headline itself: the last one counts.
  const shown = bare ? head.findLastIndex((l) => bareText(l.text) === bare) : -1;
  let last = head.findLastIndex((l) => SURE.has(l.kind) || (l.kind === 'date' && l.meta.published?.includes('T')));
  // 3. 下载前请…: the site's list goes on below the item that is sure.
  while (head[last + 1]?.kind === 'body' && lineMarker(head[last + 1]!.text, 0) && isSiteSentence(head[last + 1]!.text))
    last++;
  const scraps = head.slice(0, last + 1).filter(isScrap).length;
  const trusted = firm || head.some((l) => STRONG.has(l.kind)) || scraps <= FEW;
  const sure = Math.max(trusted ? last + 1 : 0, shown + 1);
  const title = shown >= 0 ? shown : known && !firm ? -1 : sure ? titleIn(head) : -1;
  // A field or two that nobody knows may stand between the last sure line and the headline.
  const near =
    title > sure && title - sure <= GAP && head.slice(sure, title).every((l) => l.kind === 'tail' || isScrap(l));
  return { until: near ? title : sure, title, firm };
}

const isTitle = (l: Line): boolean => l.kind === 'headline' && !SITE_NAME.test(l.text) && !isSectionName(l.text);

/**
 * The headline stands right above the first line of fields, names or dates; where it does not, the last one before the
 * text is it. Wrong case: a motto between the headline and its fields.
 */
function titleIn(head: readonly Line[]): number {
  const below = head.findIndex((l) => BELOW.has(l.kind) && !(l.kind === 'byline' && l.form === 'org'));
  // What stands before the first field on its line is the headline.
  const prefix = below < 0 ? '' : head[below]!.prefix;
  const over = head.slice(0, Math.max(below, 0)).findLast((l) => l.kind !== 'blank');
  // Below a headline it is a field that nobody knows (拟稿人:某某, 2021-03-08, an address).
  if (bareText(prefix).length >= 5 && !(over && isTitle(over) && FIELD_LIKE.test(prefix))) return below;
  const above = below < 0 ? -1 : head.slice(0, below).findLastIndex(isTitle);
  // 【格式要求】 is what a part of the text is called, where a headline stands above it.
  const plain = head.findLastIndex((l) => isTitle(l) && !/^【[^】]*】$/u.test(l.text));
  const at = above >= 0 ? above : plain >= 0 ? plain : head.findLastIndex(isTitle);
  // A headline in two lines: the one above goes on in it.
  const before = head[at - 1];
  if (before?.kind === 'byline' && before.form === 'org' && isAbout(head[at]!.text)) return at - 1;
  return at > 0 && before && isTitle(before) && bareText(before.text).length >= 8 ? at - 1 : at;
}
