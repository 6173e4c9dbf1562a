/** Names in which a quotation or a bracket opens and does not close, or closes and did not open. */

/** As far behind a name as its quotation may close. */
const QUOTE = 16;

/** Where the last sign opens that does not close; -1 where all do. */
function openAt(name: string, open: RegExp, close: RegExp): number {
  let depth = 0;
  for (let i = name.length - 1; i >= 0; i--) {
    if (close.test(name[i]!)) depth++;
    else if (open.test(name[i]!) && depth-- === 0) return i;
  }
  return -1;
}

const OPENING = /[“「]/u;
const CLOSING = /[”」]/u;

/** 开办“税务|课堂”: the name up to where its quotation closes; without the sign where it closes nowhere near. */
function quoteClosed(name: string, text: string, at: number | null): string {
  const open = openAt(name, OPENING, CLOSING);
  if (open < 0) return name;
  const rest =
    at === null ? null : /^[^“”「」。；;，,\n]*[”」]/u.exec(text.slice(at + name.length, at + name.length + QUOTE));
  return rest ? name + rest[0] : name.slice(0, open) + name.slice(open + 1);
}

/** What names a thing by itself in a bracket: 危房比例, not 35岁以下, 每村 or 自查、抽查. */
const NAMING = /^(?!每|其中)\p{Script=Han}{2,}$/u;

/** 名单（危房比例|9%）: what stands in the bracket, where it is a name; else what stands in front of it. */
function bracketClosed(name: string): string {
  const open = openAt(name, /[（(]/u, /[）)]/u);
  if (open >= 0) {
    const inner = name.slice(open + 1);
    return NAMING.test(inner) || open < 2 ? inner : name.slice(0, open);
  }
  const close = /^[^（(]*[）)](?=.{2})/u.exec(name);
  return close ? name.slice(close[0].length) : name;
}

/**
 * A name with all its signs in pairs.
 *
 * @param at where it stands in the text, or null
 */
export const closed = (name: string, text: string, at: number | null): string =>
  bracketClosed(quoteClosed(name, text, at));
