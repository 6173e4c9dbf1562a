import type { Meta, Page } from '../pipeline/types.ts';
import { authors, isoDate } from './html/meta.ts';
import { type Format, looksLikeHtml } from './kind.ts';
import type { IngestOptions } from './options.ts';
import { readText } from './page.ts';

/** A JSONL record, or a row of a table under the names of its columns. */
export type Fields = Record<string, unknown>;

/** The first of the fields that holds text. */
function pick(record: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? record[name] : null;
    if (typeof value === 'string' && value.trim()) return value;
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value) && value.length && value.every((v) => typeof v === 'string')) return value.join('、');
  }
  return null;
}

function metaOf(record: Fields, options: IngestOptions): Partial<Meta> {
  const meta: Partial<Meta> = {};
  const published = isoDate(pick(record, options.dateField) ?? '');
  if (published) meta.published = published;
  const author = authors(pick(record, options.authorField) ?? '');
  if (author.length) meta.author = author;
  const origin = pick(record, options.originField);
  if (origin && !/^https?:/i.test(origin) && origin.length < 60) meta.origin = origin.trim();
  return meta;
}

/** A moment as ISO 8601: one that is so already stays, of another the date is read; null where there is none. */
export function moment(written: string | null): string | null {
  const text = written?.trim() ?? '';
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)) return text;
  return isoDate(text);
}

/** Whether a text field is there but has nothing in it. */
function isEmpty(fields: Fields, names: readonly string[]): boolean {
  return names.some((name) => Object.hasOwn(fields, name) && typeof fields[name] === 'string' && !fields[name].trim());
}

type Place = Pick<Page, 'record' | 'member' | 'charset' | 'sha256'>;

/** The page that a record holds, or the reason why it holds none. */
export function fieldsPage(fields: Fields, place: Place, options: IngestOptions): Page | string {
  const text = pick(fields, options.textField);
  if (text === null)
    return isEmpty(fields, options.textField) ? 'empty' : `no text: none of the fields ${options.textField.join(', ')}`;
  const format: Format = looksLikeHtml(text) ? 'html' : 'txt';
  const page = readText(text, format, options);
  const fetched = moment(pick(fields, options.fetchedField));
  return {
    ...place,
    ...(fetched !== null && { fetched }),
    decoded: text,
    passes: page.passes,
    title: pick(fields, options.titleField)?.trim() ?? page.title,
    meta: { ...page.meta, ...metaOf(fields, options) },
    url: pick(fields, options.urlField)?.trim() ?? page.url,
    notes: page.notes,
  };
}
