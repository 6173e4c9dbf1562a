import { charSet } from '../../../text/char-set.ts';

/** A quoted phrase. Offsets are UTF-16; `start`, `end` without the quotation marks, `open`, `close` with them. */
export interface Quote {
  text: string;
  start: number;
  end: number;
  open: number;
  close: number;
  /** Inside 《…》: part of the title of a document. */
  titled: boolean;
}

/** Longer ones are speech; the longest couplets of the field have five clauses of nine characters. */
const LONGEST = 60;

const OPEN = new Set(['“', '「', '〝']);
/** Everything that the scan stops at. */
const isMark = charSet('\n《》“「〝‘『’』”」〞〟"＂');
const CLOSE = new Set(['”', '」', '〞', '〟']);

/**
 * The quoted phrases of a text, by their opening marks, in one scan; ‘…’ inside “…” is a phrase of its own.
 *
 * Marks that point the wrong way are read by their place: in `实行”一岗双责”` the first one opens. A phrase ends with its
 * line: an opening mark whose partner was lost never swallows the next paragraph.
 */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  let double = -1;
  let single = -1;
  let titles = 0;
  const push = (open: number, close: number): void => {
    if (close === open + 1) return;
    quotes.push({
      text: text.slice(open + 1, close),
      start: open + 1,
      end: close,
      open,
      close: close + 1,
      titled: titles > 0,
    });
  };
  for (let i = 0; i < text.length; i++) {
    if (!isMark(text.charCodeAt(i))) continue;
    const c = text[i]!;
    if (c === '\n') {
      double = -1;
      single = -1;
      titles = 0;
    } else if (c === '《') titles++;
    else if (c === '》') titles = Math.max(0, titles - 1);
    else if (OPEN.has(c)) double = i;
    else if (c === '‘' || c === '『') single = i;
    else if (c === '’' || c === '』') {
      if (single >= 0 && i - single - 1 <= LONGEST) push(single, i);
      single = -1;
    } else if (CLOSE.has(c) || c === '"' || c === '＂') {
      // Too far from its opening mark: one of the two is a stray, and this one may open the next phrase.
      if (double < 0 || i - double - 1 > LONGEST) double = CLOSE.has(c) && double >= 0 ? -1 : i;
      else {
        push(double, i);
        double = -1;
      }
    }
  }
  return quotes.sort((a, b) => a.open - b.open);
}
