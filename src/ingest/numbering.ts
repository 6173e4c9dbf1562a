import { written } from './number-formats.ts';
import { type Attributes, readXml } from './xml.ts';

/** A level of a list: how its label is made. */
interface Level {
  start: number;
  format: string;
  /** `第%1条`, `%1.%2`: `%n` is the number of level n. */
  text: string;
  /** Numbers of other levels as plain digits (`isLgl`). */
  legal: boolean;
}

interface List {
  levels: Level[];
  /** Style that defines the list instead (`numStyleLink`). */
  link: string | null;
  /** By style: the level whose paragraphs have it. */
  styles: Map<string, number>;
}

/** A use of a list (`w:num`): which list, with which starts changed. */
interface Use {
  list: string;
  starts: Map<number, number>;
}

/** The lists of a DOCX. */
interface Numbering {
  lists: Map<string, List>;
  uses: Map<string, Use>;
}

/** Word has nine levels. */
const LEVELS = 9;

const blank = (): Level => ({ start: 1, format: 'decimal', text: '', legal: false });

/** Reads `numbering.xml`. */
export function readNumbering(xml: string): Numbering {
  const out: Numbering = { lists: new Map(), uses: new Map() };
  let list: List | null = null;
  let use: Use | null = null;
  let at = 0;
  const level = (): Level | undefined => list?.levels[at];
  const value = (a: Attributes): string => a['w:val'] ?? '';
  const index = (a: Attributes): number => Math.min(LEVELS - 1, Math.max(0, Number(a['w:ilvl']) || 0));
  const opens: Record<string, (a: Attributes) => void> = {
    'w:abstractNum': (a) => {
      list = { levels: Array.from({ length: LEVELS }, blank), link: null, styles: new Map() };
      out.lists.set(a['w:abstractNumId'] ?? '', list);
    },
    'w:num': (a) => {
      list = null;
      use = { list: '', starts: new Map() };
      out.uses.set(a['w:numId'] ?? '', use);
    },
    'w:abstractNumId': (a) => {
      if (use) use.list = value(a);
    },
    'w:lvl': (a) => {
      at = index(a);
    },
    'w:lvlOverride': (a) => {
      at = index(a);
    },
    'w:startOverride': (a) => use?.starts.set(at, Number(value(a)) || 0),
    'w:start': (a) => {
      const l = level();
      if (l) l.start = Number(value(a)) || 0;
    },
    'w:numFmt': (a) => {
      const l = level();
      if (l) l.format = value(a);
    },
    'w:lvlText': (a) => {
      const l = level();
      if (l) l.text = value(a).slice(0, 100);
    },
    'w:isLgl': () => {
      const l = level();
      if (l) l.legal = true;
    },
    'w:pStyle': (a) => list?.styles.set(value(a), at),
    'w:numStyleLink': (a) => {
      if (list) list.link = value(a);
    },
  };
  readXml(xml, { open: (name, a) => opens[name]?.(a) });
  return out;
}

/** Counts the paragraphs of a document's lists, in their order, and writes their labels. */
export class Counter {
  readonly #numbering: Numbering;
  /** Numbers reached, by list; a use with starts of its own begins anew where it is first met. */
  readonly #reached = new Map<string, (number | null)[]>();
  readonly #met = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The level whose paragraphs have a style, where the list says so. */
  levelOf(use: string, style: string): number | null {
    return this.#numbering.lists.get(this.#numbering.uses.get(use)?.list ?? '')?.styles.get(style) ?? null;
  }

  /**
   * The label of the next paragraph of a list: `一、`, `第三条`; empty for bullets and unknown lists.
   *
   * @param resolve the use that a style defines, for lists that only point to one.
   */
  next(use: string, level: number, resolve: (style: string) => string | null): string {
    const { lists, uses } = this.#numbering;
    const own = uses.get(use);
    if (!own || level < 0 || level >= LEVELS) return '';
    let list = lists.get(own.list);
    if (list?.link) list = lists.get(uses.get(resolve(list.link) ?? '')?.list ?? '') ?? list;
    if (!list) return '';
    const reached = this.#reached.get(own.list) ?? Array<number | null>(LEVELS).fill(null);
    this.#reached.set(own.list, reached);
    if (!this.#met.has(use)) for (const [l] of own.starts) reached[l] = null;
    this.#met.add(use);
    const start = (l: number): number => own.starts.get(l) ?? list.levels[l]!.start;
    reached[level] = reached[level] === null ? start(level) : reached[level]! + 1;
    reached.fill(null, level + 1);
    const { format, text, legal } = list.levels[level]!;
    if (format === 'bullet' || format === 'none') return '';
    return text.replace(/%([1-9])/g, (_, digit: string) => {
      const l = Number(digit) - 1;
      return written(reached[l] ?? start(l), legal ? 'decimal' : list.levels[l]!.format);
    });
  }
}
