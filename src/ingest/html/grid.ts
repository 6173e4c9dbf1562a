/** Columns that merged cells are followed over. */
const COLUMNS = 64;
/** As HTML has it (4.9.12): a cell spans no more rows. */
const ROWS = 65_534;

/** How many columns and rows a cell spans. */
export interface Span {
  columns: number;
  rows: number;
}

/** An attribute as a number of columns or rows: what is no number, and 0, which few browsers know, is one. */
export const spanOf = (columns: string | undefined, rows: string | undefined): Span => ({
  columns: Math.min(COLUMNS, Math.max(1, Number.parseInt(columns ?? '', 10) || 1)),
  rows: Math.min(ROWS, Math.max(1, Number.parseInt(rows ?? '', 10) || 1)),
});

/**
 * The columns in which the cells of a table stand, read in order: those that a cell of a row above reaches down into are passed
 * over, so that a value stays below the title of its column.
 */
export class Grid {
  /** How many rows below the current one a cell reaches into, by column. */
  readonly #below: number[] = [];
  /** Columns that a cell from above takes up in the current row. */
  readonly #taken: boolean[] = [];
  #column = 0;

  row(): void {
    this.#column = 0;
    for (let c = 0; c < this.#below.length; c++) {
      this.#taken[c] = this.#below[c]! > 0;
      if (this.#taken[c]) this.#below[c]!--;
    }
  }

  /** The column that the next cell of the row begins in, from 0. */
  cell({ columns, rows }: Span): number {
    while (this.#taken[this.#column]) this.#column++;
    const start = this.#column;
    const end = Math.min(COLUMNS, start + columns);
    for (let c = start; c < end; c++) {
      this.#below[c] = Math.max(this.#below[c] ?? 0, rows - 1);
    }
    // Beyond the last column that is followed a cell takes one, so that it does not stick to the next.
    this.#column = Math.max(end, start + 1);
    return start;
  }
}
