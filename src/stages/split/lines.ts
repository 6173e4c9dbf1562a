import { type ClassifiedLine, classifyLine } from '../../text/boilerplate.ts';
import { markFields } from '../../text/boilerplate-fieldish.ts';
import type { FoundMeta } from '../../text/boilerplate-fields.ts';
import { fold } from '../../text/boilerplate-fold.ts';
import { markHeadings } from '../../text/boilerplate-headings.ts';
import { isParagraph } from '../../text/boilerplate-headlines.ts';
import { isShortTitle } from '../../text/boilerplate-short.ts';
import { type InlineTail, inlineTail } from '../../text/boilerplate-tails.ts';
import { lineMarker, type Marker } from '../../text/markers.ts';

/** A line of the page with what it looks like. Offsets are UTF-16, the line break not included. */
export interface Line extends ClassifiedLine {
  start: number;
  end: number;
  /** Without white space around it, in one width. */
  text: string;
  /** The same as it is written; `text` has its offsets. */
  raw: string;
  /** White space before `text` in the line. */
  indent: number;
  /** 一、 (一) 1. … at its start. */
  outline: Marker | null;
  /** (完)(责任编辑:…) at its end. */
  tail: InlineTail | null;
  /** A paragraph of text, or an item of an outline: what articles are made of. */
  body: boolean;
}

/** A tail at the end of a paragraph is looked for in so much of it. */
export const TAIL_LOOK = 400;

/** Only so much of a line is looked at: pages that lost their line breaks are one line of any length. */
const LOOK = 4000;

export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const eol = text.indexOf('\n', start);
    const end = eol < 0 ? text.length : eol;
    lines.push(readLine(text, start, end));
    start = end + 1;
  }
  const held = lines.filter((l) => l.kind !== 'blank');
  markFields(held);
  markHeadings(held);
  held.forEach((l, i) => {
    if (isShortTitle(held, i, i === 0)) l.kind = 'headline';
  });
  return held;
}

function readLine(text: string, start: number, end: number): Line {
  // Tabs part the cells of tables: what a line is does not hang on them.
  const raw = text.slice(start, Math.min(end, start + LOOK)).replaceAll('\t', ' ');
  const found = classifyLine(end - start > LOOK ? `${raw} ` : raw);
  const folded = fold(raw).trim();
  const outline = found.kind === 'body' || found.kind === 'headline' ? lineMarker(folded, 0) : null;
  const body = found.kind === 'body' && (outline !== null || isParagraph(folded));
  const last = text.slice(Math.max(start, end - TAIL_LOOK), end).replaceAll('\t', ' ');
  const tail = found.kind === 'body' ? inlineTail(last) : null;
  return {
    ...found,
    start,
    end,
    text: folded,
    raw: raw.trim(),
    indent: raw.length - raw.trimStart().length,
    outline,
    tail,
    body,
  };
}

/** A piece of a line's `text` as the line writes it. */
export function asWritten(line: Line, piece: string): string {
  const at = line.text.indexOf(piece);
  return at < 0 ? piece : line.raw.slice(at, at + piece.length);
}

/** First wins: what stands nearer the headline is the article's own. */
export function mergeMeta(metas: readonly FoundMeta[]): FoundMeta {
  const out: Record<string, unknown> = {};
  for (const meta of metas) for (const [k, v] of Object.entries(meta)) out[k] ??= v;
  return out as FoundMeta;
}
