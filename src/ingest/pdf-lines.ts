/** A stretch of text on a page, as the reader gives it: where it stands, in points, and how large it is. */
export interface Item {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** A line of text and where it begins. */
export interface Line {
  x: number;
  size: number;
  text: string;
}

const HAN = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef“”‘’]$/u;
const WORD = /[A-Za-z0-9]$/;

/** What the gap between two stretches of a line stands for: columns, a space between words, or (in Chinese) nothing. */
function between(before: string, after: string, gap: number, size: number): string {
  // A headline is often spaced out by one em (通 知); columns of a table stand farther apart.
  if (gap > 1.8 * size) return '\t';
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  const letters = WORD.test(before) && WORD.test(after[0]!);
  // Digits and signs are often set apart by a hair (1 . 5).
  const least = letters ? 0.18 : 0.4;
  return gap > least * size && !HAN.test(before) && !HAN.test(after[0]!) ? ' ' : '';
}

/**
 * The lines of a page: stretches in the order in which the page draws them, which is that of reading; a new line begins
 * where the height changes or the pen goes back. (Text drawn column by column across rows of a table comes so.)
 */
export function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let line: (Line & { y: number; end: number }) | null = null;
  for (const { text, x, y, width, size } of items) {
    // The reader adds blanks where characters stand apart; the gap itself is looked at here.
    if (!text.trim()) continue;
    const same = line && Math.abs(y - line.y) < 0.5 * Math.max(size, line.size) && x > line.end - size;
    if (line && same) {
      line.text += between(line.text, text, x - line.end, size) + text;
      line.end = x + width;
    } else {
      line = { x, y, size, text, end: x + width };
      lines.push(line);
    }
  }
  return lines;
}

/** Lines that tell where the margin is have this many characters: a page number or a date does not. */
const LONG = 8;

/** The left margin of the pages of one side: where the leftmost long line begins. */
function margin(pages: readonly (readonly Line[])[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const page of pages) for (const { x, text } of page) if (text.length >= LONG && x < least) least = x;
  return least;
}

/**
 * The text of pages, a line a line. A first line that stands in by two characters (as a paragraph in Chinese print does)
 * begins with two ideographic spaces, so that wrapped lines can be told from paragraphs later. A line that stands in
 * farther is a headline or a signature.
 */
export function textOfPages(pages: readonly (readonly Line[])[]): string {
  const margins = [0, 1].map((side) => margin(pages.filter((_, i) => i % 2 === side)));
  const out: string[] = [];
  for (const [i, page] of pages.entries())
    for (const { x, size, text } of page) {
      const indent = (x - margins[i % 2]!) / size;
      out.push(indent > 1.4 && indent < 2.8 && !text.startsWith('　') ? `　　${text}` : text);
    }
  return out.join('\n');
}
