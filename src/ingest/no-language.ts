import { COMMON_HAN } from './common-han.ts';

/** Characters that are looked at. */
const SAMPLE = 1 << 17;
/** A text in which more than every fifth character is none is no text; icons of a site's own stand more thinly. */
const NONE_SHARE = 0.2;

/**
 * Whether what a byte-order mark made UTF-16 is in no language: any two bytes make a character, so that of binary rubbish behind
 * FF FE nothing else tells. Many are controls, halves of pairs or private; or all are rare Han characters, as ASCII read by twos is,
 * and the last byte is left over. However short, a text of whole characters of one script is one.
 */
export function isNoLanguage(given: string): boolean {
  const text = withoutPadding(given);
  // The byte left over of a file that was cut off says nothing of the text before it.
  const isCut = text.endsWith('\ufffd');
  const some = text.slice(text.startsWith('\ufeff') ? 1 : 0, isCut ? -1 : undefined).slice(0, SAMPLE);
  const none =
    some.match(/[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]|\p{Cs}|\p{Cn}/gu)?.length ?? 0;
  if (none > some.length * NONE_SHARE) return true;
  return isCut && /\p{Script=Han}/u.test(some) && !/[\t\n\r -~]/.test(some) && !hasCommon(some);
}

/** What a buffer or a disk fills up with behind the text. */
function withoutPadding(text: string): string {
  // An odd number of zeros leaves one byte over.
  const over = text.endsWith('\0\ufffd') ? 1 : 0;
  let end = text.length - over;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return end === text.length - over ? text : text.slice(0, end);
}

function hasCommon(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (COMMON_HAN.has(text.charCodeAt(i)) || isMark(text[i]!)) return true;
  return false;
}

/** Punctuation of Chinese: rubbish seldom holds any. */
const isMark = (c: string): boolean => /[\u3000-\u3011\uff01-\uff5e\u2014\u2026]/.test(c);
