import { charSet } from './char-set.ts';

const BLANK = /[ \u00a0\u3000]{1,2}/gu;
const ANY = /[0-9０-９年月][ \u00a0\u3000]/u;
const isDigit = charSet('0123456789０１２３４５６７８９');
const isUnit = charSet('年月日号');
const isLong = charSet('年月');
const DAY = /^[0-9０-９]{1,2}[ \u00a0\u3000]{0,2}[月日号]/u;

/** Blanks that scrapers leave within dates: 2021 年 3 月 5 日; not those of 3月 5人次. */
function within(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isDigit(before)) return isUnit(text.charCodeAt(end));
  return isLong(before) && isDigit(text.charCodeAt(end)) && DAY.test(text.slice(end, end + 6));
}

/** A text without the blanks within its dates, and by offset in it where each of its characters stood. */
interface Squeezed {
  text: string;
  /** Null where nothing was taken out. */
  from: Int32Array | null;
}

/** The text without the blanks inside its dates. */
export function squeezed(text: string): Squeezed {
  if (!ANY.test(text)) return { text, from: null };
  const blanks = [...text.matchAll(BLANK)].filter((m) => within(text, m.index, m.index + m[0].length));
  if (!blanks.length) return { text, from: null };
  const from = new Int32Array(text.length + 1);
  let out = '';
  let at = 0;
  const keep = (to: number): void => {
    for (let k = at; k < to; k++) from[out.length + k - at] = k;
    out += text.slice(at, to);
  };
  for (const m of blanks) {
    keep(m.index);
    at = m.index + m[0].length;
  }
  keep(text.length);
  from[out.length] = text.length;
  return { text: out, from };
}
