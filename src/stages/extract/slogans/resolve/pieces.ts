import { charSet } from '../../../../text/char-set.ts';
import { partsThousands } from '../../../../text/thousands.ts';

/** A stretch between two marks. Offsets are UTF-16, of the article. */
export interface Piece {
  start: number;
  end: number;
  /** The mark in front of it and the one behind it; '' at the ends of what was cut. */
  before: string;
  after: string;
}

/** At how coarse marks a text is cut: A、B|，C|；D|。E|⏎. */
export const LEVELS = ['item', 'clause', 'part', 'sentence', 'line'] as const;
export type Level = (typeof LEVELS)[number];

const MARKS: Readonly<Record<Level, (code: number) => boolean>> = {
  item: charSet('、，,；;：:。！？!?—+＋\n'),
  clause: charSet('，,；;：:。！？!?—\n'),
  part: charSet('；;。！？!?\n'),
  sentence: charSet('。！？!?\n'),
  line: charSet('\n'),
};
const opens = charSet('（(“《「');
const closes = charSet('）)”》」');
const isSpace = charSet(' 　\t\r');

/** Cuts a stretch of the article at its marks, outside of brackets and quotation marks; what does not close ends with its line. */
export function cut(text: string, from: number, to: number, level: Level): Piece[] {
  const isMark = MARKS[level];
  const out: Piece[] = [];
  let depth = 0;
  let start = from;
  let before = '';
  const push = (end: number, after: string): void => {
    let [s, e] = [start, end];
    while (s < e && isSpace(text.charCodeAt(s))) s++;
    while (e > s && isSpace(text.charCodeAt(e - 1))) e--;
    if (e > s) out.push({ start: s, end: e, before, after });
    // Two marks in a row (：“…”。⏎) count as the coarser.
    else if (out.length && after) out.at(-1)!.after = after === '\n' ? after : out.at(-1)!.after;
  };
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) depth = 0;
    if (opens(code)) depth++;
    else if (closes(code)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && isMark(code) && !partsThousands(text, i)) {
      push(i, text[i]!);
      start = i + 1;
      before = text[i]!;
    }
  }
  push(to, '');
  return out;
}

/** What stands in brackets or quotation marks and is a list by its marks: its stretch, without them. */
export function nested(text: string, from: number, to: number): { start: number; end: number; quoted: boolean }[] {
  const out: { start: number; end: number; quoted: boolean }[] = [];
  const stack: { at: number; marks: boolean }[] = [];
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) stack.length = 0;
    else if (opens(code)) stack.push({ at: i, marks: false });
    else if (closes(code)) {
      const open = stack.pop();
      if (open?.marks) out.push({ start: open.at + 1, end: i, quoted: text[i] === '”' || text[i] === '」' });
    } else if (stack.length && (MARKS.item(code) || '和与及+＋'.includes(text[i]!))) stack.at(-1)!.marks = true;
  }
  return out;
}
