/** The formats that can be read. */
export type Format =
  | 'txt'
  | 'html'
  | 'md'
  | 'json'
  | 'jsonl'
  | 'csv'
  | 'docx'
  | 'mhtml'
  | 'pdf'
  | 'tar'
  | 'warc'
  | 'xlsx'
  | 'zip';

const FORMATS: Record<string, Format> = {
  txt: 'txt',
  html: 'html',
  htm: 'html',
  md: 'md',
  json: 'json',
  jsonl: 'jsonl',
  csv: 'csv',
  tsv: 'csv',
  docx: 'docx',
  mhtml: 'mhtml',
  mht: 'mhtml',
  eml: 'mhtml',
  pdf: 'pdf',
  tar: 'tar',
  tgz: 'tar',
  warc: 'warc',
  xlsx: 'xlsx',
  zip: 'zip',
};

/** Other endings for the same. */
const ALSO: Record<string, Format> = { text: 'txt', xhtml: 'html' };

/** The endings by which files of folders, globs and archives are known. */
export const endings: readonly string[] = Object.keys(FORMATS).map((name) => `.${name}`);

/** Formats that are one page of text from the first byte to the last. */
export const isText = (format: Format | null): boolean =>
  format === null || format === 'txt' || format === 'html' || format === 'md' || format === 'json';

/** The format a file name tells (`.gz` looked through), or null for one of another kind. */
export function formatOf(path: string): Format | null {
  const name = /\.([a-z]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (Object.hasOwn(FORMATS, name)) return FORMATS[name]!;
  return Object.hasOwn(ALSO, name) ? ALSO[name]! : null;
}

/** What programs of servers are called, and so the pages that they make. */
const SERVED = new Set('html htm shtml shtm stm jhtml phtml asp aspx jsp jspx php do action cgi'.split(' '));

/**
 * Whether a file may be a page by its name, as tools that copy sites leave it: under the name of the program that made it, with what
 * it was asked (`view.aspx?id=3`, `index.html@id=1`), or without an ending. What it holds must tell: see {@link holdsPage}.
 */
export function mayBePage(path: string): boolean {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/[?@].*$/s, '')
    .replace(/\.\d{1,3}$/, '');
  const dot = name.lastIndexOf('.');
  return name !== '' && (dot < 0 || SERVED.has(name.slice(dot + 1).toLowerCase()));
}

/** Bytes that are enough to know a page by. */
export const PAGE_HEAD = 1 << 14;

/** Whether the first bytes of a file are markup; a program that makes pages is none. */
export function holdsPage(head: Uint8Array): boolean {
  const bom =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(bom).decode(head.subarray(0, PAGE_HEAD));
  return looksLikeHtml(text) && !/<\?php|<%/.test(text);
}

/** First bytes of files that are no text, whatever their name says: scrapers save what the server sent. */
const MAGIC: readonly (readonly [name: string, bytes: string, offset?: number])[] = [
  ['JPEG', '\xff\xd8\xff'],
  ['PNG', '\x89PNG'],
  ['GIF', 'GIF8'],
  ['PDF', '%PDF-'],
  ['ZIP, DOCX or XLSX', 'PK\x03\x04'],
  ['DOC, XLS or PPT', '\xd0\xcf\x11\xe0\xa1\xb1'],
  ['RTF', '{\\rtf'],
  ['RAR', 'Rar!\x1a'],
  ['7-Zip', "7z\xbc\xaf'\x1c"],
  ['gzip', '\x1f\x8b\x08'],
  ['bzip2', 'BZh9'],
  ['xz', '\xfd7zXZ'],
  ['Zstandard', '\x28\xb5\x2f\xfd'],
  ['RIFF (WebP, AVI or WAV)', 'RIFF'],
  ['MP4', 'ftyp', 4],
  ['MP3', 'ID3'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['icon', '\0\0\x01\0'],
  ['ELF', '\x7fELF'],
  ['SQLite', 'SQLite format 3\0'],
  ['Flash', 'CWS'],
];

/** The format that the first bytes tell whatever the name says, or null where only the name can tell. */
export function sniff(bytes: Uint8Array): Format | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1');
  // Readers of PDF take up to a kilobyte of anything before the mark.
  if (/^[^<]{0,1024}?%PDF-\d/.test(head.slice(0, 1034))) return 'pdf';
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return 'zip';
  if (/^WARC\/\d/.test(head)) return 'warc';
  if (head.startsWith('ustar', 257)) return 'tar';
  if (
    /^(?:From|To|Subject|Date|MIME-Version|Content-Type|Message-ID|Received|Return-Path|Delivered-To|Snapshot-Content-Location): /i.test(
      head,
    )
  )
    return /^content-type:\s{0,9}multipart\/related/im.test(head) || isMailHead(head) ? 'mhtml' : null;
  return null;
}

/** Three header fields that every e-mail has. A text that begins with 日期 has none of them. */
const isMailHead = (head: string): boolean =>
  /^from: /im.test(head) &&
  /^subject: /im.test(head) &&
  /^(?:mime-version|content-type|message-id|received): ?/im.test(head);

/** The kind of binary file that the first bytes tell, or null. */
export function magicOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1');
  for (const [name, magic, offset = 0] of MAGIC) if (head.startsWith(magic, offset)) return name;
  return null;
}

/**
 * Whether a text is markup from its beginning: a document, or a fragment with many tags.
 * A few tags in a plain text are leaked tags, which `repair` removes: one article in a hundred has some.
 */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 1024).trimStart();
  if (
    /^(?:\ufeff?\s{0,9}<!doctype\s+html|<html[\s>]|<\?xml[^<>]{0,200}\?>\s{0,9}<(?:!doctype\s+html|html))/i.test(head)
  )
    return true;
  const sample = text.slice(0, 1 << 16);
  let closing = 0;
  let marked = 0;
  for (const [tag, slash] of sample.matchAll(
    /<(\/?)(?:p|div|br|td|tr|table|ul|ol|li|h[1-6]|head|body|span)\b[^<>]{0,400}>/gi,
  )) {
    marked += tag.length;
    if (slash) closing++;
  }
  return closing >= 3 && marked > sample.length * 0.02 && /^\s*<[a-z!]/i.test(head);
}

/** Whether a text holds any tag that HTML knows. An `.html` file without one is plain text with a wrong name. */
export function hasTags(text: string): boolean {
  return /<(?:!doctype|\/?(?:html|head|body|meta|title|p|div|br|td|tr|table|ul|ol|li|h[1-6]|span|a|img|font|b|strong|section|article|script|style|pre|center))\b/i.test(
    text,
  );
}
