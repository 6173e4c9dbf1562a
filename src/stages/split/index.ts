import type { EachStage, Note, Outcome, Part } from '../../pipeline/types.ts';
import type { FoundMeta } from '../../text/boilerplate-fields.ts';
import { bareText, similarity } from '../../text/boilerplate-fold.ts';
import { endsSentence, isSectionName, namesGenre } from '../../text/boilerplate-headlines.ts';
import { siteName } from '../../text/boilerplate-site.ts';
import { cleanTitle } from '../../text/boilerplate-titles.ts';
import { contentsAt, findListed } from './contents.ts';
import { findCounted } from './counted.ts';
import { Known } from './known.ts';
import { type Line, mergeMeta, readLines } from './lines.ts';
import { isListPage } from './list-page.ts';
import { findNumbered, type Numbered } from './numbered.ts';
import { type Article, findArticles } from './openings.ts';
import { originsOf } from './origins.ts';

interface Options {
  [key: string]: number;
  minBody: number;
}

/** A stretch of the page that one number stands over, or the whole page. */
interface Stretch {
  from: number;
  to: number;
  number: Numbered | null;
}

/** Cuts a page that holds several articles into these; a page with one stays as it is. */
export const split: EachStage<Options> = {
  kind: 'each',
  name: 'split',
  version: 11,
  summary: 'cut a page that holds several articles into these',
  defaults: { minBody: 40 },
  options: {
    minBody: { summary: 'characters of text that make an article and not a mere headline', min: 0, max: 10000 },
  },
  apply: (doc, { minBody }) => splitPage(doc.text, doc.title, minBody),
};

function splitPage(text: string, title: string | null, minBody: number): Outcome {
  const lines = readLines(text);
  if (isListPage(lines))
    return {
      parts: [],
      notes: [{ level: 'info', code: 'split/list', text: 'a list of links to other pages: no article' }],
    };
  const numbered = findNumbered(lines, title);
  const listed = numbered.length ? numbered : findListed(lines);
  const numbers = listed.length ? listed : findCounted(lines, title);
  const headline = pageHeadline(lines, numbers[0]?.line ?? 0) ?? title;
  const known = new Known();
  const notes: Note[] = [];
  const parts: Part[] = [];
  let stubs = 0;
  /** A list of links stands above the first article. */
  let above = false;
  for (const stretch of stretches(lines, numbers)) {
    const articles = findArticles(lines, stretch.from, stretch.to, known);
    for (const [k, article] of articles.entries()) {
      const part = toPart(lines, article, stretch, headline);
      const links = isLinks(lines, article) || isTeaser(lines, article, articles[k + 1]);
      if (!links && hasText(lines, article, minBody)) parts.push(part);
      else {
        stubs++;
        above ||= links && !parts.length;
        if (part.title) notes.push(stubNote(part, part.title));
      }
    }
  }
  if (!parts.length)
    return stubs > 1
      ? { notes: [{ level: 'info', code: 'split/headlines', text: `${stubs} headlines without a text` }] }
      : {};
  if (parts.length === 1 && !numbers.length && !above) return {};
  const page = pageMeta(lines, numbers[0]?.line ?? 0);
  if (page.to)
    notes.unshift({
      level: 'info',
      code: 'split/head',
      text: 'the head of the page belongs to no article',
      start: 0,
      end: lines[page.to - 1]!.end,
    });
  return {
    parts,
    ...(Object.keys(page.meta).length
      ? { meta: page.meta, origins: originsOf(lines, [0, page.to], page.meta, null) }
      : {}),
    ...(notes.length ? { notes: notes.slice(0, 100) } : {}),
  };
}

function stubNote(part: Part, title: string): Note {
  const [[start, end]] = [part.pieces[0] ?? [0, 0]];
  return { level: 'info', code: 'split/stub', text: `no text under the headline ${title.slice(0, 60)}`, start, end };
}

/** The page cut at its numbers. What stands before the first is a stretch of its own only if it holds a text. */
function stretches(lines: readonly Line[], numbers: readonly Numbered[]): Stretch[] {
  if (!numbers.length) return [{ from: 0, to: lines.length, number: null }];
  const out: Stretch[] = [];
  if (holdsText(lines, numbers[0]!)) out.push({ from: 0, to: numbers[0]!.line, number: null });
  numbers.forEach((number, k) => {
    out.push({
      from: number.glued === null ? number.line + 1 : number.line,
      to: numbers[k + 1]?.line ?? lines.length,
      number,
    });
  });
  return out;
}

/** A first article without a number (篇2 follows it) needs some text, one before 篇1 a good deal: sites lift a lead from the body. */
function holdsText(lines: readonly Line[], first: Numbered): boolean {
  // What a table of contents lists is no text.
  const until = first.family === 'contents' ? Math.min(first.line, contentsAt(lines)) : first.line;
  const body = lines.slice(0, until).filter((l) => l.body);
  const length = body.reduce((n, l) => n + l.end - l.start, 0);
  return first.n === 2 ? length >= 80 : body.length >= 3 && length >= 500;
}

/** · 某某会议召开: a link to another page. */
const LINK = /^[·•●▪■◆○>»] ?.{4,60}$/u;

/** Is there nothing but links to other pages? A site's column of news stands above the article like one of its own. */
function isLinks(lines: readonly Line[], article: Article): boolean {
  const body = lines.slice(article.from, article.to).filter((l) => l.kind === 'body');
  return body.length > 1 && body.every((l) => LINK.test(l.text) && !endsSentence(l.text));
}

/** Longest beginning of a text that a site shows above it, and how many of its last letters may be cut marks. */
const LONGEST_TEASER = 400;
const LOOSE = 3;

/** Is all of it the headline and the beginning of the article below, run together in one line? */
function isTeaser(lines: readonly Line[], article: Article, next: Article | undefined): boolean {
  if (!next?.title || article.why || article.to - article.from > 2) return false;
  if (!bareText(lines[article.from]?.text ?? '').startsWith(bareText(next.title))) return false;
  const bare = bareText(textOf(lines, article.from, article.to)).slice(0, LONGEST_TEASER);
  const below = bareText(textOf(lines, next.from, Math.min(next.to, next.from + TEASED)));
  return bare.length >= LEAST_TEASER && below.startsWith(bare.slice(0, -LOOSE));
}

const LEAST_TEASER = 30;
/** Lines of the article below that a teaser runs together. */
const TEASED = 8;
const textOf = (lines: readonly Line[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map((l) => l.text)
    .join('');

/** Cells of a table broken into lines say little each; so many of them are a text. */
const MANY_CELLS = 8;

/** Is there text in the article, more than headlines and chrome? */
function hasText(lines: readonly Line[], article: Article, minBody: number): boolean {
  const body = lines.slice(article.from, article.to).filter((l) => l.kind === 'body');
  return body.length >= MANY_CELLS || body.reduce((n, l) => n + l.end - l.start, 0) >= minBody;
}

function toPart(lines: readonly Line[], article: Article, stretch: Stretch, headline: string | null): Part {
  const { from, to } = article;
  const number = article.from === stretch.from ? stretch.number : null;
  const given = numberTitle(number, headline);
  const own = article.title !== null && (article.why || isOwn(lines, article, given)) ? article.title : null;
  const shared = number && !number.named ? given : null;
  const start = from < to ? lines[from]!.start + (number?.glued ? lines[from]!.indent + number.glued : 0) : 0;
  const metas = lines.slice(from, to).flatMap((l, k) => metaOf(l, from + k < article.head));
  const meta: FoundMeta & { altTitle?: string } = mergeMeta(metas);
  if (own ? number && given && bareText(own) !== bareText(given) : shared) meta.altTitle = given!;
  const named = own ?? (shared ? null : given) ?? (article.why ? article.title : null);
  const title = named === null ? null : cleanTitle(named);
  return {
    pieces: from < to ? [[start, lines[to - 1]!.end]] : [],
    title,
    ...(Object.keys(meta).length ? { meta } : {}),
    origins: originsOf(lines, [number && number.glued === null ? from - 1 : from, to], meta, title),
  };
}

/** A head may hold bylines and dates; below it only tails speak of the article. */
function metaOf(line: Line, head: boolean): FoundMeta[] {
  if (head && ['header', 'byline', 'date', 'number', 'dateline', 'breadcrumb'].includes(line.kind)) return [line.meta];
  if (line.kind === 'tail') return [line.meta];
  return line.tail ? [line.tail.meta] : [];
}

function numberTitle(number: Numbered | null, headline: string | null): string | null {
  if (!number) return headline;
  return number.title || headline;
}

/** Is the short line under a number the article's headline, or the first heading of its text? */
function isOwn(lines: readonly Line[], article: Article, given: string | null): boolean {
  const { title } = article;
  if (title === null) return false;
  if (!given || similarity(title, given) >= 0.3 || namesGenre(title)) return true;
  // Texts open with a paragraph, or with 一、: a line without a number above it is the headline. Wrong case: a text that opens
  // with an unnumbered heading of its first section.
  if (title.length >= 7 && !isSectionName(title)) return true;
  return lines
    .slice(article.from, article.head)
    .some((l) => ['header', 'byline', 'date', 'salutation', 'dateline', 'number'].includes(l.kind));
}

const COUNT = /[(（]?(?:精选|合集|通用|优秀|最新|共|范文)?[0-9一二三四五六七八九十]{1,3}篇(?:范文|精选|合集)?[)）]?$/u;

/** The headline above the first number, without its 7篇. */
function pageHeadline(lines: readonly Line[], before: number): string | null {
  for (let i = 0; i < Math.min(before, 12); i++) {
    const l = lines[i]!;
    if (l.kind === 'headline') return l.raw.replace(COUNT, '').trim() || l.raw;
  }
  return null;
}

/** What the head of the page says of all its articles. */
function pageMeta(lines: readonly Line[], to: number): { to: number; meta: FoundMeta } {
  const site = siteName(lines.slice(0, to));
  return {
    to,
    meta: mergeMeta([
      ...lines
        .slice(0, to)
        .filter((l) => ['header', 'breadcrumb', 'date'].includes(l.kind))
        .map((l) => l.meta),
      ...(site ? [{ publisher: site }] : []),
    ]),
  };
}
