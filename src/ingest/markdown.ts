import { parse as parseYaml } from 'yaml';
import type { Meta, Origins, Page } from '../pipeline/types.ts';
import { Draft, type Edit } from '../text/edits.ts';
import { isoDate } from '../text/field-dates.ts';
import { authors } from './html/meta.ts';
import { plainEdits } from './plain.ts';

const cut = (start: number, end: number, insert = ''): Edit => ({ start, end, insert, rule: 'ingest/markdown' });

/** The YAML block between `---` lines at the head, with its end; null if there is none or it is no mapping. */
function frontMatter(text: string): { end: number; fields: Record<string, unknown> } | null {
  const found = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!found) return null;
  try {
    const fields: unknown = parseYaml(found[1]!, { maxAliasCount: 0 });
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null;
    return { end: found[0].length, fields: fields as Record<string, unknown> };
  } catch {
    return null;
  }
}

/** Marks at the beginning of a line, and lines that are nothing but marks. */
function lineEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const m of text.matchAll(
    /^[ \t]{0,3}(?:(?:>[ \t]?){1,9}|```[^\n]{0,40}\n?|~~~[^\n]{0,40}\n?|(?:[-*_][ \t]*){3,}(?:\n|$)|={3,}[ \t]*(?:\n|$)|[-*+][ \t]+(?=[^\s\d]))/gm,
  ))
    if (m[0]) edits.push(cut(m.index, m.index + m[0].length));
  return edits;
}

/** `# Heading #`: the marks on either side. */
function headingEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const m of text.matchAll(/^[ \t]{0,3}#{1,6}[ \t]+(.*)$/gm)) {
    const at = m.index + m[0].length - m[1]!.length;
    let end = m.index + m[0].length;
    while (end > at && /[ \t#]/.test(text[end - 1]!)) end--;
    // `# C#` keeps its sharp sign: the closing marks stand after a space.
    if (text[end] === '#') end = m.index + m[0].length;
    edits.push(cut(m.index, at), cut(end, m.index + m[0].length));
  }
  return edits;
}

/** `| a | b |` → `a⇥b`; the line of dashes under the heads of a table goes. */
function tableEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const row of text.matchAll(/^[ \t]{0,3}\|.*\|[ \t]*$/gm)) {
    if (/^[\s|:-]+$/.test(row[0])) {
      edits.push(cut(row.index, Math.min(text.length, row.index + row[0].length + 1)));
      continue;
    }
    const blank = (i: number): boolean => text[i] === ' ' || text[i] === '\t';
    let at = row.index;
    for (const bar of row[0].matchAll(/(?<!\\)\|/g)) {
      let from = row.index + bar.index;
      let to = from + 1;
      const first = at === row.index && !text.slice(at, from).trim();
      while (from > at && blank(from - 1)) from--;
      while (to < row.index + row[0].length && blank(to)) to++;
      const last = to === row.index + row[0].length;
      edits.push(cut(from, to, first || last ? '' : '\t'));
      at = to;
    }
  }
  return edits;
}

/**
 * Links and images, emphasis, code, tags, backslashes. Each bounded to a line and a length.
 * A lone star is emphasis only between spaces or punctuation: in `某*区的*个单位` it masks a name and a number.
 */
function spanEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  const spans =
    /!\[[^\]\n]{0,200}\]\([^)\n]{0,2000}\)|\[([^\]\n]{1,300})\]\([^)\n]{0,2000}\)|<(?:br|hr)\s?\/?>|<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>\n]{0,300})?>|\*{2,3}(?=\S)([^*\n]{1,500}?)(?<=\S)\*{2,3}|(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=\S)\*(?![\p{L}\p{N}*])|(?<!\w)__(?=\S)([^_\n]{1,500})(?<=\S)__(?!\w)|`([^`\n]{1,300})`|\\(?=[!-/:-@[-`{-~])/giu;
  for (const m of text.matchAll(spans)) {
    const inner = m[1] ?? m[2] ?? m[3] ?? m[4] ?? m[5];
    const end = m.index + m[0].length;
    if (inner === undefined) {
      edits.push(cut(m.index, end, /^<br/i.test(m[0]) ? '\n' : ''));
      continue;
    }
    const at = m.index + (m[1] !== undefined ? 1 : m[0].indexOf(inner));
    edits.push(cut(m.index, at), cut(at + inner.length, end));
  }
  return edits;
}

const string = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : typeof value === 'number'
        ? String(value)
        : Array.isArray(value)
          ? value.filter((v) => typeof v === 'string').join('、')
          : '';

/** Reads a Markdown file: front matter to title and meta, marks off, text kept. */
export function readMarkdown(decoded: string): Pick<Page, 'passes' | 'title' | 'meta' | 'origins' | 'url' | 'notes'> {
  const draft = new Draft(decoded).pass(plainEdits);
  const front = frontMatter(draft.text);
  if (front) draft.pass(() => [{ start: 0, end: front.end, insert: '', rule: 'ingest/front-matter' }]);
  const heading = /^[ \t]{0,3}#[ \t]+([^\n]{1,200}?)[ \t]*#*[ \t]*$/m.exec(draft.text.slice(0, 2000))?.[1] ?? null;
  draft.pass(headingEdits).pass(tableEdits).pass(lineEdits).pass(spanEdits);
  const { title, meta, origins, url } = frontMeta(front?.fields ?? {});
  const told = title || !heading ? origins : { ...origins, title: { from: '<h1>' } };
  return { passes: draft.passes, title: title || heading, meta, origins: told, url: url || null, notes: [] };
}

/** What the front matter says, and under which names. */
function frontMeta(fields: Record<string, unknown>): {
  title: string;
  meta: Partial<Meta>;
  origins: Origins;
  url: string;
} {
  const meta: Partial<Meta> = {};
  const origins: Origins = {};
  const from = (...names: string[]): { from: string } => ({
    from: `field ${names.find((n) => fields[n] !== undefined && fields[n] !== null)}`,
  });
  const published = isoDate(string(fields.date ?? fields.published));
  if (published) [meta.published, origins.published] = [published, from('date', 'published')];
  // [[某某]]: how note-takers link a name.
  const author = authors(string(fields.author ?? fields.authors).replace(/\[\[|\]\]/g, ''));
  if (author.length) [meta.author, origins.author] = [author, from('author', 'authors')];
  const source = string(fields.source);
  const address = /^https?:\/\//i.test(source) ? source : '';
  const origin = address ? '' : source;
  if (origin) [meta.origin, origins.origin] = [origin, from('source')];
  const title = string(fields.title);
  if (title) origins.title = from('title');
  return { title, meta, origins, url: string(fields.url) || address };
}
