import type { Page } from '../pipeline/types.ts';
import { type Fields, fieldsPage } from './fields.ts';
import { recordsIn } from './json.ts';
import type { Format } from './kind.ts';
import type { IngestOptions } from './options.ts';
import { lengthAfter, readPage } from './page.ts';

/** Fields of text in what pages carry for their scripts (schema.org's name first). */
const TEXT_FIELDS = ['articleBody', 'contentHtml', 'htmlContent', 'content_html', 'articleContent', 'detail'];
/** `props.pageProps.initialState.article.detail.content` is six deep. */
const DEPTH = 10;
/** A page that shows so little holds a shell for scripts to fill. */
const SHELL = 300;
/** A record that has less is a teaser. */
const LEAST = 120;
/** Scripts looked at. */
const SCRIPTS = 200;

/** `window.__INITIAL_STATE__ = {…};`, `var detail = {…}` */
const ASSIGNED =
  /^\s{0,99}(?:(?:window|self|globalThis)\s?\.\s?|var\s|let\s|const\s)\s{0,9}[\w$.]{1,60}\s{0,9}=\s{0,9}(?=[[{])/;

const TAG = /<(\/?)script\b[^<>]{0,500}>/gi;

/** The scripts of a page that may be JSON, as they are written. */
function* scriptsOf(html: string): Generator<string> {
  let start = -1;
  let left = SCRIPTS;
  for (const m of html.matchAll(TAG)) {
    const opens = m[1] === '';
    if (opens && start < 0) start = m.index + m[0].length;
    if (opens || start < 0) continue;
    const body = html.slice(start, m.index);
    start = -1;
    if (!left--) return;
    const assigned = ASSIGNED.exec(body.slice(0, 300));
    if (assigned) yield body.slice(assigned[0].length).replace(/[;\s]{1,99}$/, '');
    else if (/^\s{0,99}[[{]/.test(body)) yield body;
  }
}

/** The record with the longest text that the page's scripts carry; null where none has as much as an article. */
function longestRecord(html: string, names: readonly string[]): Fields | null {
  let best: Fields | null = null;
  let most = LEAST;
  for (const script of scriptsOf(html)) {
    let data: unknown;
    try {
      data = JSON.parse(script);
    } catch {
      continue;
    }
    for (const record of recordsIn(data, names, DEPTH)) {
      const text = names.map((n) => record[n]).find((v) => typeof v === 'string') as string | undefined;
      const han = text?.match(/\p{Script=Han}/gu)?.length ?? 0;
      if (han > most) [best, most] = [record, han];
    }
  }
  return best;
}

/**
 * The article of a page that shows none because a script would put it there: the record in JSON-LD, `__NEXT_DATA__` or a
 * variable of the page's own. A page that shows its article is returned as it is.
 */
function orEmbedded(page: Page, options: IngestOptions): Page {
  if (!/<script/i.test(page.decoded)) return page;
  const shown = lengthAfter(page.decoded, page.passes);
  if (shown > SHELL) return page;
  const textField = [...options.textField, ...TEXT_FIELDS];
  const record = longestRecord(page.decoded, textField);
  if (!record) return page;
  const { charset, sha256 } = page;
  const found = fieldsPage(record, { record: page.record, charset, sha256 }, { ...options, textField });
  if (typeof found === 'string' || lengthAfter(found.decoded, found.passes) < 2 * shown) return page;
  return {
    ...found,
    title: found.title ?? page.title,
    url: found.url ?? page.url,
    meta: { ...page.meta, ...found.meta },
    origins: { ...page.origins, ...found.origins },
    notes: [
      ...page.notes.filter((n) => n.code !== 'ingest/no-main'),
      { level: 'info', code: 'ingest/embedded', text: 'the article stands in a script of the page' },
      ...found.notes,
    ],
  };
}

/**
 * Bytes of one page with text on it, be it shown or carried for the page's scripts; the parameters are those of {@link readPage}.
 *
 * @returns the page, or the reason why there is none.
 */
export function readArticle(
  bytes: Uint8Array,
  named: Format | null,
  sha: string,
  options: IngestOptions,
  declared: string | null = null,
): Page | string {
  const read = readPage(bytes, named, sha, options, declared);
  if (typeof read === 'string') return read;
  const page = orEmbedded(read, options);
  return lengthAfter(page.decoded, page.passes) > 0 ? page : 'no text';
}
