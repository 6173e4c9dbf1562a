/**
 * Rows of tables: lines whose cells are apart by tabs, as ingest writes them. A tab alone is no sign of one: it stands between the
 * fields of a header and in front of paragraphs, too.
 */

/** Where a row begins and ends, its tabs at the beginning included, those at its end not. */
export interface Row {
  start: number;
  end: number;
}

interface Tabbed extends Row {
  cells: number;
}

/** 来源：某网, 发布日期：: a field of a header. */
const FIELD = /^[^：:\t]{1,12}[：:]/u;
/** A line between two rows: the title of a part of the table, that spans all columns. */
const PART_MAX = 60;
/** Lines between rows of one table. */
const BETWEEN = 1;
/** What goes on in a cell below one that spans rows; what is longer is a paragraph with a tab for an indent. */
const LED_MAX = 60;

/** The rows of each table of a text, in order. A block of two rows, one of three cells, or of three of two, is a table. */
export function tablesOf(text: string): Row[][] {
  const tables: Row[][] = [];
  if (!text.includes('\t')) return tables;
  let block: Tabbed[] = [];
  let between = 0;
  const close = (): void => {
    if (isTable(block)) tables.push(block);
    block = [];
    between = 0;
  };
  for (let start = 0; start <= text.length; ) {
    const eol = text.indexOf('\n', start);
    const end = eol < 0 ? text.length : eol;
    const line = text.slice(start, end).trimEnd();
    const cells = cellsOf(line, block.length > 0 && between === 0);
    if (cells > 1) {
      block.push({ start, end: start + line.length, cells });
      between = 0;
    } else if (line && (++between > BETWEEN || line.length > PART_MAX)) close();
    start = end + 1;
  }
  close();
  return tables;
}

/** How many cells a line has: 1 for one that is no row. */
function cellsOf(line: string, behindRow: boolean): number {
  if (!line.includes('\t')) return 1;
  const inner = line.trimStart();
  if (!inner.includes('\t')) {
    const led = line.startsWith('\t') && behindRow && line.length <= LED_MAX && !/[。！？；]$/u.test(line);
    return led ? line.length - inner.length + 1 : 1;
  }
  const cells = line.split('\t');
  const fields = cells.filter((cell) => FIELD.test(cell.trim())).length;
  return fields > 0 && fields >= cells.filter((cell) => cell.trim()).length - 1 ? 1 : cells.length;
}

function isTable(block: readonly Tabbed[]): boolean {
  return block.length >= 3 || (block.length === 2 && block.some((row) => row.cells >= 3));
}
