import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { type Span, spanOf } from './grid.ts';
import { HiddenClasses, hides } from './hiding.ts';
import { type Counted, countedOf, unnumbers } from './list-styles.ts';
import { BESIDE, BLOCK, DROPPED, ENDS_P, ROWS, SCOPE, SIBLINGS, VOID, WORDS } from './tags.ts';
import { unclosedTables } from './unclosed.ts';

/** What happens at a place of the page, in document order. */
export const OPEN = 0;
export const CLOSE = 1;
/** Text as it stands in the source. */
export const TEXT = 2;
/** A character reference; what it stands for is in `Tree.entity`. */
export const ENTITY = 3;

/** Why an element's text is not shown. 0: it is. */
export const SHOWN = 0;
export const NOT_TEXT = 1;
export const HIDDEN = 2;
const ASIDE = 3;
/** The words under a picture. */
export const CAPTION = 4;

/**
 * An HTML page as parallel lists (a tree of objects would be ten times the page, and inviting to recursion: pages nested
 * 100,000 deep exist). Elements are numbered in document order, so a parent's number is below its children's;
 * element 0 is the page itself.
 */
export interface Tree {
  source: string;
  /** Per element. */
  tag: string[];
  parent: number[];
  /** The nearest block element: itself, if it is one. */
  block: number[];
  /** `id` and `class`, in lower case, of block elements; `''` for others. */
  mark: string[];
  hidden: number[];
  /** Number of the element after the last descendant. */
  end: number[];
  /** Whether white space is shown as it stands. */
  pre: boolean[];
  /** Per event: kind, element, and the range of the source (texts and entities only). */
  kind: number[];
  node: number[];
  from: number[];
  to: number[];
  /** Per event: the `<a href>` it stands in, or -1. */
  link: number[];
  /** What the character references stand for, by event number. */
  entity: Map<number, string>;
  /** Attributes of `<meta>`, `<link>` and `<script>` elements, in order. */
  metas: { tag: string; node: number; attributes: Map<string, string> }[];
  /** Cells that span several columns or rows, by element. */
  spans: Map<number, Span>;
  /** Attributes of `<ol>` and its items that say how these are numbered, by element; those without any are not in it. */
  counted: Map<number, Counted>;
  /** Whether a sheet of the page takes the numbers off all lists. */
  unnumbered: boolean;
}

const PREFORMATTED = /white-space\s{0,3}:\s{0,3}(?:pre|break-spaces)/i;
const PRE_TAGS = new Set(['pre', 'listing', 'xmp', 'plaintext']);
/** Attributes of an element that matter here. Others are not even read: a data URI may have megabytes. */
const KEPT = new Set([
  'id',
  'class',
  'style',
  'hidden',
  'href',
  'name',
  'property',
  'itemprop',
  'http-equiv',
  'content',
  'rel',
  'type',
  'colspan',
  'rowspan',
  'start',
  'reversed',
  'value',
]);

/** Builds the lists out of the tokenizer's events. Every step is amortised constant, however the tags are nested. */
class Builder implements TokenizerCallbacks {
  readonly tree: Tree;
  /** Open elements, and for each tag name (and for `block`, `scope`) the places on it where one is. */
  readonly #stack: number[] = [];
  readonly #open = new Map<string, number[]>();
  #tag = '';
  #attributes = new Map<string, string>();
  #name = '';
  #value: string[] = [];
  /** The open `<a href>`, or -1. */
  #link = -1;
  #at = 0;

  readonly #hidden = new HiddenClasses();
  /** Where tables begin that are never closed; such tables and their cells. */
  readonly #unclosed: ReadonlySet<number>;
  readonly #endless = new Set<number>();
  readonly #reveal: boolean;

  constructor(source: string, reveal: boolean) {
    this.#reveal = reveal;
    this.#unclosed = unclosedTables(source);
    this.tree = {
      source,
      ...{ tag: [], parent: [], block: [], mark: [], hidden: [], end: [], pre: [] },
      ...{ kind: [], node: [], from: [], to: [], link: [], entity: new Map(), metas: [], spans: new Map() },
      ...{ counted: new Map(), unnumbered: false },
    };
    this.#push('#page');
  }

  #event(kind: number, node: number, from: number, to: number): void {
    const t = this.tree;
    t.kind.push(kind);
    t.node.push(node);
    t.from.push(from);
    t.to.push(to);
    t.link.push(this.#link);
    this.#at = to;
  }

  /** Place on the stack of the innermost open element of that name (or group), or -1. */
  #last(name: string): number {
    return this.#open.get(name)?.at(-1) ?? -1;
  }

  #lastOf(names: Iterable<string>): number {
    let last = -1;
    for (const name of names) last = Math.max(last, this.#last(name));
    return last;
  }

  #groups(node: number): string[] {
    const tag = this.tree.tag[node]!;
    const groups = BLOCK.has(tag) ? [tag, '#block'] : [tag];
    if (!SCOPE.has(tag) || this.#endless.has(node)) return groups;
    if (tag === 'table') groups.push('#table');
    groups.push('#scope');
    return groups;
  }

  /** A table that is never closed, or a cell of it: what is closed around it ends it, or all that follows would stand in it. */
  #isEndless(tag: string, at: number): boolean {
    if (tag === 'table') return this.#unclosed.has(at);
    return (
      (tag === 'td' || tag === 'th' || tag === 'caption') && this.#endless.has(this.#stack[this.#last('table')] ?? -1)
    );
  }

  #element(tag: string): number {
    const t = this.tree;
    const node = t.tag.length;
    const parent = this.#stack.at(-1) ?? 0;
    const block = BLOCK.has(tag) || node === 0;
    // A span may name the headline that it holds.
    const mark = block || tag === 'span' ? this.#mark() : '';
    const style = this.#attributes.get('style') ?? '';
    const own = this.#reason(tag, mark, style);
    t.tag.push(tag);
    t.parent.push(parent);
    t.block.push(block ? node : t.block[parent]!);
    t.mark.push(mark);
    t.hidden.push(t.hidden[parent] || own);
    t.end.push(node + 1);
    if (this.#attributes.has('colspan') || this.#attributes.has('rowspan'))
      t.spans.set(node, spanOf(this.#attributes.get('colspan'), this.#attributes.get('rowspan')));
    if (tag === 'ol' || tag === 'li') {
      const counted = countedOf(this.#attributes);
      if (counted) t.counted.set(node, counted);
    }
    t.pre.push(PRE_TAGS.has(tag) || (style ? PREFORMATTED.test(style) : (t.pre[parent] ?? false)));
    return node;
  }

  /** Why the element is not shown, if it is not. */
  #reason(tag: string, mark: string, style: string): number {
    if (DROPPED.has(tag)) return NOT_TEXT;
    if (this.#reveal) return SHOWN;
    if (this.#attributes.has('hidden') || hides(style, mark)) return HIDDEN;
    if (WORDS.has(tag) && this.#hidden.hides(this.#attributes.get('class') ?? '')) return HIDDEN;
    if (tag === 'figcaption') return CAPTION;
    return BESIDE.has(tag) ? ASIDE : SHOWN;
  }

  #mark(): string {
    const id = this.#attributes.get('id');
    const cls = this.#attributes.get('class');
    return id || cls ? `${id ?? ''} ${cls ?? ''}`.slice(0, 200).toLowerCase() : '';
  }

  #push(tag: string): void {
    const node = this.#element(tag);
    if (this.#unclosed.size && this.#isEndless(tag, this.#at)) this.#endless.add(node);
    for (const group of this.#groups(node)) {
      const places = this.#open.get(group);
      if (places) places.push(this.#stack.length);
      else this.#open.set(group, [this.#stack.length]);
    }
    this.#stack.push(node);
    this.#event(OPEN, node, this.#at, this.#at);
    if (tag === 'a' && this.#attributes.has('href')) this.#link = node;
  }

  /** Closes open elements down to the place `to` on the stack, that one included. */
  #pop(to: number): void {
    while (this.#stack.length > to) {
      const node = this.#stack.pop()!;
      for (const group of this.#groups(node)) this.#open.get(group)!.pop();
      this.tree.end[node] = this.tree.tag.length;
      this.#event(CLOSE, node, this.#at, this.#at);
      if (node === this.#link) this.#link = -1;
    }
  }

  /** Closes what the start of `tag` ends without a closing tag of its own. */
  #imply(tag: string): void {
    const sibling = SIBLINGS[tag];
    if (sibling) {
      const shield = this.#lastOf(sibling.within);
      let place = -1;
      for (const name of sibling.ends) {
        const open = this.#open.get(name)?.at(-1) ?? -1;
        if (open > shield && (place < 0 || open < place)) place = open;
      }
      if (place > 0) this.#pop(place);
    }
    if (ENDS_P.has(tag)) {
      const p = this.#last('p');
      if (p > this.#last('#scope')) this.#pop(p);
    }
    if (tag === 'a') this.#link = -1;
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.tree.source.slice(start, end).toLowerCase();
    this.#attributes = new Map();
    this.#at = start - 1;
  }

  onattribname(start: number, end: number): void {
    this.#name = end - start < 20 ? this.tree.source.slice(start, end).toLowerCase() : '';
    this.#value = [];
  }

  onattribdata(start: number, end: number): void {
    if (KEPT.has(this.#name)) this.#value.push(this.tree.source.slice(start, Math.min(end, start + 2000)));
  }

  onattribentity(codepoint: number): void {
    this.#value.push(String.fromCodePoint(codepoint));
  }

  onattribend(): void {
    if (KEPT.has(this.#name) && !this.#attributes.has(this.#name))
      this.#attributes.set(this.#name, this.#value.join(''));
  }

  onopentagend(): void {
    const tag = this.#tag;
    if (tag === 'meta' || tag === 'link' || tag === 'script')
      this.tree.metas.push({ tag, node: this.tree.tag.length, attributes: this.#attributes });
    if (tag === 'html' || tag === 'body') {
      // A second one is how pages pasted into one another look; its content just goes on.
      if (this.#last(tag) >= 0) return;
    }
    if (tag === 'body' || tag === 'frameset') this.#closeHead();
    this.#imply(tag);
    if (VOID.has(tag)) {
      const node = this.#element(tag);
      this.#event(OPEN, node, this.#at, this.#at);
    } else this.#push(tag);
  }

  onselfclosingtag(): void {
    this.onopentagend();
    // `<svg/>`, `<path/>`: only inside svg and math does the slash close.
    if (this.#last('svg') >= 0 || this.#last('math') >= 0) if (!VOID.has(this.#tag)) this.#pop(this.#stack.length - 1);
  }

  #closeHead(): void {
    const head = this.#last('head');
    if (head >= 0) this.#pop(head);
  }

  onclosetag(start: number, end: number): void {
    const tag = this.tree.source.slice(start, end).toLowerCase();
    this.#at = start - 2;
    if (tag === 'br') {
      this.#event(OPEN, this.#element('br'), this.#at, this.#at);
      return;
    }
    if (tag === 'a') this.#link = -1;
    if (tag === 'body' || tag === 'html') return;
    const place = this.#last(tag);
    if (place <= 0) return;
    // A closing tag does not reach through a cell or table; that of an inline element not through a block.
    const wall =
      tag === 'table'
        ? -1
        : SCOPE.has(tag) || ROWS.has(tag)
          ? this.#last('#table')
          : BLOCK.has(tag)
            ? this.#last('#scope')
            : this.#last('#block');
    if (place >= wall) this.#pop(place);
  }

  ontext(start: number, end: number): void {
    // The tokenizer's word for a page cut off behind the slash of a tag (`…<br/`): no text, the rest of an unfinished tag.
    if (start < 0) return;
    if (this.tree.tag[this.#stack.at(-1)!] === 'style') {
      const sheet = this.tree.source.slice(start, end);
      this.#hidden.learn(sheet);
      this.tree.unnumbered ||= unnumbers(sheet);
    }
    this.#event(TEXT, this.#stack.at(-1)!, start, end);
  }

  ontextentity(codepoint: number, end: number): void {
    const t = this.tree;
    const last = t.kind.length - 1;
    // A reference to two characters (&NotEqualTilde;) is told in two events.
    if (t.kind[last] === ENTITY && t.to[last] === end) {
      t.entity.set(last, t.entity.get(last)! + String.fromCodePoint(codepoint));
      return;
    }
    const start = t.source.lastIndexOf('&', end - 1);
    this.#event(ENTITY, this.#stack.at(-1)!, start, end);
    t.entity.set(last + 1, String.fromCodePoint(codepoint));
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {
    this.#pop(0);
  }
}

/**
 * Parses a page. Never throws; time and memory are linear in the source, whatever its nesting.
 *
 * @param reveal takes as shown what a style hides and what stands in `<nav>`, `<footer>` and the like: some pages show their
 *   article by script, some forget a closing tag.
 */
export function parse(source: string, reveal = false): Tree {
  const builder = new Builder(source, reveal);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder);
  tokenizer.write(source);
  tokenizer.end();
  return builder.tree;
}
