import type { Edit } from '../../text/edits.ts';
import { Count, type Tally } from '../../text/tally.ts';
import { type DataTables, dataTables, textLengths } from './data-tables.ts';
import { Grid, type Span } from './grid.ts';
import type { Line } from './lines.ts';
import { listNumbers } from './list-numbers.ts';
import type { Main } from './main.ts';
import { BLOCK } from './tags.ts';
import { CAPTION, ENTITY, HIDDEN, NOT_TEXT, OPEN, TEXT, type Tree } from './tree.ts';

/** Characters between which a line break of the source means nothing (CSS Text 3, 4.1.3): Chinese has no spaces to lose. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u2014\u2018-\u201d\u2026]/;

/** Why a gap of the source is cut, the gravest reason first. */
const RULES = ['ingest/script', 'ingest/hidden', 'ingest/chrome', 'ingest/caption', 'ingest/markup'] as const;
type Rule = (typeof RULES)[number];

/** The edits that leave the article's text, and what of the page's text they take away, by rule. */
interface Rendered {
  edits: Edit[];
  cut: Record<string, Tally>;
}

/** Writes the edits that turn the page's source into its text. Reads the events once, in order. */
class Renderer {
  readonly edits: Edit[] = [];
  readonly #tree: Tree;
  readonly #tables: DataTables;
  /** End of the source that is dealt with. */
  #at = 0;
  /** What is owed before the next character: line breaks, a tab, a space. */
  #breaks = 0;
  #tabs = 0;
  #space: '' | ' ' | '\n' = '';
  /** Whether the current row, and the text, hold anything yet. */
  #row = false;
  #any = false;
  /** The table of the current row, its columns, the one that stands open and the one last written in. */
  #table = -1;
  /** Whether its cells stand in no `<tr>`. */
  #rowless = false;
  #grid = new Grid();
  #column = 0;
  #written = 0;
  #last = '';
  /** Index into RULES of the gravest cut in the current gap. */
  #why = RULES.length - 1;
  /** Open cells of data tables that are small. */
  #cells = 0;
  /** Numbers by item of a list, and those owed before the next character. */
  readonly #numbers: ReadonlyMap<number, string>;
  #labels: { item: number; text: string }[] = [];
  /** What was cut and is text, by rule; and the rule of the last of it. */
  readonly #cuts = new Map<Rule, Count>();
  #cutting: Count | null = null;

  constructor(tree: Tree, tables: DataTables, numbers: ReadonlyMap<number, string>) {
    this.#tree = tree;
    this.#tables = tables;
    this.#numbers = numbers;
  }

  #blame(rule: Rule): void {
    this.#why = Math.min(this.#why, RULES.indexOf(rule));
  }

  #owed(next: string): string {
    if (!this.#any) return '';
    if (this.#breaks) return '\n'.repeat(this.#breaks) + '\t'.repeat(this.#tabs);
    if (this.#tabs) return '\t'.repeat(this.#tabs);
    if (this.#space === '\n') return WIDE.test(this.#last) && WIDE.test(next) ? '' : ' ';
    return this.#space;
  }

  /** Shows source `[from,to)`, as it stands or as `text`. */
  #show(from: number, to: number, text?: string): void {
    const s = this.#tree.source;
    const insert = this.#owed(text ?? s[from]!);
    if (this.#at < from || insert) {
      if (s.slice(this.#at, from) !== insert)
        this.edits.push({ start: this.#at, end: from, insert, rule: this.#rule(from) });
    }
    if (this.#labels.length) this.#label(from, to, text);
    if (text !== undefined) this.edits.push({ start: from, end: to, insert: text, rule: 'ingest/entity' });
    this.#at = to;
    this.#last = text?.at(-1) ?? s[to - 1]!;
    this.#breaks = this.#tabs = 0;
    this.#space = '';
    this.#row = this.#any = true;
    this.#written = this.#column;
    this.#why = RULES.length - 1;
  }

  /** Writes the number of an item where its text begins: it stands nowhere in the source, so it maps to no character of it. */
  #label(from: number, to: number, text?: string): void {
    const s = this.#tree.source;
    let at = from;
    // Behind the blanks that set a paragraph in.
    while (at < to && isIndent(text ?? s[at]!)) at++;
    if (at === to) return;
    const label = this.#labels.map((l) => l.text).join(' ');
    // 1.5 would be another number, and a.m another word.
    const gap = /^[\da-z]/i.test(text ?? s[at]!) ? ' ' : '';
    this.edits.push({ start: at, end: at, insert: label + gap, rule: 'ingest/list-number' });
    this.#labels = [];
  }

  /** Where nothing but white space or control characters goes, that is the rule. */
  #rule(to: number): string {
    const gap = this.#tree.source.slice(this.#at, to);
    if (gap === '\ufeff') return 'ingest/bom';
    if (this.#why < RULES.length - 1 || /[<&]/.test(gap)) return RULES[this.#why]!;
    return /[^\s]/.test(gap) ? 'ingest/control' : 'ingest/space';
  }

  block(node: number, opening: boolean): void {
    const tag = this.#tree.tag[node]!;
    const table = this.#tables.kind[node]!;
    if (tag === 'li') this.#item(node, opening);
    if (tag === 'br' || BLOCK.has(tag)) this.#endCut();
    if (table) {
      if (tag === 'tr') this.#newRow(node, opening);
      else this.#cell(node, opening, table === 2);
      return;
    }
    if (tag === 'br') this.newline();
    else if (BLOCK.has(tag)) this.#border();
  }

  /** An item without text has no number; one that begins with a list has two. */
  #item(node: number, opening: boolean): void {
    const text = opening ? this.#numbers.get(node) : undefined;
    if (text !== undefined) this.#labels.push({ item: node, text });
    else if (!opening && this.#labels.at(-1)?.item === node) this.#labels.pop();
  }

  newline(): void {
    if (this.#cells) this.#space ||= ' ';
    else if (this.#any) this.#break(Math.min(2, this.#breaks + 1));
  }

  #border(): void {
    if (this.#cells) this.#space ||= ' ';
    else if (this.#any) this.#break(Math.max(1, this.#breaks));
  }

  /** A break inside a row: what stands behind it begins a line. */
  #break(lines: number): void {
    this.#breaks = lines;
    if (!this.#row) return;
    this.#tabs = 0;
    this.#written = this.#column;
  }

  /** @param node the row; of cells that stand in none, the first */
  #newRow(node: number, opening: boolean): void {
    this.#rowless = false;
    this.#breaks = Math.max(1, this.#breaks);
    this.#tabs = 0;
    this.#row = false;
    this.#column = this.#written = 0;
    if (!opening) return;
    if (this.#tables.of[node] !== this.#table) this.#grid = new Grid();
    this.#table = this.#tables.of[node]!;
    this.#grid.row();
  }

  /** A tab for each border between a cell and the last one of its row that holds something, or the beginning of the row. */
  #cell(node: number, opening: boolean, small: boolean): void {
    if (small) this.#cells += opening ? 1 : -1;
    this.#space = '';
    if (!opening) return;
    if (
      this.#tree.tag[this.#tree.parent[node]!] !== 'tr' &&
      !(this.#rowless && this.#tables.of[node] === this.#table)
    ) {
      // Browsers make a row for them.
      this.#newRow(node, true);
      this.#rowless = true;
    }
    this.#column = this.#grid.cell(this.#tree.spans.get(node) ?? ONE);
    // Behind a cell of paragraphs the row goes on in a new line.
    if (this.#breaks && this.#row) this.#written = this.#column;
    this.#tabs = this.#column - this.#written;
  }

  text(from: number, to: number, pre: boolean): void {
    const s = this.#tree.source;
    for (let i = from; i < to; ) {
      let end = i;
      if (isBlank(s[i]!)) {
        while (end < to && isBlank(s[end]!)) end++;
        this.#blank(i, end, pre);
      } else if (isControl(s.charCodeAt(i))) end++;
      else {
        while (end < to && !isBlank(s[end]!) && !isControl(s.charCodeAt(end))) end++;
        this.#show(i, end);
      }
      i = end;
    }
  }

  #blank(from: number, to: number, pre: boolean): void {
    const s = this.#tree.source.slice(from, to);
    if (!pre) {
      if (this.#space !== '\n') this.#space = /[\r\n]/.test(s) ? '\n' : ' ';
      return;
    }
    const line = Math.max(s.lastIndexOf('\n'), s.lastIndexOf('\r')) + 1;
    if (line && this.#any) this.#breaks = Math.min(2, this.#breaks + (s.match(/\r\n?|\n/g)?.length ?? 0));
    if (from + line < to) this.#show(from + line, to);
  }

  space(): void {
    this.#space ||= ' ';
  }

  entity(from: number, to: number, text: string): void {
    if (isBlank(text)) this.#space ||= /[\r\n]/.test(text) ? '\n' : ' ';
    else if (!isControl(text.charCodeAt(0))) this.#show(from, to, text);
  }

  /** Cuts the text of an event, and counts it if it is text. */
  skip(event: number): void {
    const tree = this.#tree;
    const hidden = tree.hidden[tree.node[event]!]!;
    const rule =
      hidden === NOT_TEXT
        ? 'ingest/script'
        : hidden === HIDDEN
          ? 'ingest/hidden'
          : hidden === CAPTION
            ? 'ingest/caption'
            : 'ingest/chrome';
    this.#blame(rule);
    if (rule === 'ingest/script') return;
    const count = this.#cuts.get(rule) ?? new Count();
    this.#cuts.set(rule, count);
    if (this.#cutting !== count) this.#endCut();
    this.#cutting = count;
    const linked = tree.link[event]! >= 0;
    const text = tree.kind[event] === TEXT ? tree.source : tree.entity.get(event)!;
    if (tree.kind[event] === TEXT) count.add(text, tree.from[event]!, tree.to[event]!, linked);
    else count.add(text, 0, text.length, linked);
  }

  #endCut(): void {
    this.#cutting?.endLine();
    this.#cutting = null;
  }

  finish(): Rendered {
    this.#endCut();
    const end = this.#tree.source.length;
    if (this.#at < end) this.edits.push({ start: this.#at, end, insert: '', rule: this.#rule(end) });
    const counted = [...this.#cuts].map(([rule, { sum }]): [string, Tally] => [rule, sum]);
    return { edits: this.edits, cut: Object.fromEntries(counted.filter(([, { chars }]) => chars > 0)) };
  }
}

function isBlank(c: string): boolean {
  return c === ' ' || c === '\n' || c === '\t' || c === '\r' || c === '\f';
}

/** Blanks that Chinese paragraphs begin with; unlike the others they are shown. */
function isIndent(c: string): boolean {
  return c === '\u3000' || c === '\u00a0';
}

/** What is never shown. A byte-order mark stands in the middle, too, where pages are made of included files. */
function isControl(c: number): boolean {
  if (c === 0xfeff) return true;
  return c < 32 ? c !== 9 && c !== 10 && c !== 12 && c !== 13 : c === 127;
}

const ONE: Span = { columns: 1, rows: 1 };

/** The edits that leave of the page's source the text of its article. Sorted and disjoint: one pass. */
export function render(tree: Tree, lines: readonly Line[], main: Main): Rendered {
  const renderer = new Renderer(tree, dataTables(tree, textLengths(tree)), listNumbers(tree, lines, main));
  const ends = new Uint8Array(tree.kind.length);
  for (const line of main.ends) ends.fill(1, line.first, line.last + 1);
  // Text outside every line is white space, if it be `<p>&nbsp;</p>`: it makes no line of its own.
  const seen = new Uint8Array(tree.kind.length);
  for (const line of lines) seen.fill(1, line.first, line.last + 1);
  for (let e = 0; e < tree.kind.length; e++) {
    const kind = tree.kind[e]!;
    const node = tree.node[e]!;
    if (tree.hidden[node] || main.cut[node] || ends[e]) {
      if (kind === TEXT || kind === ENTITY) renderer.skip(e);
      else if (tree.tag[node] === 'br' || BLOCK.has(tree.tag[node]!)) renderer.block(node, kind === OPEN);
    } else if ((kind === TEXT || kind === ENTITY) && !seen[e] && !tree.pre[node]) renderer.space();
    else if (kind === TEXT) renderer.text(tree.from[e]!, tree.to[e]!, tree.pre[node]!);
    else if (kind === ENTITY) renderer.entity(tree.from[e]!, tree.to[e]!, tree.entity.get(e)!);
    else renderer.block(node, kind === OPEN);
  }
  return renderer.finish();
}
