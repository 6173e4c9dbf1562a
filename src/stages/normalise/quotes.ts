import type { Edit } from '../../text/edits.ts';

const RULE = 'normalise/punctuation';
const DOUBLE = /[“”"＂〝〞〟″‟„]/g;
/** Quotation marks other than “ and ”. */
export const OTHER_QUOTES = '"\'「」『』＂〝〞〟″‟„';
const HAN = /\p{Script=Han}/u;

/**
 * Quotation marks in one form: “ ” outside, ‘ ’ inside.
 *
 * 「」『』 where they balance in their line; straight and prime marks where they pair; a curly mark of the wrong side if its partner is
 * right (“三会一课“). A line whose marks are all the other way round continues a quotation of the line before: left alone.
 */
export function findQuotes(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = nextDisorder(text, 0); at >= 0; ) {
    const start = text.lastIndexOf('\n', at) + 1;
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, end);
    if (HAN.test(line))
      for (const e of inLine(line))
        if (line.slice(e.start, e.end) !== e.insert) edits.push({ ...e, start: e.start + start, end: e.end + start });
    at = nextDisorder(text, end);
  }
  return edits;
}

/** The next mark from the start of a line on that is not one of “ ” in turn, which are all that most lines have; -1 if there is none. */
function nextDisorder(text: string, from: number): number {
  let open = false;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3020) {
      if (unit === 0xff02) return i;
    } else if (unit === 0x0a) open = false;
    else if (unit === 0x201c || unit === 0x201d) {
      if (open !== (unit === 0x201d)) return i;
      open = !open;
    } else if (unit === 0x22 || unit === 0x27 || (unit > 0x201d && OTHER_QUOTES.includes(text[i]!))) return i;
  }
  return -1;
}

function inLine(line: string): Edit[] {
  const nested = /「[^「」]{0,300}『/.test(line);
  const outer = corners(line, '「」', '“”').concat(corners(line, '『』', nested ? '‘’' : '“”'), mixed(line));
  const touched = new Set(outer.map((e) => e.start));
  const pairs = outer.length ? outer : doubles(line);
  return pairs.concat(singles(line).filter((e) => !touched.has(e.start))).sort((x, y) => x.start - y.start);
}

function set(at: number, insert: string): Edit {
  return { start: at, end: at + 1, insert, rule: RULE };
}

function corners(line: string, from: string, to: string): Edit[] {
  const edits: Edit[] = [];
  let depth = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] !== from[0] && line[i] !== from[1]) continue;
    depth += line[i] === from[0] ? 1 : -1;
    if (depth < 0 || depth > 1) return [];
    edits.push(set(i, line[i] === from[0] ? to[0]! : to[1]!));
  }
  return depth === 0 ? edits : [];
}

/** `'基层减负“`, `'基层减负”` and `“基层减负'`: one mark of each kind around a short phrase. */
function mixed(line: string): Edit[] {
  const edits: Edit[] = [];
  let read = 0;
  let open = false;
  for (const { 0: whole, index } of line.matchAll(/(?<![\w“])'[^'“”"‘’]{1,40}[“”]|“[^'“”"‘’]{1,40}'(?!\w)/g)) {
    for (; read < index; read++) if (line[read] === '“' || line[read] === '”') open = line[read] === '“';
    // “他说'渠要勤清”: the right mark closes what began before.
    if (!HAN.test(whole) || (open && whole.endsWith('”'))) continue;
    edits.push(set(index, '“'), set(index + whole.length - 1, '”'));
  }
  return edits;
}

function doubles(line: string): Edit[] {
  const marks = [...line.matchAll(DOUBLE)];
  if (!marks.length || marks.length % 2) return [];
  const edits: Edit[] = [];
  for (let i = 0; i < marks.length; i += 2) {
    const [a, b] = [marks[i]!, marks[i + 1]!];
    if (a[0] === '”' && b[0] === '“') return [];
    // “一要干,二要快。…, “三要好: pages that lost their closing marks. What one mark of the wrong side closes is no text of its own.
    if (a[0] === '“' && b[0] === '“' && /[。！？；].*[^。！？；]/u.test(line.slice(a.index, b.index))) return [];
    // 5″ × 8″ is a size, 12" too.
    const isSize = isDigit(line[a.index - 1]) && !/[“”]/.test(a[0]);
    if (isSize && (isDigit(line[b.index - 1]) || !HAN.test(line.slice(a.index, b.index)))) return [];
    edits.push(set(a.index, '“'), set(b.index, '”'));
  }
  return edits;
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && /[0-9]/.test(char);
}

/** 'Chinese' in straight single marks. English apostrophes stay. */
function singles(line: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: whole, index } of line.matchAll(/(?<![\w‘])'[^'"“”‘’]{1,60}'(?!\w)/g))
    if (HAN.test(whole)) edits.push(set(index, '‘'), set(index + whole.length - 1, '’'));
  return edits;
}
