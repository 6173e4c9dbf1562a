import type { Ingested, Note } from '../pipeline/types.ts';
import { Counter, readNumbering } from './numbering.ts';
import type { IngestOptions } from './options.ts';
import { documentPage, reject } from './page.ts';
import { type Attributes, officePart, readXml, typeNotes } from './xml.ts';
import type { Budget, Member } from './zip.ts';

/** What a paragraph style says of numbering. */
interface Style {
  name: string;
  based: string | null;
  use: string | null;
  level: number | null;
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  readXml(xml, {
    open(name, a) {
      const value = a['w:val'] ?? '';
      if (name === 'w:style') {
        style = { name: '', based: null, use: null, level: null };
        styles.set(a['w:styleId'] ?? '', style);
      } else if (!style) return;
      else if (name === 'w:name') style.name = value;
      else if (name === 'w:basedOn') style.based = value;
      else if (name === 'w:numId') style.use = value;
      else if (name === 'w:ilvl') style.level = Number(value) || 0;
    },
    close(name) {
      if (name === 'w:style') style = null;
    },
  });
  return styles;
}

/** A paragraph that is being read, and the cell of a table that it belongs to. */
interface Paragraph {
  text: string;
  style: string;
  use: string | null;
  level: number | null;
}

interface Row {
  cells: string[][];
  /** How many columns each cell spans. */
  spans: number[];
}

/** Columns that a cell may span; what claims more is broken. */
const COLUMNS = 64;

/** What is not shown: deleted or moved away, replaced properties, the second form of a text box, readings over characters. */
const UNSHOWN = new Set(['w:del', 'w:moveFrom', 'w:pPrChange', 'mc:Fallback', 'w:rt']);
/** Characters that are elements. */
const SIGNS: Record<string, string> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '',
};

/** Turns the events of `document.xml` into lines. */
class Body {
  readonly lines: string[] = [];
  title: string | null = null;
  footnotes = 0;
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #counter: Counter;
  readonly #open: Paragraph[] = [];
  readonly #rows: Row[] = [];
  #unshown = 0;
  #shown = false;
  #hidden = false;
  #properties = 0;

  constructor(styles: ReadonlyMap<string, Style>, counter: Counter) {
    this.#styles = styles;
    this.#counter = counter;
  }

  open(name: string, a: Attributes): void {
    if (UNSHOWN.has(name)) this.#unshown++;
    const paragraph = this.#open.at(-1);
    if (name === 'w:p') this.#open.push({ text: '', style: '', use: null, level: null });
    else if (name === 'w:tr') this.#rows.push({ cells: [], spans: [] });
    else if (name === 'w:tc') this.#rows.at(-1)?.cells.push([]);
    else if (name === 'w:gridSpan') this.#span(Number(a['w:val']));
    else if (name === 'w:r') this.#hidden = false;
    else if (name === 'w:t' || name === 'm:t') this.#shown = true;
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') this.footnotes++;
    else if (name === 'w:pPr') this.#properties++;
    else if (!paragraph) return;
    else if (this.#properties && !this.#unshown) this.#property(name, a, paragraph);
    else if (name === 'w:vanish') this.#hidden = a['w:val'] !== '0' && a['w:val'] !== 'false';
    else if (SIGNS[name] !== undefined && a['w:type'] !== 'page' && !this.#unshown) paragraph.text += SIGNS[name];
  }

  #span(columns: number): void {
    const row = this.#rows.at(-1);
    if (row?.cells.length && columns > 1 && columns <= COLUMNS) row.spans[row.cells.length - 1] = columns;
  }

  #property(name: string, a: Attributes, paragraph: Paragraph): void {
    const value = a['w:val'] ?? '';
    if (name === 'w:pStyle') paragraph.style = value;
    else if (name === 'w:numId') paragraph.use = value;
    else if (name === 'w:ilvl') paragraph.level = Number(value) || 0;
  }

  text(data: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph && this.#shown && !this.#hidden && !this.#unshown) paragraph.text += data;
  }

  close(name: string): void {
    if (UNSHOWN.has(name)) this.#unshown--;
    else if (name === 'w:t' || name === 'm:t') this.#shown = false;
    else if (name === 'w:pPr') this.#properties--;
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tr') this.#endRow();
  }

  /** Where lines go: the innermost cell, else the page. */
  get #target(): string[] {
    return this.#rows.at(-1)?.cells.at(-1) ?? this.lines;
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph || this.#unshown) return;
    const label = this.#label(paragraph);
    const blank = !paragraph.text.trim();
    if (!blank && this.title === null && this.#styles.get(paragraph.style)?.name.toLowerCase() === 'title')
      this.title = paragraph.text.trim();
    this.#target.push(blank ? '' : joinLabel(label, paragraph.text));
  }

  /** One line a row, cells apart by tabs; a row of one cell is a box that holds paragraphs. */
  #endRow(): void {
    const row = this.#rows.pop();
    if (!row || this.#unshown) return;
    if (row.cells.length === 1) this.#target.push(...row.cells[0]!);
    else {
      // A tab for each border: what a cell spans more columns by is empty.
      const cells = row.cells.map((cell, i) => {
        const text = cell.filter(Boolean).join(' ').replace(/\s+/g, ' ');
        return text + '\t'.repeat(i + 1 < row.cells.length ? (row.spans[i] ?? 1) - 1 : 0);
      });
      this.#target.push(cells.join('\t'));
    }
  }

  #label(paragraph: Paragraph): string {
    const { style } = paragraph;
    const use = paragraph.use ?? this.#inherited(style, (s) => s.use);
    if (use === null || use === '0') return '';
    const level = paragraph.level ?? this.#counter.levelOf(use, style) ?? this.#inherited(style, (s) => s.level) ?? 0;
    return this.#counter.next(use, level, (s) => this.#styles.get(s)?.use ?? null);
  }

  /** What a style or one it is based on says; chains are short, and may run in circles. */
  #inherited<T>(id: string, get: (style: Style) => T | null): T | null {
    let style = this.#styles.get(id);
    for (let i = 0; style && i < 12; i++) {
      const value = get(style);
      if (value !== null) return value;
      style = style.based === null ? undefined : this.#styles.get(style.based);
    }
    return null;
  }
}

/** `一、` and `①` stand right before the text, `第一章` and `1` apart from it. */
const joinLabel = (label: string, text: string): string =>
  label && /[\p{L}\p{Nd}]$/u.test(label) ? `${label} ${text}` : label + text;

/** The part of a package that has a content type ending so, else the usual place. */
function partNamed(types: string | null, suffix: string, usual: string): string {
  let found: string | null = null;
  if (types)
    readXml(types, {
      open(_, a) {
        if (a.ContentType?.endsWith(suffix) && a.PartName) found ??= a.PartName.replace(/^\//, '');
      },
    });
  return found ?? usual;
}

/**
 * Reads a DOCX: its paragraphs as lines with the labels of automatic numbering, rows of tables with tabs between cells.
 *
 * Left out: headers, footers, comments, footnotes (a note says how many), what was deleted under revision, hidden text.
 */
export async function readDocx(
  members: readonly Member[],
  sha: string,
  budget: Budget,
  options: IngestOptions,
): Promise<Ingested> {
  const part = (name: string): Promise<string | null> => officePart(members, name, budget);
  try {
    const types = await part('[Content_Types].xml');
    const main = partNamed(types, '.main+xml', 'word/document.xml');
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const xml = await part(main);
    if (xml === null) return reject('broken DOCX: no document part');
    const styles = readStyles((await part(`${folder}styles.xml`)) ?? '');
    const body = new Body(styles, new Counter(readNumbering((await part(`${folder}numbering.xml`)) ?? '')));
    if (!readXml(xml, body)) return reject('broken DOCX: elements nest too deep');
    const notes: Note[] = typeNotes(xml);
    if (body.footnotes)
      notes.push({ level: 'info', code: 'ingest/footnotes', text: `${body.footnotes} footnotes left out` });
    return documentPage(body.lines.join('\n'), body.title, notes, sha, options);
  } catch (error) {
    return reject((error as Error).message);
  }
}
