import type { Ingested, Page, Reject } from '../pipeline/types.ts';
import { declaredCharset, decode } from './charset.ts';
import { type Fields, fieldsPage, noText, notJson } from './fields.ts';
import type { IngestOptions } from './options.ts';
import { reject } from './page.ts';

/** How deep a record may lie: `{"data": {"list": [{…}]}}` is four. */
const DEPTH = 6;

/** Whether bytes begin as a JSON object or list does. A list of anything else than objects holds no records. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s{0,99}(?:\[\s{0,99})?\{\s{0,99}["}]/.test(head);
}

/** A first line of brackets alone. */
const SPREAD = /^(?:\xef\xbb\xbf)?\s{0,99}[[{][[{ \t]{0,99}\r?\n/;

/** Whether JSON is one document over several lines, and not a record a line. */
export const isSpread = (bytes: Uint8Array): boolean =>
  SPREAD.test(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1'));

/** `callback({…});`, `var data = {…}`: an answer that is meant to be run. */
const CALLED =
  /^(?:\xef\xbb\xbf)?\s{0,99}(?:\/\*[^*]{0,200}\*\/\s{0,99})?(?:(?:var|let|const)\s)?[A-Za-z_$][\w$.]{0,80}\s{0,9}[(=]\s{0,99}(?=[[{]\s{0,99}["[{}])/;

/** The JSON inside a call or an assignment; the bytes themselves where they are none. */
export function unwrapCall(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const called = CALLED.exec(view.toString('latin1', 0, 1024));
  if (!called) return bytes;
  const end = Math.max(view.lastIndexOf('}'), view.lastIndexOf(']'));
  // Nothing but the end of the call may follow.
  return end > called[0].length &&
    /^[)\]};\s]*$/.test(view.toString('latin1', end + 1, end + 99)) &&
    bytes.length - end < 99
    ? bytes.subarray(called[0].length, end + 1)
    : bytes;
}

/**
 * Reads what an interface answers: one document of JSON, wherever in it the records are that hold text.
 *
 * @returns a page of each record; null when the bytes are not JSON or hold no record with text, so that they are read
 *   as what their name says.
 */
export function readJson(bytes: Uint8Array, sha: string, options: IngestOptions): Ingested | null {
  const parsed = parse(bytes);
  if (typeof parsed === 'string') return null;
  const { document, charset } = parsed;
  const records = recordsIn(document, options.textField, DEPTH);
  if (!records.length) return null;
  const pages: Page[] = [];
  const rejects: Reject[] = [];
  for (const [i, fields] of records.entries()) {
    const record = records.length > 1 ? i + 1 : null;
    const page = fieldsPage(fields, { record, charset, sha256: sha }, options);
    if (typeof page === 'string') rejects.push({ record, reason: page });
    else pages.push(page);
  }
  return pages.length || records.length > 1 ? { pages, rejects } : reject(rejects[0]!.reason);
}

/** Why a document of JSON has no page: it is broken, or holds no text. */
export function whyNoPage(bytes: Uint8Array, options: IngestOptions): string {
  const parsed = parse(bytes);
  return typeof parsed === 'string' ? parsed : noText(options);
}

/** The document, or the reason why it is none. */
function parse(bytes: Uint8Array): { document: unknown; charset: string } | string {
  const decoded = decode(bytes, declaredCharset(bytes));
  if (!decoded) return 'binary (no encoding fits)';
  try {
    return { document: JSON.parse(decoded.text.replace(/^\ufeff/, '')), charset: decoded.charset };
  } catch (error) {
    return notJson(error);
  }
}

/** The objects that have a field of text, outermost first; what lies inside one belongs to it. */
export function recordsIn(value: unknown, textField: readonly string[], depth: number): Fields[] {
  if (!isObject(value) || !depth) return [];
  // Beside records in a list, an object without text is one that lacks it: it is to be told, not left out.
  if (Array.isArray(value) && value.some((v) => isRecord(v, textField))) return value.filter(isObject) as Fields[];
  if (isRecord(value, textField)) return [value];
  return Object.values(value).flatMap((inner) => recordsIn(inner, textField, depth - 1));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isRecord = (value: unknown, textField: readonly string[]): value is Fields =>
  isObject(value) &&
  !Array.isArray(value) &&
  textField.some((name) => Object.hasOwn(value, name) && typeof (value as Fields)[name] === 'string');
