import type { ClassifiedLine } from './boilerplate.ts';
import { isOrg } from './boilerplate-bylines.ts';
import { beginsText } from './boilerplate-fieldish.ts';
import { fold } from './boilerplate-fold.ts';
import { isMasthead, namesGenre } from './boilerplate-headlines.ts';

/** What names of sites end in. */
const SITE =
  /(?:网|网站|站|在线|门户|平台|文库|文档|资料库|题库|论坛|社区网|视窗|之窗|频道|博客|日报|晚报|时报|早报|周刊|图书馆|档案馆|博物馆)$/u;
/** What a site says behind its name: 某某资料库-专注某某汇编. */
const MOTTO = /\s?[-—–_|·:]{1,2}\s?.*$/u;
const ACCOUNT = /(?:微信|官方)?(?:公众号|公众平台|订阅号|服务号|视频号|头条号|百家号|微信号|微博)$/u;
/** Lines at the top of a page among which its site's name stands. */
const TOP = 3;

/** Shortest headline of a text for certain. */
const TITLE = 8;

/** Does the word end as names of sites do? */
export const isSiteName = (s: string): boolean => s.length >= 3 && s.length <= 20 && SITE.test(s);

interface TopLine extends ClassifiedLine {
  text: string;
}

/**
 * The site by the plate at the very top of a page: a name of a site, an account or a paper, or an organ's name over a menu or a
 * breadcrumb. Null where the first lines are anything else (an organ's name over a headline signs it).
 *
 * @param lines lines from the top of the page; so many of them as stand above the headline are asked
 */
export function siteName(lines: readonly TopLine[]): string | null {
  const shown = lines.slice(0, 16).filter((l) => l.kind !== 'blank');
  let titled = false;
  for (const [i, l] of shown.slice(0, TOP).entries()) {
    if (l.kind === 'header' || beginsText(l)) return null;
    if (l.kind !== 'headline' && l.kind !== 'byline' && l.kind !== 'body' && l.kind !== 'chrome') continue;
    const text = fold(l.text).trim();
    const name = text.replace(MOTTO, '');
    if (name.length < 3 || name.length > 20 || /[,。;!?]/.test(name)) continue;
    if (isMasthead(text)) return text.replace(ACCOUNT, '');
    if (l.kind === 'chrome') continue;
    const framed = shown.slice(i + 1, i + 3).some((x) => x.kind === 'chrome' || x.kind === 'breadcrumb');
    // Below a headline an organ signs.
    if (framed && (SITE.test(name) || (name === text && isOrg(name) && !titled))) return name;
    titled ||= l.kind === 'headline' && text.length >= TITLE && !SITE.test(name);
    // A site's name over fields without a menu: 某某文档网-某某.
    if (i === 0 && SITE.test(name) && /(?:网|在线|论坛|文库|文档)$/u.test(name) && shown.length > 2) return name;
  }
  return null;
}

/** [民生] 某某: the class that a forum puts a post into. */
const CLASSED = /^\s*(?:\[[\p{Script=Han}]{2,4}\]|【[\p{Script=Han}]{2,4}】)\s*(?=\S{4})/u;
const FORUM = /论坛|BBS|powered by/iu;

/** A headline without the class before it, where the window names a forum. */
export const postTitle = (title: string, window: string): string =>
  FORUM.test(window) ? title.replace(CLASSED, '') : title;

/** How windows set their steps apart. A dash without spaces may be the headline's own (某某镇-某某村). */
const STEPS = /\s+[-–—|]\s+|_|\|/u;
const POWERED = /^powered by\b/iu;

/**
 * A window's title without its column, site and engine: 渠长手记 - 学习园地 - 某某论坛 - Powered by Discuz! → 渠长手记. The last
 * step must be a site or an engine for certain.
 */
export function cutWindow(title: string): { title: string; site: string | null } {
  const steps = title.split(STEPS).map((s) => s.trim());
  let end = steps.length;
  if (end > 1 && POWERED.test(steps[end - 1]!)) end--;
  const site = end > 1 && SITE.test(steps[end - 1]!) && steps[end - 1]!.length <= 20 ? steps[end - 1]! : null;
  if (end === steps.length && !site) return { title, site: null };
  // Behind an engine or a site with columns above it the headline is the first step.
  const head = steps[0]!;
  return head.length >= 4 ? { title: postTitle(head, title), site } : { title, site };
}

/** 某某方案-某某中学: the site or the organ with which a window's title goes on behind the headline; null where it does not. */
export function siteBehind(window: string, headline: string): string | null {
  const rest = window.startsWith(headline) ? window.slice(headline.length) : '';
  const name = /^\s?[-_|]\s?([^-_|]{3,20})$/.exec(rest)?.[1];
  return name && (SITE.test(name) || isOrg(name)) ? name : null;
}

/** 某某县人民政府办公室关于…的通知: the organ that a document's headline begins with. */
export function issuer(title: string): string | null {
  const organ = /^([\p{Script=Han}()“”]{4,34}?)(?:印发)?关于.{4,}$/u.exec(fold(title).trim())?.[1];
  return organ && isOrg(organ) && namesGenre(title) ? organ : null;
}
