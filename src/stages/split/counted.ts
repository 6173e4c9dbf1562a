import { fold } from '../../text/boilerplate-fold.ts';
import { isSectionName } from '../../text/boilerplate-headlines.ts';
import { hanziValue, type Marker } from '../../text/markers.ts';
import type { Line } from './lines.ts';
import type { Numbered } from './numbered.ts';

/** 材料两则, 读者来信三封, 工作法五例(摘登): a headline that says how many texts follow. 三点体会, 三项制度 do not. */
const COUNTS =
  /(?<![第一二三四五六七八九十\d])([一二两三四五六七八九十]{1,3}|\d{1,2}) ?(?:则|封|例|篇)(?:[(（].{1,10}[)）])?[)】》」”]?$/u;
/** Styles that number whole texts; 第一 and 一是 number thoughts. */
const STYLES = new Set<Marker['style']>(['hanzi', 'hanzi-paren', 'arabic', 'arabic-paren', 'circled']);
/** Longest headline of such a text. */
const LONGEST = 40;
/** Shortest text that has a headline of its own. */
const LEAST = 40;
/** Lines from the top among which the page's headline stands. */
const TOP = 12;

/** (一) on a line of its own, its headline below it. */
const isAlone = (l: Line, next: Line | undefined): boolean =>
  l.outline !== null &&
  l.outline.body >= l.text.length &&
  next?.kind === 'headline' &&
  next.text.length <= LONGEST &&
  !isSectionName(next.text);

/** Can the line be the headline of a text: a number, a few words, no sentence? */
const isTitle = (l: Line): boolean =>
  l.outline !== null &&
  STYLES.has(l.outline.style) &&
  l.text.length <= LONGEST &&
  l.text.length - l.outline.body >= 3 &&
  !/[。;]|[,、:]$/u.test(l.text) &&
  !isSectionName(l.text.slice(l.outline.body));

/** Numbered 1 … n, each with text of its own below it. */
function isRow(lines: readonly Line[], at: readonly number[], n: number): boolean {
  return (
    at.length === n &&
    at.every((line, k) => {
      const below = lines.slice(line + 1, at[k + 1] ?? lines.length).filter((l) => l.kind === 'body');
      return (
        lines[line]!.outline!.value === k + 1 &&
        (isTitle(lines[line]!) || isAlone(lines[line]!, lines[line + 1])) &&
        below.some((l) => l.body) &&
        below.reduce((sum, l) => sum + l.text.length, 0) >= LEAST
      );
    })
  );
}

/**
 * The texts of a page whose headline counts them (某某故事三则) and whose outermost numbering has just so many members, all of
 * them headlines: (一)某某, (二)某某; or that has just so many headlines without numbers.
 *
 * Wrong case: 经验三则 of one author, whose three parts are told as one text.
 */
export function findCounted(lines: readonly Line[], headline: string | null): Numbered[] {
  const first = lines.findIndex((l) => l.outline !== null && STYLES.has(l.outline.style));
  const above = lines
    .slice(0, Math.min(first < 0 ? lines.length : first, TOP))
    .filter((l) => l.kind === 'headline' || l.kind === 'header');
  const counts = [fold(headline ?? '').trim(), ...above.map((l) => l.prefix || l.text)].map((s) => COUNTS.exec(s)?.[1]);
  const said = counts.find((c) => c !== undefined);
  if (!said) return [];
  const n = /^\d/.test(said) ? Number(said) : hanziValue(said);
  if (n < 2) return [];
  return numberedRow(lines, first, n) ?? (TEXTS.test(fold(headline ?? '').trim()) ? titledRow(lines, n) : null) ?? [];
}

function numberedRow(lines: readonly Line[], first: number, n: number): Numbered[] | null {
  if (first < 0) return null;
  const { style } = lines[first]!.outline!;
  const at = lines.flatMap((l, i) => (l.outline?.style === style ? [i] : []));
  if (!isRow(lines, at, n)) return null;
  return at.map((line, k) => numbered(line, k, lines[line]!.raw.slice(lines[line]!.outline!.body).trim()));
}

/** 故事三则, 来信两封: texts. 会诊两例 are deeds, and “三篇” is a figure of speech: their headlines may be sections of one text. */
const TEXTS =
  /(?:则|封|(?:来信|文章|故事|征文|作品|讲稿|讲话|发言|诗歌?|报道|选登|选编|选)[(（]?[一二两三四五六七八九十\d]{1,3} ?篇[)）]?)(?:[(（].{1,10}[)）])?$/u;
/** So many characters above the first headline are the opening of one text. */
const OPENING = 100;

/** Just so many headlines without a number that have a text below them each. */
function titledRow(lines: readonly Line[], n: number): Numbered[] | null {
  const at = lines.flatMap((l, i) => (isTitleLine(lines, i) && COUNTS.exec(l.text) === null ? [i] : []));
  const opening = lines.slice(0, at[0] ?? 0).filter((l) => l.kind === 'body');
  if (opening.length > 1 || opening.reduce((sum, l) => sum + l.text.length, 0) >= OPENING) return null;
  if (at.length !== n || !at.every((line, k) => hasText(lines, line + 1, at[k + 1] ?? lines.length))) return null;
  return at.map((line, k) => numbered(line, k, lines[line]!.raw));
}

/** A headline right above a text, above which a text has ended or none has begun. */
const isTitleLine = (lines: readonly Line[], i: number): boolean =>
  lines[i]!.kind === 'headline' &&
  lines[i]!.text.length <= LONGEST &&
  lines[i + 1]?.kind === 'body' &&
  !isSectionName(lines[i]!.text);

/** Paragraphs of a text that has a headline of its own, without a number. */
const LEAST_PARAGRAPHS = 2;

function hasText(lines: readonly Line[], from: number, to: number): boolean {
  const body = lines.slice(from, to).filter((l) => l.kind === 'body' && l.body);
  return body.length >= LEAST_PARAGRAPHS && body.reduce((sum, l) => sum + l.text.length, 0) >= 2 * LEAST;
}

const numbered = (line: number, k: number, title: string): Numbered => ({
  line,
  n: k + 1,
  family: 'counted',
  style: 'listed',
  title,
  named: true,
  glued: null,
});
