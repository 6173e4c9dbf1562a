import { createRequire } from 'node:module';
import path from 'node:path';
import type { Ingested, Note } from '../pipeline/types.ts';
import type { IngestOptions } from './options.ts';
import { documentPage, excess, reject } from './page.ts';
import { pdfBomb } from './pdf-bounds.ts';
import { type Item, type Line, linesOf, textOfPages } from './pdf-lines.ts';

/** A page of text has hundreds of characters; a scan has none, or a stamp or a page number. */
const SCANNED = 5;
/** Characters without a meaning: the font says how they look and not what they are. */
const UNKNOWN = /[\ue000-\uf8ff\ufffd]/g;

/** The folder of the reader, for its character maps: Chinese fonts that are not embedded cannot be read without. */
const folder = (): string => path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

interface Reader {
  numPages: number;
  getPage(number: number): Promise<{
    streamTextContent(options: { disableNormalization: boolean }): ReadableStream;
    cleanup(): unknown;
  }>;
}

type Raw = { str: string; transform: number[]; width: number; height: number } | { type: string };

function itemOf(raw: Raw): Item[] {
  if (!('str' in raw)) return [];
  const [, , c = 0, d = 0, x = 0, y = 0] = raw.transform;
  return [{ text: raw.str, x, y, width: raw.width, size: Math.hypot(c, d) || raw.height || 1 }];
}

/** The lines of one page, its characters as the font names them; null as soon as they are more than `left` characters. */
async function readPage(file: Reader, number: number, left: number): Promise<Line[] | null> {
  const page = await file.getPage(number);
  const reader = page.streamTextContent({ disableNormalization: true }).getReader();
  const items: Item[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const item of (value as { items: Raw[] }).items.flatMap(itemOf)) {
      items.push(item);
      size += item.text.length;
    }
    if (size <= left) continue;
    await reader.cancel(new Error('too large'));
    return null;
  }
  page.cleanup();
  return linesOf(items);
}

async function readPages(file: Reader, options: IngestOptions): Promise<{ pages: Line[][]; notes: Note[] } | string> {
  const pages: Line[][] = [];
  const notes: Note[] = [];
  let left = Math.floor(options.maxBytes / 3);
  for (let number = 1; number <= file.numPages; number++) {
    if (number > options.maxMembers) return `more than ${options.maxMembers} pages`;
    try {
      const lines = await readPage(file, number, left);
      if (!lines) return excess(options.maxBytes + 1, options.maxBytes);
      pages.push(lines);
      left -= lines.reduce((n, line) => n + line.text.length, 0);
    } catch (error) {
      pages.push([]);
      const what = `page ${number} could not be read: ${(error as Error).message}`;
      if (notes.length < 20) notes.push({ level: 'warn', code: 'ingest/pdf', text: what });
    }
  }
  return { pages, notes };
}

/**
 * Reads a PDF with a text layer: its lines as they are printed, running heads and page numbers among them.
 *
 * A PDF without text (a scan) is rejected: `no text layer`.
 */
export async function readPdf(bytes: Uint8Array, sha: string, options: IngestOptions): Promise<Ingested> {
  const bomb = pdfBomb(bytes, options);
  if (bomb) return reject(bomb);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const base = folder();
  const task = getDocument({
    // The reader takes the bytes away from us.
    data: new Uint8Array(bytes),
    cMapUrl: `${path.join(base, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(base, 'standard_fonts')}/`,
    useSystemFonts: false,
    disableFontFace: true,
    // Errors only; they come as exceptions too.
    verbosity: 0,
  });
  try {
    const read = await readPages((await task.promise) as unknown as Reader, options);
    if (typeof read === 'string') return reject(read);
    const text = textOfPages(read.pages);
    const length = text.replace(/\s/g, '').length;
    if (length < SCANNED * read.pages.length && !(length && read.notes.length)) return reject('no text layer');
    const unknown = text.match(UNKNOWN)?.length ?? 0;
    const notes = [...read.notes];
    if (unknown)
      notes.push({ level: 'warn', code: 'ingest/pdf', text: `${unknown} characters that the font does not name` });
    return documentPage(text, null, notes, sha, options);
  } catch (error) {
    const { name, message } = error as Error;
    return reject(name === 'PasswordException' ? 'encrypted' : `broken PDF: ${message}`);
  } finally {
    await task.destroy();
  }
}
