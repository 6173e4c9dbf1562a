import type { Ingested } from '../pipeline/types.ts';
import { type Fields, fieldsPage } from './fields.ts';
import type { IngestOptions } from './options.ts';
import { reject } from './page.ts';
import { readXml, xmlText } from './xml.ts';

/** Whether bytes begin as a feed does: RSS 2.0, RSS 1.0 (RDF) or Atom. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^<>]{0,200}\?>\s{0,99})?(?:<(?:!--[^<>]{0,400}--|\?[^<>]{0,200}\?)>\s{0,99}){0,9}<(?:rss|feed|rdf:RDF)[\s>]/.test(
    head,
  );
}

/** Elements of an item, and the field that each is; of two for one field the longer text is kept. */
const FIELD: Record<string, string> = {
  title: 'title',
  link: 'url',
  guid: 'guid',
  description: 'text',
  summary: 'text',
  content: 'text',
  'content:encoded': 'text',
  pubDate: 'date',
  published: 'date',
  updated: 'updated',
  'dc:date': 'date',
  author: 'author',
  'dc:creator': 'author',
  name: 'author',
  source: 'source',
};
const PAGE = { textField: ['text'], titleField: ['title'], urlField: ['url', 'guid'], dateField: ['date', 'updated'], authorField: ['author'], originField: ['source'] }; // biome-ignore format: a table

interface Item {
  [field: string]: string;
}

/** The items of a feed, in order. */
function itemsOf(xml: string): Item[] {
  const items: Item[] = [];
  let item: Item | null = null;
  let field: string | null = null;
  let text: string[] = [];
  readXml(xml, {
    open(name, attributes) {
      if (name === 'item' || name === 'entry') item = {};
      else if (item && Object.hasOwn(FIELD, name)) {
        field = FIELD[name]!;
        text = [];
        if (name === 'link' && attributes.href) item.url ??= attributes.href;
      }
    },
    text: (piece) => void (field && text.push(piece)),
    close(name) {
      if (item && (name === 'item' || name === 'entry')) {
        items.push(item);
        item = null;
      } else if (item && field && FIELD[name] === field) {
        const said = text.join('').trim();
        if (said.length > (item[field]?.length ?? 0)) item[field] = said;
        field = null;
      }
    },
  });
  return items;
}

/** Reads a feed: a page of each item that has text, a reject of each that has none. */
export function readFeed(bytes: Uint8Array, sha: string, options: IngestOptions): Ingested {
  const xml = xmlText(bytes);
  const items = xml === null ? [] : itemsOf(xml);
  if (!items.length) return reject('no text: a feed without items');
  const out: Ingested = { pages: [], rejects: [] };
  for (const [i, item] of items.entries()) {
    const record = items.length > 1 ? i + 1 : null;
    const page = fieldsPage(item as Fields, { record, charset: null, sha256: sha }, { ...options, ...PAGE });
    if (typeof page === 'string') out.rejects.push({ record, reason: page });
    else out.pages.push(page);
  }
  return out;
}
