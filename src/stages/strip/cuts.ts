import type { Edit } from '../../pipeline/types.ts';
import { type ClassifiedLine, classifyLine } from '../../text/boilerplate.ts';
import type { Cut } from '../../text/boilerplate-farm.ts';
import { barredRows } from '../../text/table-rows.ts';

/** A line of the article and what is to become of it. Offsets are UTF-16, the line break not included. */
export interface Line extends ClassifiedLine {
  start: number;
  end: number;
  /** Without white space around it. */
  text: string;
  /** White space before `text` in the line. */
  indent: number;
  /** The rule by which the whole line goes, or null while it stays. */
  rule: string | null;
  /** Stretches of `text` that go. */
  cuts: Cut[];
  /** A row of a table whose cells bars part: never a menu, nor fields. */
  row?: boolean;
}

export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const eol = text.indexOf('\n', start);
    const end = eol < 0 ? text.length : eol;
    // Tabs part the cells of tables: what a line is does not hang on them.
    const raw = text.slice(start, end).replaceAll('\t', ' ');
    lines.push({
      ...classifyLine(raw),
      start,
      end,
      text: raw.trim(),
      indent: raw.length - raw.trimStart().length,
      rule: null,
      cuts: [],
    });
    start = end + 1;
  }
  // 序号|指标|目标值: a menu stands so, too, but not over rows of the same form.
  const rows = new Set(barredRows(text).map((row) => row.start));
  return rows.size ? lines.map((l) => (rows.has(l.start) ? { ...l, ...BODY, row: true } : l)) : lines;
}

const BODY: ClassifiedLine = classifyLine('各村要把渠道管护好。');

/** Is anything left of the line? */
export function stays(line: Line): boolean {
  return line.rule === null && line.kind !== 'blank';
}

/**
 * The cuts as edits. A line goes with the line break before it; the lines before the first that stays go with the one
 * behind. So what stays keeps its breaks and nothing is cut twice.
 */
export function toEdits(lines: readonly Line[]): Edit[] {
  const edits: Edit[] = [];
  let kept = false;
  for (const line of lines) {
    if (line.rule !== null) {
      edits.push({
        start: kept ? line.start - 1 : line.start,
        end: kept ? line.end : line.end + 1,
        insert: '',
        rule: `strip/${line.rule}`,
      });
      continue;
    }
    const at = line.start + line.indent;
    for (const c of line.cuts)
      edits.push({ start: at + c.start, end: at + c.end, insert: '', rule: `strip/${c.rule}` });
    kept = true;
  }
  return edits;
}
