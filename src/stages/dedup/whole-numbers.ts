/**
 * For who reads differences: a number that changed is shown whole. Two texts are aligned character by character, so that 78 against 89
 * is a 9 put in and a 7 left out. What a difference is, is decided before, and stays.
 */
import { type AlignedDifference, type Span, shown } from './shown.ts';

/** Whether a character is part of a number: a digit, or a point between two digits. */
function isPart(text: string, i: number): boolean {
  const digit = (k: number): boolean => k >= 0 && k < text.length && /[0-9]/u.test(text[k]!);
  return digit(i) || ((text[i] === '.' || text[i] === '．') && digit(i - 1) && digit(i + 1));
}

/** Only what may be a piece of a number is widened: names and clauses stand as they are. */
const isOpen = (d: AlignedDifference): boolean =>
  (d.kind === 'slot' && (d.slot === 'number' || d.slot === 'date')) ||
  (d.kind === 'slip' && /^[0-9.．]*[%％]?$/u.test(d.a.text) && /^[0-9.．]*[%％]?$/u.test(d.b.text));

/** As far as both texts go on with the same part of a number, to either side; each character is passed once or twice. */
function widen(a: string, b: string, p: Span, q: Span): void {
  while (isPart(a, p.start - 1) && isPart(b, q.start - 1) && a[p.start - 1] === b[q.start - 1]) {
    p.start--;
    q.start--;
  }
  while (isPart(a, p.end) && isPart(b, q.end) && a[p.end] === b[q.end]) {
    p.end++;
    q.end++;
  }
}

/** The differences in the order of the first text, those of one number as one. */
export function wholeNumbers(list: readonly AlignedDifference[], a: string, b: string): AlignedDifference[] {
  const out: AlignedDifference[] = [];
  /** Whether the last of `out` is a piece of a number. */
  let open = false;
  for (const d of list) {
    const last = out.at(-1);
    const [p, q] = [{ ...d.a }, { ...d.b }];
    const wide = isOpen(d);
    if (wide) widen(a, b, p, q);
    const meets = last && wide && open && p.start <= last.a.end && q.start <= last.b.end;
    if (!meets || p.start < last.a.start || q.start < last.b.start) {
      out.push(wide ? { ...d, ...shown(a, b, p, q) } : d);
      open = wide;
      continue;
    }
    const [from, to] = [
      { start: last.a.start, end: Math.max(last.a.end, p.end) },
      { start: last.b.start, end: Math.max(last.b.end, q.end) },
    ];
    const decided = last.kind === 'slot' ? last : d;
    out[out.length - 1] = { ...decided, ...shown(a, b, from, to) };
  }
  return out;
}
