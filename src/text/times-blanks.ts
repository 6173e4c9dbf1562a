/** Blanks that scrapers leave within dates: 2021 年 3 月 5 日. */
const SPACED =
  /(?<=[0-9０-９])[ \u00a0\u3000]{1,2}(?=[年月日号])|(?<=[年月])[ \u00a0\u3000]{1,2}(?=[0-9０-９]{1,2}[ \u00a0\u3000]{0,2}[月日号])/gu;

/** A text without the blanks within its dates, and by offset in it where each of its characters stood. */
export interface Squeezed {
  text: string;
  /** Null where nothing was taken out. */
  from: Int32Array | null;
}

export function squeezed(text: string): Squeezed {
  const blanks = [...text.matchAll(SPACED)];
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
