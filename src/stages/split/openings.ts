import { parseDateline } from '../../text/boilerplate-bylines.ts';
import { isRule } from '../../text/boilerplate-chrome.ts';
import { gluedFarmLead } from '../../text/boilerplate-farm.ts';
import { bareText } from '../../text/boilerplate-fold.ts';
import { isSectionName, isSubtitle, namesGenre } from '../../text/boilerplate-headlines.ts';
import { isPosted } from '../../text/boilerplate-stamps.ts';
import { cleanTitle, hasColumn } from '../../text/boilerplate-titles.ts';
import type { Known } from './known.ts';
import { asWritten, type Line } from './lines.ts';

/** An article on the page: the lines `[from, to)`. */
export interface Article {
  from: number;
  to: number;
  /** Its own headline as its head gives it; null where it has none. */
  title: string | null;
  /** Lines `[from, head)` are its head. */
  head: number;
  /** What spoke for a new article here; '' for the first of a stretch. */
  why: string;
}

/** 全文阅读 ends an item of a list of excerpts. */
const MORE = /^(?:全文阅读|阅读全文|查看全文|查看详情)/u;
const HEAD = new Set<Line['kind']>([
  'headline',
  'header',
  'byline',
  'date',
  'number',
  'salutation',
  'breadcrumb',
  'chrome',
  'dateline',
]);
const TAIL = new Set<Line['kind']>([
  'tail',
  'footer',
  'copyright',
  'related',
  'share',
  'contact',
  'owner',
  'farm-tail',
]);
/** Points that make an opening: one sure sign (a header line, a byline with a name), or two or three weak ones. */
const ENOUGH = 3;

interface Block {
  /** First line that belongs to the new article. */
  start: number;
  /** First line after the head. */
  end: number;
  titles: string[];
  lines: Line[];
  /** Lines before `start` that sign or date the article before. */
  signed: boolean;
}

/** The run of head lines from `i`, and the headline it holds. */
function blockAt(lines: readonly Line[], i: number, to: number): Block {
  let end = i;
  while (end < to && (HEAD.has(lines[end]!.kind) || underHeadline(lines, end))) end++;
  let start = i;
  // An organ's name and a date without a headline above them sign the article before.
  while (start < end && ['byline', 'date', 'salutation', 'dateline'].includes(lines[start]!.kind)) start++;
  const run = lines.slice(start, end);
  const heads = run
    .map((l, k) => ({ k, title: l.kind === 'headline' ? l.raw : l.kind === 'header' ? headlineOf(l) : '' }))
    .filter((h) => h.title);
  // A list of links above a headline is not part of it.
  const close = heads.filter((h, x) => x >= heads.length - 3 || h.k === 0 || run[h.k]!.kind === 'header');
  const titles: string[] = [];
  for (const { title } of close.length > 3 ? close.slice(-1) : close)
    if (!titles.some((t) => bareText(cleanTitle(t)) === bareText(cleanTitle(title)))) titles.push(title);
  return { start, end, titles, lines: run, signed: start > i };
}

/** ——某某市乡镇干部队伍建设调研, 作者:张三 2021-03-09: a subtitle or who wrote, right below the headline. */
const underHeadline = (lines: readonly Line[], i: number): boolean =>
  lines[i - 1]?.kind === 'headline' && (isSubtitle(lines[i]!.text) || isAuthored(lines[i]!));

/** A line that labels its author looks like a tail wherever it stands. */
const isAuthored = (l: Line): boolean => l.kind === 'tail' && l.meta.author !== undefined;

/** The headline before the fields of a header line: 某某责任状 发布日期:… */
function headlineOf(l: Line): string {
  const { prefix } = l;
  return prefix.length >= 5 && prefix.length <= 64 && !/[。;:]/.test(prefix) ? asWritten(l, prefix) : '';
}

interface State {
  from: number;
  title: string | null;
  head: number;
  why: string;
  /** Seen of the current article. */
  body: number;
  /** Highest 一、 二、 and last number by style. */
  top: number;
  last: Map<string, number>;
  /** Unnumbered headings inside it. */
  headings: number;
  quoted: Set<string>;
  /** How sure it is that it has ended: 3 (完), 责任编辑; 1.5 来源. */
  ended: number;
  annex: boolean;
}

const fresh = (from: number, why: string): State => ({
  from,
  title: null,
  head: from,
  why,
  body: 0,
  top: 0,
  last: new Map(),
  headings: 0,
  quoted: new Set(),
  ended: 0,
  annex: false,
});

/** Finds the articles of the lines `[from, to)`; the first one begins at `from`. What it learns goes into `known`. */
export function findArticles(lines: readonly Line[], from: number, to: number, known: Known): Article[] {
  const articles: Article[] = [];
  let now = fresh(from, '');
  const close = (end: number): void => {
    articles.push({ from: now.from, to: end, title: now.title, head: now.head, why: now.why });
    known.first(paragraphs(lines, now.head, end));
  };
  const open = (start: number, why: string): void => {
    close(start);
    now = fresh(start, why);
  };
  for (let i = from; i < to; ) {
    const line = lines[i]!;
    if (now.body && line.kind === 'chrome' && MORE.test(line.text)) {
      now.ended = 3;
      i++;
      continue;
    }
    if (HEAD.has(line.kind)) {
      const block = blockAt(lines, i, to);
      const why = now.body ? judge(lines, block, to, now, known) : null;
      if (why) open(block.start, why);
      if (!now.body) {
        now.head = block.end;
        if (block.titles.length && (now.title === null || isCollection(now.title, block))) {
          now.title = ownTitles(block).join(' ');
          known.title(now.title);
          for (const t of block.titles) if (t.length >= 10) known.title(t);
        }
      } else if (block.titles.length) now.headings++;
      if (now.body && block.signed && block.start === block.end) now.ended = Math.max(now.ended, 1);
      i = block.end;
      continue;
    }
    if (now.body) {
      const glued = line.kind === 'body' ? known.glued(line.text) : null;
      if (glued) {
        open(i, 'known headline at the start of a paragraph');
        now.title = asWritten(line, glued);
      } else if (line.body && now.body > 1 && known.hasFirst(paragraphs(lines, i, to)))
        open(i, 'first paragraphs of an earlier article');
    }
    observe(now, line);
    i++;
    if (now.body === 2) known.first(paragraphs(lines, now.head, i));
  }
  close(to);
  return articles;
}

/** 某某材料汇编, above the first of its articles with a headline and a byline of its own: the name of the whole. */
const isCollection = (title: string, block: Block): boolean =>
  /(?:汇编|选编|合集|集锦|文集|文选|汇总|大全)(?:[(（].{1,12}[)）])?$/u.test(title) &&
  block.lines.some((l) => l.kind === 'byline' || l.kind === 'date');

/** The headline's lines without the collection's name above them. */
const ownTitles = (block: Block): string[] => {
  const [first, ...rest] = block.titles;
  return first && rest.length && isCollection(first, block) ? rest : block.titles;
};

/** The first two paragraphs of body from a line on. */
function paragraphs(lines: readonly Line[], from: number, to: number): string[] {
  const out: string[] = [];
  for (let i = from; i < Math.min(to, from + 8) && out.length < 2; i++)
    if (lines[i]!.kind === 'body') out.push(lines[i]!.text);
  return out;
}

function observe(now: State, line: Line): void {
  if (TAIL.has(line.kind)) {
    now.ended = Math.max(
      now.ended,
      line.kind !== 'tail' ? 1.5 : line.meta.editor || /完|责任?编/u.test(line.text) ? 3 : 1.5,
    );
    return;
  }
  if (line.kind !== 'body') return;
  now.body++;
  now.ended = line.tail ? (line.tail.rule === 'tail' && /完|编辑|责编/u.test(line.text.slice(-80)) ? 3 : 1.5) : 0;
  now.annex = /^(?:附件?|附录|附表)\s?[\d一二三四五六七八九十]{0,3}\s?(?:[: ]|$)/u.test(line.text);
  if (/^(?:附件|附:)/u.test(line.text) || line.text.includes('《'))
    for (const m of line.text.slice(0, 2000).matchAll(/《([^《》]{4,60})》/gu)) now.quoted.add(bareText(m[1]!));
  if (/^附件?.{0,3}[:]/u.test(line.text))
    now.quoted.add(bareText(line.text.replace(/^附件?.{0,3}?[:]\s?(?:\d{1,2}[.、])?/u, '')));
  if (!line.outline) return;
  if (line.outline.style === 'hanzi') now.top = Math.max(now.top, line.outline.value);
  now.last.set(line.outline.style, line.outline.value);
}

/** A line drawn between two texts; between two parts of one (* * *) stands no headline, or a short one. */
function signRule(
  sign: (points: number, why: string, holds: boolean) => void,
  rule: Line,
  title: string,
  next: Line,
): void {
  sign(rule.text.startsWith('=') ? 2.5 : 2, 'line between', true);
  sign(0.5, 'long headline', bareText(title).length >= 8);
  sign(0.5, 'introduction', !next.outline && next.text.length >= 60);
  sign(1, 'genre', namesGenre(title));
}

/** Does an article begin with this head? The reasons, or null. */
function judge(lines: readonly Line[], block: Block, to: number, now: State, known: Known): string | null {
  const { titles, lines: run, end } = block;
  if (!titles.length || end >= to || !lines[end] || TAIL.has(lines[end].kind)) return null;
  const next = lines[end];
  if (next.kind !== 'body' && next.kind !== 'farm-lead') return null;
  const title = titles.join(' ');
  const bare = bareText(title);
  if (now.annex || [...titles, title].some((t) => now.quoted.has(bareText(t))) || titles.some(isSectionName))
    return null;
  // 关于印发某某办法的通知, then 某某办法: what a document issues belongs to it.
  if (
    now.title &&
    /印发|转发|发布|公布|通知|批转/u.test(now.title) &&
    bare.length >= 5 &&
    bareText(now.title).includes(bare)
  )
    return null;
  const number = firstNumber(lines, end, to);
  const goesOn = number !== null && number.value > 1 && now.last.get(number.style) === number.value - 1;
  const signs: [number, string][] = [];
  const sign = (points: number, why: string, holds: boolean): void => void (holds && signs.push([points, why]));
  const kinds = new Set(run.map((l) => l.kind));
  const heads = run.filter((l) => l.kind === 'headline' || (l.kind === 'header' && headlineOf(l)));
  sign(
    3,
    'header line',
    // A reply to the post above is no article.
    run.some((l) => (l.kind === 'header' && !isPosted(l.text)) || isAuthored(l)),
  );
  sign(3, 'breadcrumb', kinds.has('breadcrumb'));
  const rule =
    run.find((l) => isRule(l.text)) ??
    (isRule(lines[block.start - 1]?.text ?? '') ? lines[block.start - 1] : undefined);
  const bylines = run.filter((l) => l.kind === 'byline');
  // More than two are a list of winners.
  const by = bylines.length <= 2 ? bylines[0] : undefined;
  // An organ with its writer, or a reporter, weighs up a short headline.
  const named = by?.form === 'full' && next.body && (by.meta.org ? by.meta.author : /记者|通讯员/u.test(by.text));
  sign(by?.form !== 'full' ? 2 : named ? 4 : 3, 'byline', by !== undefined);
  sign(2, 'date', kinds.has('date'));
  sign(
    1,
    'subtitle',
    run.some((l) => l.kind === 'body'),
  );
  sign(2, 'salutation', kinds.has('salutation'));
  sign(
    1,
    'column',
    run.some((l) => l.kind === 'headline' && hasColumn(l.text)),
  );
  if (rule) signRule(sign, rule, title, next);
  sign(2, 'document number', kinds.has('number'));
  sign(3, 'dateline', kinds.has('dateline') || parseDateline(next.text) !== null);
  sign(3, 'lead', next.kind === 'farm-lead' || gluedFarmLead(next.text) !== null);
  sign(3, 'headline twice', heads.length > titles.length);
  sign(
    3,
    'known headline',
    !goesOn && (known.hasTitle(title) || titles.some((t) => t.length >= 10 && known.hasTitle(t))),
  );
  sign(3, 'copy', known.hasFirst(paragraphs(lines, end, to)));
  sign(now.ended, 'tail before', now.ended > 0);
  sign(1, 'signature before', block.signed);
  // 三、活动安排, a table whose rows look like bylines and dates, 四、工作要求.
  sign(-ENOUGH, 'numbering goes on', goesOn && number?.style === 'hanzi');
  const restart = number?.style === 'hanzi' && number.value === 1 && now.top >= 2;
  if (restart) {
    sign(1.5, 'numbering begins anew', true);
    sign(0.5, 'closing words before', /[!]["”]?$/.test(lines[block.start - 1]?.text ?? ''));
    sign(0.5, 'headline in two lines', titles.length > 1);
    sign(0.5, 'long headline', bare.length >= 12);
    sign(0.5, 'introduction', !next.outline && next.text.length >= 60);
    sign(1, 'genre', namesGenre(titles.at(-1)!));
    // Unnumbered sections that number their items anew each: 存在的问题 一、二、 … 对策建议 一、二、
    sign(-2, 'sections', now.headings > 0);
    sign(
      -1.5,
      'section name',
      /(?:问题|原因|措施|对策|建议|做法|成效|情况|经验|启示|任务|要求|目标|原则|意义)$/u.test(bare),
    );
  }
  if (bare.length < 6) sign(-1, 'short', true);
  const points = signs.reduce((sum, [p]) => sum + p, 0);
  return points >= ENOUGH ? signs.map(([, why]) => why).join(', ') : null;
}

/** The first 一、 (一) 1. of the next lines: where the numbering of what follows stands. */
function firstNumber(lines: readonly Line[], from: number, to: number): Line['outline'] {
  for (let i = from; i < Math.min(to, from + 8); i++) {
    const o = lines[i]!.outline;
    if (o && (o.style === 'hanzi' || o.style === 'hanzi-paren' || o.style === 'arabic')) return o;
  }
  return null;
}
