import { isoDate } from '../text/field-dates.ts';
import { decode } from './charset.ts';
import type { Headers } from './headers.ts';

/** `=?utf-8?B?5rig?=`: words of a header that are not ASCII (RFC 2047). */
const WORD = /=\?([\w-]{1,40})\?([BbQq])\?([^?]{0,2000})\?=(?:\s+(?==\?))?/g;
/** Longest subject that is read. */
const MAX = 4000;

const unquoted = (text: string): Uint8Array =>
  Buffer.from(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );

/** What an e-mail is about; null where it does not say. */
export function subjectOf(headers: Headers): string | null {
  const written = headers.get('subject')?.slice(0, MAX);
  if (!written) return null;
  // Mail that breaks the rule writes the bytes as they are.
  const plain = WORD.test(written) ? null : decode(Buffer.from(written, 'latin1'), null);
  WORD.lastIndex = 0;
  const said =
    plain?.text ??
    written.replace(WORD, (_, charset: string, how: string, text: string) => {
      const bytes = /b/i.test(how) ? Buffer.from(text, 'base64') : unquoted(text);
      return decode(bytes, charset)?.text ?? '';
    });
  return (
    said
      .replace(/^(?:(?:Re|Fwd?|回复|答复|转发)\s?[:：]\s?){1,9}/iu, '')
      .replace(/\s+/g, ' ')
      .trim() || null
  );
}

/** Whether a header block is that of an e-mail rather than of a page that a browser saved. */
export const isMail = (headers: Headers): boolean =>
  headers.has('subject') && headers.has('from') && !headers.has('snapshot-content-location') && /^multipart\/related/i.test(headers.get('content-type') ?? '') === false; // biome-ignore format: one rule

/** The day and hour in China at which it was sent: `Mon, 08 Mar 2021 09:15:00 +0800` → `2021-03-08T09:15:00`. */
export const writtenAt = (headers: Headers): string | null => isoDate(headers.get('date') ?? '');
