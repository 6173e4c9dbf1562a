import type { Meta, Note, Origins, Page } from '../pipeline/types.ts';
import { isoDate, isoMoment } from '../text/field-dates.ts';
import { signatures } from './html/meta.ts';
import { cutSite, siteOf } from './html/title.ts';
import { type Format, looksLikeHtml } from './kind.ts';
import type { IngestOptions } from './options.ts';
import { readText } from './page.ts';

/** A JSONL record, or a row of a table under the names of its columns. */
export type Fields = Record<string, unknown>;

/** A value, and the name of the field that held it. */
interface Picked {
  value: string;
  name: string;
}

/** The first of the fields that holds text. */
function pickFrom(record: Fields, names: readonly string[]): Picked | null {
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? record[name] : null;
    if (typeof value === 'string' && value.trim()) return { value, name };
    if (typeof value === 'number') return { value: String(value), name };
    const called = (Array.isArray(value) ? value : [value]).map(nameIn);
    if (typeof value !== 'string' && called.length && called.every((v) => v !== null))
      return { value: called.join('、'), name };
  }
  return null;
}

/** A word, or the name of an object that has one: `{"@type": "Person", "name": "…"}`. */
function nameIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const name = typeof value === 'object' && value !== null ? (value as Fields).name : null;
  return typeof name === 'string' && name.trim() ? name : null;
}

/** Fields that no option names: how often it was read, and who shows it. */
const VIEWS = ['views', 'hits', 'clicks', 'viewCount', 'readCount', 'hitCount', '点击量', '浏览量', '阅读量'];
const SITE = ['siteName', 'site_name', 'site', 'publisher', '发布机构', '网站名称'];

const pick = (record: Fields, names: readonly string[]): string | null => pickFrom(record, names)?.value ?? null;

function metaOf(record: Fields, options: IngestOptions): { meta: Partial<Meta>; origins: Origins } {
  const meta: Partial<Meta> = {};
  const origins: Origins = {};
  const take = <K extends keyof Meta>(
    field: K,
    names: readonly string[],
    read: (text: string) => Meta[K] | null,
  ): void => {
    const picked = pickFrom(record, names);
    const value = picked && read(picked.value);
    if (!picked || value === null) return;
    meta[field] = value;
    origins[field] = { from: `field ${picked.name}` };
  };
  take('published', options.dateField, isoDate);
  take('author', options.authorField, (text) => {
    const names = signatures(text);
    return names.length ? names : null;
  });
  take('views', VIEWS, (text) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null));
  take('publisher', SITE, (text) =>
    /^https?:|\.\w{2,4}$/i.test(text) || text.length > 30 ? null : text.trim() || null,
  );
  take('origin', options.originField, (text) => (!/^https?:/i.test(text) && text.length < 60 ? text.trim() : null));
  return { meta, origins };
}

/** A moment as ISO 8601: one that is so already stays, of another the date is read; null where there is none. */
function moment(written: string | null): string | null {
  const text = written?.trim() ?? '';
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)) return text;
  return isoMoment(text);
}

/** A date that is there and says nothing to us is no reason to be silent. */
function datesUnread(fields: Fields, meta: Partial<Meta>, options: IngestOptions): Note[] {
  const written = meta.published ? null : pickFrom(fields, options.dateField);
  if (!written) return [];
  const text = `no date is read in "${written.value.trim().slice(0, 40)}" (field ${written.name})`;
  return [{ level: 'info', code: 'ingest/date', text }];
}

/** Whether a text field is there but has nothing in it. */
function isEmpty(fields: Fields, names: readonly string[]): boolean {
  return names.some((name) => Object.hasOwn(fields, name) && typeof fields[name] === 'string' && !fields[name].trim());
}

/**
 * The title without the names of site and column, where a crawler stored that of the window: the site must be named by another
 * field of the record.
 */
function headline(title: string, text: string, fields: Fields): { title: string; site: string | null } {
  const site = siteOf(title);
  const named = (value: unknown): boolean =>
    typeof value === 'string' && value !== title && value !== text && value.includes(site!);
  const last = site !== null && title.endsWith(site) && Object.values(fields).some(named) ? site : null;
  return last ? { title: cutSite(title), site: last } : { title, site: null };
}

/** Why what has fields has no page. */
export const noText = ({ textField }: IngestOptions): string => `no text: none of the fields ${textField.join(', ')}`;

/** Why what is called JSON has none, in a line. */
export const notJson = (error: unknown): string =>
  `not JSON: ${(error as Error).message.replace(/\s+/g, ' ').slice(0, 120)}`;

type Place = Pick<Page, 'record' | 'member' | 'charset' | 'sha256'>;

/** The page that a record holds, or the reason why it holds none. */
export function fieldsPage(fields: Fields, place: Place, options: IngestOptions): Page | string {
  const text = pick(fields, options.textField);
  if (text === null) return isEmpty(fields, options.textField) ? 'empty' : noText(options);
  const format: Format = looksLikeHtml(text) ? 'html' : 'txt';
  const page = readText(text, format, options);
  const fetched = moment(pick(fields, options.fetchedField));
  const title = pickFrom(fields, options.titleField);
  const own = metaOf(fields, options);
  const told: Origins = { ...own.origins, ...(title && { title: { from: `field ${title.name}` } }) };
  const shown = title && headline(title.value.trim(), text, fields);
  if (title && shown?.site && !own.meta.publisher) {
    own.meta.publisher = shown.site;
    told.publisher = { from: `field ${title.name}` };
  }
  return {
    ...place,
    ...(fetched !== null && { fetched }),
    decoded: text,
    passes: page.passes,
    ...(page.cut && { cut: page.cut }),
    title: shown?.title ?? page.title,
    meta: { ...page.meta, ...own.meta },
    origins: { ...page.origins, ...told },
    url: pick(fields, options.urlField)?.trim() ?? page.url,
    notes: [...page.notes, ...datesUnread(fields, own.meta, options)],
  };
}
