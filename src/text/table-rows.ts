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
  /** An item of an outline, whose tabs are indents (一、⇥ 加强领导), or goes on with one. */
  item: boolean;
}

/** 来源：某网, 发布日期：: a field of a header. */
const FIELD = /^(?!其中)[^：:\t（(]{1,12}[：:]/u;
/** What an item of an outline begins with. The first cell of a row is rarely so, and never that of all rows: one holds titles. */
const ITEM =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])|^(?:[（(][0-9]{1,3}[）)]|[0-9]{1,3}[.．、]|第[一二三四五六七八九十百0-9]{1,4}[条章节]|[一二三四五六七八九十]是|[•●■◆·])[^\t]{0,12}\t[^\t]*$/u;
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
    const cells = countCells(line, block.length > 0 && between === 0);
    if (cells > 1) {
      block.push({ start, end: start + line.length, cells, item: isItem(line) });
      between = 0;
    } else if (line && (++between > BETWEEN || line.length > PART_MAX)) close();
    start = end + 1;
  }
  close();
  return tables;
}

/** How many cells a line has: 1 for one that is no row. */
function countCells(line: string, behindRow: boolean): number {
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

function isItem(line: string): boolean {
  const inner = line.trimStart();
  return !inner.includes('\t') || ITEM.test(inner);
}

function isTable(block: readonly Tabbed[]): boolean {
  if (block.every((row) => row.item)) return false;
  return block.length >= 3 || (block.length === 2 && block.some((row) => row.cells >= 3));
}

const BARS = /[|｜]/gu;
/** Rows whose cells bars part: so many of them, with so many bars in each. */
const BARRED_ROWS = 3;
const BARS_MIN = 2;
/** A cell that begins with its number; 新闻2023 is an entry of a menu. */
const NUMBER = /(?:^|[|｜])\s*[≥≤<>约]?[0-9]/u;
/** What the foot of a page has, in rows with bars too. */
const FOOT = /版权所有|备案|网站地图|技术支持|关于我们/u;
/** A menu may be longer; a row is not. */
const BARRED_MAX = 300;

/** Lines that are rows of a table whose cells bars part (序号|指标|目标值): as many bars in each, numbers in most. No menu is like that. */
export function barredRows(text: string): Row[] {
  const rows: Row[] = [];
  if (!/[|｜]/u.test(text)) return rows;
  let block: Row[] = [];
  let bars = 0;
  let numbered = 0;
  let foot = false;
  const close = (): void => {
    if (block.length >= BARRED_ROWS && numbered >= block.length - 1 && !foot) for (const row of block) rows.push(row);
    block = [];
    numbered = 0;
    foot = false;
  };
  for (let start = 0; start <= text.length; ) {
    const eol = text.indexOf('\n', start);
    const end = eol < 0 ? text.length : eol;
    const line = end - start <= BARRED_MAX ? text.slice(start, end) : '';
    const count = line.match(BARS)?.length ?? 0;
    if (count !== bars) close();
    bars = count;
    if (count >= BARS_MIN) {
      block.push({ start, end });
      if (NUMBER.test(line)) numbered++;
      foot ||= FOOT.test(line);
    }
    start = end + 1;
  }
  close();
  return rows;
}
