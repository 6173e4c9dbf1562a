import { datelineMeta, type LineKind } from '../../text/boilerplate.ts';
import { parseDateline } from '../../text/boilerplate-bylines.ts';
import { gluedFarmLead, isOffer } from '../../text/boilerplate-farm.ts';
import { markFields } from '../../text/boilerplate-fieldish.ts';
import type { FoundMeta } from '../../text/boilerplate-fields.ts';
import { bareText, fold, similarity } from '../../text/boilerplate-fold.ts';
import { markHeadings } from '../../text/boilerplate-headings.ts';
import { isAbout, isReport, isSectionName, isSubtitle, namesGenre } from '../../text/boilerplate-headlines.ts';
import { isShortTitle } from '../../text/boilerplate-short.ts';
import { issuer, siteBehind, siteName } from '../../text/boilerplate-site.ts';
import { documentNumber } from '../../text/boilerplate-stamps.ts';
import { cleanTitle } from '../../text/boilerplate-titles.ts';
import { lineMarker } from '../../text/markers.ts';
import { findContents } from './contents.ts';
import { type Line, stays } from './cuts.ts';
import { isEditorNote, isKeywords } from './head-lines.ts';
import { FIELD_LIKE, type HeadZone, headZone, isScrap } from './head-zone.ts';
import { occasionDay } from './signature.ts';
import { isCertain, subtitled } from './subtitle.ts';
import { FILE_NAME, readGiven, readWindowLine } from './window.ts';

interface Head {
  meta: FoundMeta & { altTitle?: string };
  title: string | null;
  /** Index of the first line that stays. */
  body: number;
  /** Is the date found so far the one that a page shows above its headline with the day of the week? */
  today: boolean;
}

/** Chrome and tails met above the text belong to the page. */
const ABOVE: Partial<Record<LineKind, string>> = {
  breadcrumb: 'breadcrumb',
  header: 'header',
  chrome: 'chrome',
  date: 'date',
  number: 'number',
  dateline: 'dateline',
  'farm-lead': 'farm-lead',
  'farm-tail': 'farm-lead',
  spam: 'spam',
  footer: 'chrome',
  share: 'chrome',
  related: 'chrome',
  tail: 'header',
  copyright: 'copyright',
};
/** What stands under a headline and above a text bears out that it is one. */
const BEARS_OUT = new Set<LineKind>(['header', 'date', 'byline', 'number', 'dateline', 'salutation', 'tail']);
/** 标题:某某: as forms of letters and answers write it. */
const TITLE_LABEL = /^(?:标 ?题|题 ?目)[:：]\s*(?=\S{4})/u;
/** Lines that a head can have. Wrong case: a page with more menus than that keeps the rest of them. */
const REACH = 80;

/** Marks what stands above the text: breadcrumbs, the headline, header lines, bylines, leads. Stops at the first line of text. */
export function stripHead(lines: readonly Line[], window: string | null): Head {
  const line = window === null ? readWindowLine(lines) : null;
  const { title: given, meta } = line ?? readGiven(window);
  if (line) {
    // What stands above it says when the page was printed.
    for (const l of lines.slice(0, lines.indexOf(line.line))) if (l.kind !== 'blank') l.rule = 'chrome';
    line.line.rule = 'headline';
  }
  const head: Head = { meta: {}, title: given, body: 0, today: false };
  markFields(lines);
  markHeadings(lines);
  for (const l of lines) if (l.row) l.kind = 'body';
  const site = siteName(lines);
  const zone = headZone(lines, given);
  for (const l of findContents(lines)) l.rule = 'contents';
  let headline = false;
  let i = 0;
  for (; i < Math.min(lines.length, REACH); i++) {
    const line = lines[i]!;
    if (line.kind === 'blank' || line.rule) continue;
    if (isChromeHere(line, i, zone) && !isIssuer(lines, i)) {
      // Words of a menu may look like names (文档, 下载中心): above the headline nobody signs.
      if (line.kind === 'byline' || !above(lines, i, headline, head)) line.rule = 'chrome';
      continue;
    }
    const n = headlineAt(lines, i, head.title, headline);
    if (n) {
      takeHeadline(lines, i, n, head);
      headline = true;
      i = lastOf(lines, i, n);
      continue;
    }
    if (above(lines, i, headline, head) || between(lines, i, head)) {
      if (line.kind === 'header' && line.prefix) headline = true;
    } else if (i < zone.until && isScrap(line)) line.rule = 'chrome';
    else break;
  }
  head.body = i;
  for (const [k, v] of Object.entries(meta)) (head.meta as Record<string, unknown>)[k] ??= v;
  // The plate is one only where it is cut away.
  if (site && lines[lines.findIndex((l) => l.text.includes(site))]?.rule) head.meta.publisher ??= site;
  head.title = head.title === null ? null : cleanTitle(head.title.replace(FILE_NAME, '').replace(TITLE_LABEL, ''));
  // …的通知(某办发〔2017〕2号)
  const number = head.title
    ? /([\p{Script=Han}]{2,10}[〔[(（]?(?:19|20)\d{2}[〕\])）]\d{1,5}号)/u.exec(head.title)?.[1]
    : undefined;
  if (number) head.meta.number ??= documentNumber(number) ?? number;
  const organ = head.title ? issuer(head.title) : null;
  if (organ) head.meta.org ??= organ;
  if (lines[i]) glued(lines[i]!, head);
  return head;
}

/** Above the headline, and none: the site's name, its columns, its owner. */
function isChromeHere(line: Line, i: number, { title, until, firm }: HeadZone): boolean {
  return i < title && i < until && (firm || isScrap(line));
}

/**
 * A farm speaks of the text by its headline and of what it did: …网友投稿的《某某总结》…,希望大家喜欢. An abstract that
 * follows its headline on the line (某某的思考 本文…,供同行参考) begins with it.
 */
function speaksOf({ text }: Line, title: string | null): boolean {
  const bare = bareText(title ?? '').replace(/[0-9一二三四五六七八九十]{1,3}篇.{0,4}$/u, '');
  const at = bare.length < 6 || text.length > 420 ? -1 : bareText(text).indexOf(bare);
  return (
    at > 0 &&
    /收集|整理|搜集|精选|分享|投稿|带来|范文/u.test(text) &&
    /参[考阅]|借鉴|喜欢|帮助|欢迎|启[发示]|收藏/u.test(text)
  );
}

/** How many lines from `i` are the headline: 0 for none. */
function headlineAt(lines: readonly Line[], i: number, title: string | null, seen: boolean): number {
  const run = [i];
  for (let k = i + 1; k < lines.length && run.length < 3; k++) if (lines[k]!.kind !== 'blank') run.push(k);
  if (title) {
    // The known headline, in one line or broken into up to three.
    let joined = '';
    const bare = bareText(title);
    for (let n = 0; n < run.length; n++) {
      joined += bareText(lines[run[n]!]!.text);
      // The subtitle of a report goes with its headline.
      if (joined === bare && bare) return n + (isReport(lines[run[n + 1]!]?.text ?? '') ? 2 : 1);
      // 某某_某某网: the window's title with the site behind it.
      if (n === 0 && joined.length >= 8 && bare.startsWith(joined) && /[-_|—]/.test(title)) return 1;
      if (!bare.startsWith(joined)) break;
    }
  }
  const line = lines[i]!;
  const below = lines[run[1]!];
  // ——记某某县, ——2021年1月28日在某某大会上: a subtitle, be there fields between it and its headline, or its headline in the markup only.
  const borneOut = isCertain(line.text, below) || (below && BEARS_OUT.has(below.kind));
  if (isSubtitle(line.text) && (seen || (title !== null && i === firstOf(lines) && borneOut))) return 1;
  // 某某县政府办公室, below it 关于…的通知: a document's headline begins with its organ.
  if (title === null && !seen && isIssuer(lines, i)) return 2;
  // 某某总结.docx over its fields.
  if (
    line.kind === 'related' &&
    title === null &&
    !seen &&
    FILE_NAME.test(line.text) &&
    !/下载|附件|[:：]/u.test(line.text)
  )
    return 1;
  if (title === null && !seen && isShortTitle(lines, i, i === firstOf(lines)))
    return below && isSubtitle(below.text) ? 2 : 1;
  if (title === null && !seen && overFields(lines, i, below)) return 1;
  if (line.kind !== 'headline' || isSectionName(line.text)) return 0;
  const next = lines[run[1]!]?.kind;
  const borne = next !== undefined && (BEARS_OUT.has(next) || occasionDay(lines[run[1]!]!.text) !== null);
  if (title && isLed(lines, i) && SPECIMENS.test(title) && namesGenre(line.text)) return 1;
  if (title)
    return similarity(title, line.text) >= 0.75 || (borne && !seen) || (seen && beforeDateline(lines, i)) ? 1 : 0;
  if (next === undefined) return 0;
  // A second line of headline, or a subtitle: only where what follows it bears it out.
  const second = lines[run[1]!]!;
  if (isSubtitle(second.text)) return 2;
  // The same twice, as the window and the page have it.
  if (bareText(second.text) === bareText(line.text)) return run[2] && isSubtitle(lines[run[2]]!.text) ? 3 : 2;
  if (
    second.kind === 'headline' &&
    run[2] !== undefined &&
    BEARS_OUT.has(lines[run[2]]!.kind) &&
    !isSectionName(second.text)
  )
    return 2;
  return bareText(line.text).length >= 7 || borne ? 1 : 0;
}

/** (某某辞职报告)村支书辞职报告? first of all, its day and reads below: a headline by its place. */
const overFields = (lines: readonly Line[], i: number, below: Line | undefined): boolean =>
  i === firstOf(lines) &&
  lines[i]!.kind === 'body' &&
  below?.kind === 'header' &&
  below.prefix === '' &&
  below.meta.published !== undefined &&
  /^[^。;；]{6,64}[^。;；,，:：]$/u.test(lines[i]!.text);

/** 某某总结范文精选: what a farm calls a page of somebody's text. */
const SPECIMENS = /(?:范文|模板|范本|精选|大全|集锦|合集|汇总|\d篇)[)）]?$/u;

/** Does a line stand right below the farm's lead? */
const isLed = (lines: readonly Line[], i: number): boolean =>
  lines.slice(0, i).findLast((l) => l.kind !== 'blank')?.rule === 'farm-lead';

/** An organ on a line of its own, its 关于…的通知 below. */
function isIssuer(lines: readonly Line[], i: number): boolean {
  const { kind, form } = lines[i]!;
  const below = lines.slice(i + 1, i + 3).find((l) => l.kind !== 'blank');
  return kind === 'byline' && form === 'org' && below?.kind === 'headline' && isAbout(below.text);
}

const firstOf = (lines: readonly Line[]): number => lines.findIndex((l) => l.kind !== 'blank' && l.rule === null);

/** Agencies put a headline into several lines; the dateline below them tells that the text begins only there. */
function beforeDateline(lines: readonly Line[], i: number): boolean {
  const next = lines.slice(i, i + 6).find((l) => l.kind !== 'blank' && l.kind !== 'headline');
  return (
    next !== undefined && (next.kind === 'dateline' || (next.kind === 'body' && parseDateline(next.text) !== null))
  );
}

/** Index of the last of `n` lines from `i`, blank ones not counted. */
function lastOf(lines: readonly Line[], i: number, n: number): number {
  let left = n;
  let k = i;
  for (; k < lines.length; k++) if (lines[k]!.kind !== 'blank' && --left === 0) break;
  return k;
}

function takeHeadline(lines: readonly Line[], i: number, n: number, head: Head): void {
  const last = lastOf(lines, i, n);
  const taken = lines.slice(i, last + 1).filter((l) => l.kind !== 'blank');
  const glue = taken[0]?.kind === 'byline' ? '' : ' ';
  // A headline that stands there twice is told once.
  const shown = taken.filter(
    (l, k) =>
      !isOccasion(l.text) && !(k && [taken[0]!, taken[k - 1]!].some((t) => bareText(t.text) === bareText(l.text))),
  );
  const title = shown.map((l) => l.text).join(glue);
  for (const l of taken) l.rule = 'headline';
  if (taken[0]?.kind === 'byline' && taken[0].meta.org) head.meta.org ??= taken[0].meta.org;
  const site = title ? siteBehind(head.title ?? '', title) : null;
  if (site) head.meta.publisher ??= site;
  if (!title || bareText(cleanTitle(title)) === bareText(cleanTitle(head.title ?? ''))) return;
  const whole = head.title === null ? null : subtitled(head.title, title);
  if (whole !== null) head.title = whole;
  else if (head.title === null || site || isSubtitled(title, head.title)) head.title = title;
  else {
    // A document's own headline, signed right below, rather than what the page is called.
    const signed = lines.slice(last + 1, last + 3).find((l) => l.kind !== 'blank')?.kind === 'byline';
    const own =
      (signed && !headTaken(lines, i) && namesGenre(title) && !namesGenre(head.title) && !isSubtitle(title)) ||
      (isLed(lines, i) && SPECIMENS.test(head.title) && namesGenre(title));
    if (!head.meta.altTitle) head.meta.altTitle = own ? head.title : title;
    if (own) head.title = title;
  }
}

/** Is it the known headline with a subtitle behind it? */
const isSubtitled = (title: string, known: string): boolean =>
  title.startsWith(known) && isReport(title.slice(known.length));

/** ——2021年1月28日在某某大会上: when and where it was said, no part of what it is called. */
const isOccasion = (line: string): boolean => occasionDay(line) !== null;

/** Did a headline stand above this line? */
const headTaken = (lines: readonly Line[], i: number): boolean => lines.slice(0, i).some((l) => l.rule === 'headline');

/** Marks a line above the text; false where the text begins. */
function above(lines: readonly Line[], i: number, headline: boolean, head: Head): boolean {
  const line = lines[i]!;
  if (line.kind === 'byline') {
    if (!bylineFits(lines, i, headline || (head.title !== null && i === firstOf(lines)))) return false;
    line.rule = 'byline';
    // The line of names has all that the page's own fields have of them.
    const { author } = line.meta;
    if (author && head.meta.author?.every((n) => author.includes(n))) head.meta.author = author;
  } else if (line.kind === 'body' && isEditorNote(lines, i)) {
    line.rule = 'editor-note';
  } else if (isKeywords(lines, i)) {
    line.rule = 'chrome';
  } else if (
    line.kind === 'body' &&
    gluedFarmLead(line.text) === null &&
    (speaksOf(line, head.title) || isOffer(line.text))
  ) {
    line.rule = 'farm-lead';
  } else {
    const rule = ABOVE[line.kind];
    if (!rule || (line.kind === 'date' && !headline && i > 0 && lines[i - 1]!.rule === null)) return false;
    // A header's prefix is the headline, or a name; a sentence there would be text.
    if (line.kind === 'header' && line.prefix) takePrefix(line, head);
    line.rule = rule;
  }
  // 2023年03月29日 星期三 at the top is the reader's day: what a label says of the text goes before it.
  if (line.kind === 'header' && line.meta.published && head.today) head.meta.published = line.meta.published;
  if (line.kind === 'date') head.today ||= !headline && !head.meta.published && /星期/u.test(line.text);
  else if (line.meta.published) head.today = false;
  for (const [k, v] of Object.entries(line.meta)) (head.meta as Record<string, unknown>)[k] ??= v;
  return true;
}

function takePrefix(line: Line, head: Head): void {
  const at = fold(line.text).indexOf(line.prefix);
  const prefix = line.text.slice(at, at + line.prefix.length);
  if (prefix.length < 5 || !/\p{Script=Han}{3}/u.test(prefix)) return;
  if (head.title === null) head.title = prefix;
  else if (!FIELD_LIKE.test(fold(prefix)) && bareText(prefix) !== bareText(head.title)) head.meta.altTitle ??= prefix;
}

/** 下载到本地,更方便阅读: a scrap between two lines of chrome is chrome. A paragraph or a salutation never is. */
function between(lines: readonly Line[], i: number, head: Head): boolean {
  const line = lines[i]!;
  const before = lines.slice(0, i).findLast((l) => l.kind !== 'blank');
  // 浏览次数: with its number, and 次, on lines of their own.
  if (before?.rule && /^(?:\d[\d,]{0,9} ?次?|次|人)$/.test(line.text)) {
    if (/^(?:浏览|阅读|点击|访问)/u.test(before.text) && head.meta.views === undefined)
      head.meta.views = Number.parseInt(line.text.replaceAll(',', ''), 10);
    line.rule = 'header';
    return true;
  }
  // 收录于合集, below it #某某 and 12个.
  if (before?.rule && /^收录于|^#/u.test(before.text) && /^#[^\s#]{2,12}$|^\d{1,4} ?个$/u.test(line.text)) {
    line.rule = 'chrome';
    return true;
  }
  const below = lines.slice(i + 1, i + 4).find((l) => l.kind !== 'blank');
  const next = below?.kind;
  const led = next === 'farm-lead' || (below !== undefined && next === 'body' && isOffer(below.text));
  const inside = led || next === 'chrome' || next === 'header' || next === 'copyright' || next === 'breadcrumb';
  const scrap =
    (line.kind === 'body' || (line.kind === 'headline' && next !== 'header')) &&
    line.text.length <= 20 &&
    !/[。!！?？;；:：]$/u.test(line.text);
  // 时间: with nothing behind it.
  const bare = inside && /^(?:时间|日期|来源|作者) ?[:：]$/u.test(line.text);
  if (!inside || !(scrap || bare) || !before?.rule || lineMarker(line.text, 0)) return false;
  line.rule = 'chrome';
  return true;
}

/** Names or an organ are a byline under the headline, or beside other lines of a head; alone above a text they may open it. */
function bylineFits(lines: readonly Line[], i: number, headline: boolean): boolean {
  const line = lines[i]!;
  const next = lines.slice(i + 1, i + 4).find((l) => l.kind !== 'blank');
  if (!next) return false;
  if (line.form === 'full') return true;
  const before = lines.slice(Math.max(0, i - 3), i).some((l) => l.rule !== null);
  // Journals: □ 张三; 张三 above the abstract; 张三,李四 above (某某大学 某某学院,某省某市 730000).
  const abstract = /^[[【〔(]?摘 ?[?？]? ?要/u.test(next.text);
  const seated = next.kind === 'byline' && next.form === 'org' && /^[(（]/u.test(next.text);
  if (/^[□○●■◎☆★◇◆△▲◊]/u.test(line.text) || (line.form === 'names' && (abstract || seated))) return true;
  return headline || before || next.kind === 'header' || next.kind === 'date';
}

/** The headline or the dateline at the start of the first paragraph. */
function glued(line: Line, head: Head): void {
  if (line.kind !== 'body' || !stays(line)) return;
  const raw = line.text.slice(0, 400);
  let at = 0;
  if (head.title) {
    const cut = endOf(raw, head.title);
    if (cut) {
      line.cuts.push({ start: 0, end: cut, rule: 'headline' });
      at = cut;
    }
  }
  const dateline = parseDateline(raw.slice(at));
  if (!dateline || at + dateline.end >= line.text.length) return;
  line.cuts.push({ start: at, end: at + dateline.end, rule: 'dateline' });
  for (const [k, v] of Object.entries(datelineMeta(dateline))) (head.meta as Record<string, unknown>)[k] ??= v;
}

/** Where the text goes on after a headline glued to it: it must end at white space, or a dateline must follow. */
function endOf(text: string, title: string): number {
  const want = bareText(title);
  if (want.length < 6) return 0;
  let k = 0;
  let i = 0;
  for (; i < text.length && k < want.length; i++) {
    const c = bareText(text[i]!);
    if (c === '') continue;
    if (c !== want[k]) return 0;
    k++;
  }
  if (k < want.length) return 0;
  const space = /^[\s\u3000]+/.exec(text.slice(i));
  if (space) return i + space[0].length;
  return parseDateline(text.slice(i)) ? i : 0;
}
