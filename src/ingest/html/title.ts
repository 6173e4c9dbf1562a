import type { Origin } from '../../pipeline/types.ts';
import { isReport, namesGenre } from '../../text/boilerplate-headlines.ts';
import { postTitle } from '../../text/boilerplate-site.ts';
import { dateLine } from '../../text/dates.ts';
import type { Line } from './lines.ts';
import type { Told } from './meta.ts';
import { lineText, placeOf, squeeze, textsOf } from './text.ts';
import { TEXT, type Tree } from './tree.ts';

export interface Titles {
  title: string | null;
  /** The site that the window names behind the headline. */
  site: string | null;
  /** A second headline that says something else. */
  altTitle: string | null;
  /** Where the two were read; the place of a headline that is shown. */
  origins: { title?: Origin; altTitle?: Origin; publisher?: Origin };
}

/** A title that the page has, and where. */
interface Candidate {
  text: string;
  origin: Origin;
}

/** What names a site or a column. */
const SITE =
  /网|门户|政府|频道|新闻|在线|日报|晚报|时报|网站|首页|公众号|博客|论坛|文库|客户端|平台|官网|党建|中心|委员会|局$|部$|厅$|办公室$|\.(?:com|cn|net|org)/;
const SITE_END = /(?:网|网站|门户|政府|首页|频道|日报|在线|馆|局|委|厅|办|党校|学院|[中小大]学|总工会)$/;
const POWERED = /\s[-–—]\s?powered by .*$/i;
const HEADLINE_WORDS = /title|headline|biaoti|(?:^|[ _-])bt(?:$|[ _-])|标题|arti?cle?tit|tit(?:$|[ _-])/;

/** Comparable form: no spaces, no punctuation. */
const key = (s: string): string => s.replace(/[\s\p{P}\p{S}]+/gu, '');

/**
 * Cuts the names of site and column off a `<title>`: `某文件印发_某新闻网` → `某文件印发`, `某某市档案馆-某文件印发` too.
 * A dash inside a headline stays (`牢记使命-写在某日之前`): only what names a site goes, or is short and follows `_` or `|`;
 * a double one opens a subtitle (`…——记某新闻中心`) and needs a tail that is a site's name for certain.
 */
export function cutSite(title: string): string {
  let rest = squeeze(title).replace(BEFORE, '');
  for (let i = 0; i < 6; i++) {
    const separators = [...rest.matchAll(/\s?(?:[_|｜>»]+|-+|[–—]+|\s·\s)\s?/g)];
    const last = separators.at(-1);
    if (!last) break;
    const head = rest.slice(0, last.index);
    const tail = rest.slice(last.index + last[0].length);
    if (!isWhole(head) || !(isSite(tail, last[0]) || (i && isColumn(tail, last[0])))) break;
    rest = head;
  }
  const first = /^([^_|｜>»–—-]{3,16})\s?(?:[_|｜>»]+|-+|[–—])\s?(?![–—-])/.exec(rest);
  return first && SITE_END.test(first[1]!.trim()) && key(rest).length > 2 * key(first[1]!).length + 2
    ? rest.slice(first[0].length)
    : rest;
}

/** Long enough for a headline; 倡议书 and 公开信 say all with three characters. */
const isWhole = (head: string): boolean => key(head).length >= 4 || (key(head).length >= 3 && namesGenre(head));

/** What names of columns end in: they stand last where a window leaves its site out. */
const COLUMN_END =
  /(?:公告|动态|新闻|要闻|总结|报告|范文|材料|心得|工作|专题|专栏|党建|公开|正文|资料|通知|简报|信息|案例|文章|内容|详情|会议|讲话|文件|首页)$/;

/** The site that a window's title ends with (某文件印发_某某县水利局), or null. */
export function siteOf(window: string): string | null {
  const title = squeeze(window).replace(POWERED, '');
  const m = /^(.{4,}?)(?:[_|｜]|\s[-–—]\s|-{1,2})\s?([^_|｜–—\s-]{4,16})$/u.exec(title);
  const [, head, site] = m ?? [];
  if (!site || key(head!).length < 4 || COLUMN_END.test(site) || !/^[\p{Script=Han}A-Za-z0-9]+$/u.test(site))
    return null;
  return SITE_END.test(site) || /(?:[_|｜]|\s[-–—]\s)\s?$/u.test(title.slice(0, -site.length)) ? site : null;
}

/** A short name before that of a site, as far from the headline as the site is: `… - 工作动态 - 某某县水利局`. */
function isColumn(tail: string, separator: string): boolean {
  return tail.length <= 8 && /^(?:\s-\s|--)$/.test(separator);
}

function isSite(tail: string, separator: string): boolean {
  if (!tail) return true;
  if (tail.length > 30) return false;
  if (/[–—]{2}/.test(separator)) return /(?:网|网站|门户|人民政府)$/.test(tail);
  return SITE.test(tail) || (/[_|｜>»]/.test(separator) && tail.length <= 15);
}

/** Whether one says what the other says, give or take an ending. */
function agree(a: string, b: string): boolean {
  const [x, y] = [key(a), key(b)];
  return x === y || (Math.min(x.length, y.length) >= 4 && (x.includes(y) || y.includes(x)));
}

/** 某某公司-党群工作: an organ and one of its columns. */
const COLUMN = /^[^-_|]{4,20}(?:公司|集团|局|委员会|政府|[中小大]学|学院|医院|协会)\s?[-_|]\s?[^-_|]{2,6}$/u;
/** 某某政府门户网站 某政办发〔2021〕17号 某某通知: what stands before the headline. */
const BEFORE =
  /^(?:[^\s]{3,18}(?:网站|门户|网)\s+)?(?:[\p{Script=Han}]{2,8}[〔[(（](?:19|20)\d{2}[〕\])）]\d{1,4}号\s+)?(?=\S{8})/u;

const generic = (title: string): boolean =>
  key(title).length < 4 ||
  COLUMN.test(title) ||
  (/(?:网|网站|门户|首页|频道|平台|正文|内容页?|详情页?|详细信息)$/.test(title) && title.length < 25);

/** Headlines that the page shows: `<h1>`, `<h2>`, `<h3>` and blocks named so, before or at the beginning of the article. */
function shown(tree: Tree, lines: readonly Line[], main: number): Candidate[] {
  const places = new Map<number, Line>();
  const nodes = new Set<number>();
  for (const line of lines) {
    const n = line.block;
    if (main && n >= tree.end[main]!) break;
    if (line.linked * 2 > line.chars || line.chars < 4 || line.chars > 120) continue;
    if (
      /^h[1-3]$/.test(tree.tag[n]!) ||
      HEADLINE_WORDS.test(tree.mark[n]!) ||
      HEADLINE_WORDS.test(tree.mark[tree.parent[n]!]!) ||
      // <span id="lblTitle"> in a block that says nothing
      HEADLINE_WORDS.test(tree.mark[tree.node[line.first]!]!)
    ) {
      nodes.add(n);
      if (!places.has(n)) places.set(n, line);
    }
    if (nodes.size > 60) break;
  }
  const texts = textsOf(tree, nodes);
  const rank = (n: number): number => (tree.tag[n] === 'h1' ? 0 : /^h/.test(tree.tag[n]!) ? 2 : 1);
  return [...nodes]
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .map((n) => ({ text: texts.get(n) ?? '', origin: { from: `<${tree.tag[n]}>`, ...placeOf(tree, places.get(n)!) } }))
    .filter(({ text: t }) => key(t).length >= 4 && t.length <= 150);
}

/** The text of `<title>`, and where it stands. */
function windowTitle(tree: Tree): Candidate {
  const element = tree.tag.findIndex((tag, n) => tag === 'title' && tree.tag[tree.parent[n]!] !== 'svg');
  if (element < 0) return { text: '', origin: { from: '<title>' } };
  const first = tree.node.findIndex((n, e) => n === element && tree.kind[e] === TEXT);
  const place = first < 0 ? {} : { start: tree.from[first]!, end: tree.to[first]! };
  return { text: textsOf(tree, new Set([element])).get(element) ?? '', origin: { from: '<title>', ...place } };
}

/** Shortest heading that may overrule the window: those of columns are shorter. */
const HEADLINE = 8;

/**
 * The page's only `<h1>`, whatever the window says (a short name of the page, or what it is about): a heading of the site's or of a
 * column is an `<h1>` often enough, but short or named so.
 */
function onlyHeading(tree: Tree, seen: readonly Candidate[]): Candidate | null {
  const [first, second] = seen.filter(({ origin }) => origin.from === '<h1>');
  if (!first || second || tree.tag.filter((tag) => tag === 'h1').length > 1) return null;
  return key(first.text).length >= HEADLINE && !SITE_END.test(first.text) && !generic(first.text) ? first : null;
}

/** 某某县人民政府, 某某市水利局: whose site it is, and nothing of the page. */
const OWNER =
  /^[\p{Script=Han}（）()]{2,20}(?:人民政府|党委|团委|工委|委员会|[厅局办]|总工会|党校)(?:办公室|门户网站)?$/u;
/** Longest name of a column that is a window's whole title: 县长信箱, 信息公开. */
const COLUMN_NAME = 6;
/** Characters of the shortest line that is surely the article's. */
const PROSE = 40;

/** The first heading above the text, where the window names no page but a site or a column. That of a column is short. */
function overOwner(tree: Tree, lines: readonly Line[], window: string, seen: readonly Candidate[]): Candidate | null {
  if (!OWNER.test(window) && key(window).length > COLUMN_NAME) return null;
  const prose = lines.find((l) => l.chars >= PROSE && l.linked * 2 <= l.chars);
  const until = prose ? (placeOf(tree, prose).start ?? 0) : 0;
  return (
    seen.find(
      ({ text, origin: { start = until } }) =>
        start < until && key(text).length >= HEADLINE && !SITE_END.test(text) && !generic(text) && !OWNER.test(text),
    ) ?? null
  );
}

/** Where a window parts its steps. */
const STEPS = /\s*(?:[_|｜>»]|[-–—]+|\s·\s)\s*/u;
/** Shortest headline that a step of the window proves. */
const STEP = 6;

/**
 * A line of the page that is the last or the first step of the window's title (某某集团-党建-某某): its headline, however it is
 * marked up. The steps between are columns.
 */
function stepShown(tree: Tree, lines: readonly Line[], main: number, window: string): Candidate | null {
  const steps = window.length <= 200 ? window.split(STEPS).filter(Boolean) : [];
  if (steps.length < 2) return null;
  const ends = new Set<string>();
  for (let n = 1; n < steps.length; n++)
    for (const end of [steps.slice(-n), steps.slice(0, n)]) ends.add(key(end.join('')));
  for (const line of lines) {
    if (main && line.block >= tree.end[main]!) break;
    if (line.linked * 2 > line.chars || line.chars < STEP || line.chars > 120) continue;
    const text = lineText(tree, line).trim();
    if (key(text).length >= STEP && ends.has(key(text)) && !SITE_END.test(text) && !generic(text))
      return { text, origin: { from: `<${tree.tag[line.block]}>`, ...placeOf(tree, line) } };
  }
  return null;
}

/** The headline with its subtitle, where the page shows that as a heading of its own and the window has both (某某——某某纪实). */
function withSubtitle(shown: string, head: readonly Candidate[], seen: readonly Candidate[]): string {
  const whole = head.find(({ text }) => text.startsWith(shown) && /^\s*[—–-]{2}/.test(text.slice(shown.length)));
  const rest = key(whole?.text.slice(shown.length) ?? '');
  return whole && rest.length >= 4 && seen.some(({ text }) => key(text) === rest) ? whole.text : shown;
}

/** The subtitle of a report that the page shows as the next heading below its headline, or in a block named so. */
function reportBelow(title: Candidate, seen: readonly Candidate[]): string | null {
  const next = nextBelow(title, seen)?.text;
  return next && isReport(next) && !key(title.text).endsWith(key(next)) ? next : null;
}

/** Farther below, in characters of the page with its markup, stand headings of the text. */
const BELOW = 500;

/** The next heading below the headline that says something else. */
function nextBelow(title: Candidate, seen: readonly Candidate[]): Candidate | undefined {
  const at = title.origin.start ?? Number.POSITIVE_INFINITY;
  const until = (title.origin.end ?? at) + BELOW;
  const near = ({ origin: { start = 0 } }: Candidate): boolean => start > at && start <= until;
  const below = seen.filter(near).sort((a, b) => a.origin.start! - b.origin.start!);
  return below.find(({ text }) => key(text) !== key(title.text));
}

/**
 * ——2021年1月28日在某某大会上, the next heading below 政府工作报告, which alone tells whose report it is: it goes with the chrome, so
 * it is kept here.
 */
function occasionBelow(title: Candidate, seen: readonly Candidate[]): Candidate | undefined {
  if (!/政府工作的?报告$/u.test(title.text)) return undefined;
  const next = nextBelow(title, seen);
  const said = next && /^[-—–]{1,2}\s?(.{8,20}日\s?在.{4,44}上)$/u.exec(next.text.trim())?.[1];
  return said && dateLine(said) ? next : undefined;
}

/** The page's headline: what it shows, where that agrees with what its head says; else one of them, the other kept. */
export function findTitle(tree: Tree, lines: readonly Line[], main: number, told: Told<string> | null): Titles {
  const raw = windowTitle(tree);
  const named: Candidate[] = told ? [{ text: cutSite(told.value), origin: { from: told.from } }] : [];
  const head = [...named, { ...raw, text: cutSite(raw.text) }].filter(({ text: t }) => t && !generic(t));
  const seen = shown(tree, lines, main);
  const both =
    seen.find(({ text: t }) => head.some((h) => agree(t, h.text)) || (raw.text && key(raw.text).startsWith(key(t)))) ??
    stepShown(tree, lines, main, raw.text);
  const window = { ...raw, text: COLUMN.test(raw.text) ? '' : cutSite(raw.text) };
  const above = told ? null : (onlyHeading(tree, seen) ?? overOwner(tree, lines, squeeze(raw.text), seen));
  const title = both ?? above ?? head[0] ?? seen[0] ?? window;
  const site = siteOf(raw.text) ?? (title === above && OWNER.test(squeeze(raw.text)) ? squeeze(raw.text) : null);
  if (title === both) both.text = withSubtitle(both.text, head, seen);
  if (!title.text) return { title: null, site, altTitle: null, origins: {} };
  const below = title === both || title.origin.from === '<h1>' ? reportBelow(title, seen) : null;
  if (below) title.text = `${title.text} ${below}`;
  const other =
    head.find(({ text: t }) => !agree(t, title.text) && !generic(t) && t !== site) ??
    (title === both || title.origin.from === '<h1>' ? occasionBelow(title, seen) : undefined);
  const asShown = title === both || title === above || title.origin.from === '<h1>';
  return {
    title: postTitle(asShown ? title.text : cutSite(title.text), raw.text),
    site,
    altTitle: other?.text ?? null,
    origins: { title: title.origin, ...(other && { altTitle: other.origin }), ...(site && { publisher: raw.origin }) },
  };
}
