import type { MarkerStyle } from '../../../../text/markers.ts';

/**
 * How a point is marked: by a marker, or without one as a short line of its own (`block`), as the first sentence of a
 * paragraph (`para`) or as a sentence inside one (`inline`).
 */
export type ItemStyle = MarkerStyle | 'block' | 'para' | 'inline';

/** A point before it has a parent and a role. Offsets are UTF-16, half-open. */
export interface Item {
  /** Of the marker, or of the heading where there is none. */
  start: number;
  number: string | null;
  style: ItemStyle;
  /** Ordinal value of the marker; 0 without one. */
  value: number;
  unit: string;
  depth: number;
  /** At the start of a line. */
  line: boolean;
  /** Index of the line it stands in. */
  row: number;
  headStart: number;
  headEnd: number;
}

/** A line of the text without its line break. */
export interface Line {
  start: number;
  end: number;
}

/** The lines of a text, blank ones left out. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const eol = text.indexOf('\n', start);
    const end = eol < 0 ? text.length : eol;
    let a = start;
    let b = end;
    while (a < b && isSpace(text.charCodeAt(a))) a++;
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
    if (b > a) lines.push({ start: a, end: b });
    start = end + 1;
  }
  return lines;
}

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0 || code === 0x09 || code === 0x0d || code === 0xfeff;
}

/** Where the text of a line begins behind a dash or a bullet. */
export function skipDash(text: string, { start, end }: Line): number {
  let i = start;
  while (i < end && i < start + 4 && '—－-–●■█◆★▲·•※ '.includes(text[i]!)) i++;
  return i;
}
