import { bareText, similarity } from '../../text/boilerplate-fold.ts';

/** Characters of a first paragraph that are compared, and how many such beginnings are kept. */
const OPENING = 60;
const MANY = 50;
/** Of copies that are damaged each in its own way more is alike than this; of two paragraphs on one matter a third. */
const LIKE = 0.5;

/** What is known of the articles met so far, so that a copy of one is seen where it begins. */
export class Known {
  readonly #titles = new Map<string, string[]>();
  readonly #firsts = new Set<string>();
  readonly #openings: string[] = [];

  title(title: string): void {
    const bare = bareText(title);
    if (bare.length < 6) return;
    const key = bare.slice(0, 6);
    const list = this.#titles.get(key) ?? [];
    if (!list.includes(bare) && list.length < 50) this.#titles.set(key, [...list, bare]);
  }

  hasTitle(title: string): boolean {
    const bare = bareText(title);
    return this.#titles.get(bare.slice(0, 6))?.includes(bare) ?? false;
  }

  /** Does a paragraph begin with a known headline that ends at a space or before a dateline? */
  glued(text: string): string | null {
    const cut = text.indexOf(' ');
    if (cut < 6 || cut > 70) return null;
    return this.hasTitle(text.slice(0, cut)) ? text.slice(0, cut) : null;
  }

  first(paragraphs: readonly string[]): void {
    const key = opening(paragraphs);
    if (key) this.#firsts.add(key);
    const start = paragraphs[0]?.slice(0, OPENING);
    if (start && this.#openings.length < MANY && !this.#openings.includes(start)) this.#openings.push(start);
  }

  /** Does a paragraph begin as an earlier article does, but for damage? */
  isLikeFirst(paragraph: string): boolean {
    return this.#openings.some((o) => similarity(o, paragraph.slice(0, OPENING)) >= LIKE);
  }

  hasFirst(paragraphs: readonly string[]): boolean {
    const key = opening(paragraphs);
    return key !== null && this.#firsts.has(key);
  }
}

/** The first two paragraphs, by their beginnings; a single recurring sentence is no copy. */
function opening(paragraphs: readonly string[]): string | null {
  const [a, b] = paragraphs;
  if (!a || !b || a.length < 30) return null;
  return `${bareText(a.slice(0, 60)).slice(0, 24)} ${bareText(b.slice(0, 40)).slice(0, 16)}`;
}
