import type { Ingested, Page } from '../pipeline/types.ts';
import { DAY, fullIso } from '../text/times-calendar.ts';
import { type Fields, fieldsPage } from './fields.ts';
import type { IngestOptions } from './options.ts';
import { excess, sha256 } from './page.ts';

/** Where the pages of a table come from. */
interface Table {
  /** Name of the sheet, where a file has several. */
  sheet: string | null;
  /** Rows before this table in the file, so that records count on. */
  before: number;
  charset: string | null;
}

/** Columns beyond this are not looked at; spreadsheets end here. */
export const COLUMNS = 16_384;
/** Columns that a message names. */
const NAMED = 12;

/** Days from 1899-12-30, as spreadsheets keep dates: 1954 to 2119. Numbers of other meaning in a date column are years. */
function serialDate(written: string): string {
  if (!/^\d{5}(?:\.\d{1,12})?$/.test(written)) return written;
  const days = Number(written);
  if (days < 20_000 || days > 80_000) return written;
  const iso = fullIso(Math.round((days - 25_569) * DAY));
  return days % 1 ? iso.slice(0, 19) : iso.slice(0, 10);
}

/** Turns the rows of a table into pages: the first row that has text names the columns. */
export class TableReader {
  readonly #out: Ingested;
  readonly #table: Table;
  readonly #options: IngestOptions;
  /** By column: the field, as the options write it. */
  #fields: string[] | null = null;
  #known = true;

  constructor(table: Table, options: IngestOptions, out: Ingested) {
    this.#table = table;
    this.#options = options;
    this.#out = out;
  }

  /** @param number of the row, from 1, the header counted. */
  row(cells: readonly string[], number: number): void {
    if (cells.every((cell) => !cell.trim())) return;
    if (!this.#fields) this.#header(cells, number);
    else if (this.#known) this.#page(cells, this.#table.before + number);
  }

  reject(number: number, reason: string): void {
    this.#out.rejects.push({ record: this.#table.before + number, reason: this.#named(reason) });
  }

  #named(reason: string): string {
    return this.#table.sheet === null ? reason : `${this.#table.sheet}: ${reason}`;
  }

  /** Column names are compared without their case and the space around them. */
  #header(cells: readonly string[], number: number): void {
    const { textField, titleField, urlField, dateField, authorField, originField, fetchedField } = this.#options;
    const wanted = [textField, titleField, urlField, dateField, authorField, originField, fetchedField].flat();
    const names = new Map(wanted.map((name) => [name.trim().toLowerCase(), name]));
    this.#fields = cells.slice(0, COLUMNS).map((cell) => names.get(cell.trim().toLowerCase()) ?? '');
    this.#known = this.#fields.some((field) => textField.includes(field));
    if (this.#known) return;
    const found = cells.filter((cell) => cell.trim()).slice(0, NAMED);
    const columns = found.map((cell) => cell.trim().slice(0, 20)).join(', ');
    this.reject(number, `no text column: the columns are ${columns}; name one in the option textField`);
  }

  #page(cells: readonly string[], record: number): void {
    const fields: Fields = {};
    for (const [i, field] of this.#fields!.entries()) {
      const cell = cells[i] ?? '';
      // Two columns of one name: the first that holds something.
      if (field && !(typeof fields[field] === 'string' && fields[field].trim())) fields[field] = cell;
    }
    for (const field of [...this.#options.dateField, ...this.#options.fetchedField])
      if (Object.hasOwn(fields, field)) fields[field] = serialDate((fields[field] as string).trim());
    const length = cells.reduce((n, cell) => n + cell.length, 0) * 3;
    const page =
      length > this.#options.maxBytes
        ? excess(length, this.#options.maxBytes)
        : fieldsPage(fields, this.#place(cells, record), this.#options);
    if (typeof page === 'string') this.#out.rejects.push({ record, reason: this.#named(page) });
    else this.#out.pages.push(page);
  }

  #place(cells: readonly string[], record: number): Pick<Page, 'record' | 'member' | 'charset' | 'sha256'> {
    const { sheet, charset } = this.#table;
    // The same row says something else under other names.
    const row = new TextEncoder().encode(JSON.stringify([this.#fields, cells]));
    return { record, ...(sheet !== null && { member: sheet }), charset, sha256: sha256(row) };
  }
}
