import type { Ingested } from '../pipeline/types.ts';
import { decode } from './charset.ts';
import type { IngestOptions } from './options.ts';
import { reject } from './page.ts';
import { TableReader } from './table.ts';

/** What stands between columns: what the first line has most of. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const line = text.slice(0, Math.min(end < 0 ? text.length : end, 10_000));
  const counts = [',', '\t', ';', '|', '，'].map((sign): [string, number] => [sign, line.split(sign).length]);
  return counts.reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/**
 * Reads a CSV file (or one with tabs, semicolons …) with a row of column names: one page a row that has text.
 *
 * Quotes that are not doubled inside a quoted field are taken as they are. A quote that never closes swallows the rest of
 * the file: that row is rejected, with the reason.
 */
export async function readCsv(bytes: Uint8Array, options: IngestOptions): Promise<Ingested> {
  const decoded = decode(bytes, null);
  if (!decoded) return reject('binary (no encoding fits)');
  const { default: Papa } = await import('papaparse');
  const text = decoded.text.replace(/^[\ufeff\s]+/, '');
  const out: Ingested = { pages: [], rejects: [] };
  const place = { sheet: null, before: 0, charset: decoded.charset };
  const table = new TableReader(place, options, out);
  let number = 0;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step({ data, errors }) {
      number++;
      if (errors.some((e) => e.code === 'MissingQuotes')) table.reject(number, 'a quote that opens and never closes');
      else table.row(data, number);
    },
  });
  if (out.pages[0] && decoded.notes.length) out.pages[0].notes.push(...decoded.notes);
  return out.pages.length || out.rejects.length ? out : reject('no rows');
}
