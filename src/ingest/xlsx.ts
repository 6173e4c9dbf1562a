import type { Ingested } from '../pipeline/types.ts';
import type { IngestOptions } from './options.ts';
import { reject } from './page.ts';
import { COLUMNS, TableReader } from './table.ts';
import { type Attributes, officePart, readXml } from './xml.ts';
import type { Budget, Member } from './zip.ts';

/** Without the prefix: some writers put one before every element (`x:row`). */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Texts that cells refer to by number. Readings over characters (`rPh`) are left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let shown = false;
  let reading = 0;
  readXml(xml, {
    open(name) {
      const tag = local(name);
      if (tag === 'si') text = '';
      else if (tag === 't') shown = true;
      else if (tag === 'rPh') reading++;
    },
    text(data) {
      if (shown && !reading) text += data;
    },
    close(name) {
      const tag = local(name);
      if (tag === 'si') strings.push(text);
      else if (tag === 't') shown = false;
      else if (tag === 'rPh') reading--;
    },
  });
  return strings;
}

/** The number of a column from the place of a cell (`AB12` → 27); -1 if there is none. */
function columnOf(place: string | undefined): number {
  let n = 0;
  for (const c of (place ?? '').slice(0, 4)) {
    const code = c.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    n = n * 26 + code;
  }
  return n - 1;
}

/** Spreadsheets end after this row. */
const ROWS = 1_048_576;

/** Reads the cells of a sheet, row by row. Rows without cells cost nothing. */
class Sheet {
  #row: string[] = [];
  #column = -1;
  #type = '';
  #value = '';
  #shown = false;
  #number = 0;
  readonly #shared: readonly string[];
  readonly #table: TableReader;

  constructor(shared: readonly string[], table: TableReader) {
    this.#shared = shared;
    this.#table = table;
  }

  get rows(): number {
    return this.#number;
  }

  open(name: string, a: Attributes): void {
    const tag = local(name);
    if (tag === 'row') {
      this.#row = [];
      this.#column = -1;
      const written = Number(a.r);
      // Rows count up; a number that does not is not believed.
      this.#number = written > this.#number && written <= ROWS ? written : this.#number + 1;
    } else if (tag === 'c') {
      const column = columnOf(a.r);
      this.#column = column > this.#column && column < COLUMNS ? column : this.#column + 1;
      this.#type = a.t ?? 'n';
      this.#value = '';
    } else if (tag === 'v' || tag === 't') this.#shown = true;
  }

  text(data: string): void {
    if (this.#shown) this.#value += data;
  }

  close(name: string): void {
    const tag = local(name);
    if (tag === 'v' || tag === 't') this.#shown = false;
    else if (tag === 'c') this.#endCell();
    else if (tag === 'row' && this.#row.length) this.#table.row(this.#row, this.#number);
  }

  #endCell(): void {
    if (!this.#value || this.#type === 'e' || this.#column >= COLUMNS) return;
    while (this.#row.length < this.#column) this.#row.push('');
    this.#row[this.#column] = this.#type === 's' ? (this.#shared[Number(this.#value)] ?? '') : this.#value;
  }
}

/** Name and part of each sheet, in the order of the workbook. */
function sheetsOf(workbook: string, relations: string): { name: string; part: string }[] {
  const targets = new Map<string, string>();
  readXml(relations, {
    open: (_, a) => {
      if (a.Id && a.Target) targets.set(a.Id, a.Target.startsWith('/') ? a.Target.slice(1) : `xl/${a.Target}`);
    },
  });
  const sheets: { name: string; part: string }[] = [];
  readXml(workbook, {
    open(name, a) {
      if (local(name) !== 'sheet') return;
      const id = Object.entries(a).find(([key]) => local(key) === 'id')?.[1] ?? '';
      sheets.push({ name: a.name ?? '', part: targets.get(id) ?? `xl/worksheets/sheet${sheets.length + 1}.xml` });
    },
  });
  return sheets;
}

/**
 * Reads an XLSX whose sheets have a row of column names: one page a row that has text. The record is the number of the row;
 * rows of further sheets count on. A sheet without a text column is passed over where another has one.
 */
export async function readXlsx(members: readonly Member[], budget: Budget, options: IngestOptions): Promise<Ingested> {
  const part = (name: string): Promise<string | null> => officePart(members, name, budget);
  try {
    const workbook = (await part('xl/workbook.xml')) ?? '';
    const sheets = sheetsOf(workbook, (await part('xl/_rels/workbook.xml.rels')) ?? '');
    if (!sheets.length) return reject('broken XLSX: no sheets');
    const shared = sharedStrings((await part('xl/sharedStrings.xml')) ?? '');
    const outs: Ingested[] = [];
    let before = 0;
    for (const { name, part: file } of sheets) {
      const xml = await part(file);
      if (xml === null) continue;
      const out: Ingested = { pages: [], rejects: [] };
      const place = { sheet: sheets.length > 1 ? name : null, before, charset: null };
      const sheet = new Sheet(shared, new TableReader(place, options, out));
      if (!readXml(xml, sheet)) out.rejects.push({ record: before + sheet.rows, reason: 'elements nest too deep' });
      before += sheet.rows;
      outs.push(out);
    }
    return joinSheets(outs);
  } catch (error) {
    return reject((error as Error).message);
  }
}

/** Sheets of notes and keys beside the sheet of texts are no fault. */
function joinSheets(outs: readonly Ingested[]): Ingested {
  const some = outs.filter((o) => o.pages.length);
  const taken = some.length ? some : outs;
  const out = { pages: taken.flatMap((o) => o.pages), rejects: taken.flatMap((o) => o.rejects) };
  return out.pages.length || out.rejects.length ? out : reject('no rows');
}
