/** What a text comes to, in characters that are not white space. */
export interface Tally {
  chars: number;
  /** Chinese characters among them. */
  han: number;
  /** Chinese characters on lines of running text. */
  prose: number;
  /** Of these, such as stand in paragraphs, which no teaser is. */
  paragraphs: number;
}

/** Marks of running text. List items, menus and bylines have none; quotation marks stand in headlines as well. */
export const PROSE_MARKS = new Set([...'，。；！？﹐,;'].map((c) => c.charCodeAt(0)));

/** A shorter line is a headline with a comma, or a label. The article of a page is found by the same measure (ingest/html/weights.ts). */
const LEAST = 12;
/** Teasers are cut after forty to sixty characters. Wrong case: an article of one-line paragraphs. */
const PARAGRAPH = 60;

/** White space, control characters and what has no width. */
export const isSpace = (c: number): boolean =>
  c <= 32 || c === 0xa0 || c === 0x3000 || c === 0xfeff || (c >= 0x2000 && c <= 0x200d);

export const noTally = (): Tally => ({ chars: 0, han: 0, prose: 0, paragraphs: 0 });

/** Counts a text piece by piece; a line may come in several pieces. */
export class Count {
  readonly sum: Tally = noTally();
  #chars = 0;
  #han = 0;
  #marks = 0;
  #linked = 0;

  /** Counts `[from, to)` of a text. Line breaks in it count as white space. */
  add(text: string, from: number, to: number, linked = false): void {
    for (let i = from; i < to; i++) {
      const c = text.charCodeAt(i);
      // The second half of a surrogate pair is no character of its own.
      if (isSpace(c) || (c >= 0xdc00 && c <= 0xdfff)) continue;
      this.#chars++;
      if (linked) this.#linked++;
      if (c >= 0x4e00 && c <= 0x9fff) this.#han++;
      else if (PROSE_MARKS.has(c)) this.#marks++;
    }
  }

  /** The line is at its end: whether it was running text is known now. Links never are. */
  endLine(): void {
    const plain = this.#chars - this.#linked;
    const prose = this.#marks > 0 && plain >= LEAST && this.#han * 3 > plain && this.#linked * 2 <= this.#chars;
    this.sum.chars += this.#chars;
    this.sum.han += this.#han;
    if (prose) this.sum.prose += this.#han;
    if (prose && plain >= PARAGRAPH) this.sum.paragraphs += this.#han;
    this.#chars = this.#han = this.#marks = this.#linked = 0;
  }
}

/** Counts a text. Linear. */
export function tally(text: string): Tally {
  const count = new Count();
  for (let start = 0; start <= text.length; ) {
    const eol = text.indexOf('\n', start);
    const end = eol < 0 ? text.length : eol;
    count.add(text, start, end);
    count.endLine();
    start = end + 1;
  }
  return count.sum;
}

/** Adds `b` to `a`, `times` times (-1 takes it away). */
export function addTally(a: Tally, b: Tally, times = 1): void {
  a.chars += times * b.chars;
  a.han += times * b.han;
  a.prose += times * b.prose;
  a.paragraphs += times * b.paragraphs;
}
