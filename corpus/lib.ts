/** What a recipe works with: bodies, the articles made of them, and the pages that hold these. */
import fs from 'node:fs';
import path from 'node:path';
import { convert, type DamageOptions, damage, type Script } from '../test/bench/damage.ts';

/** What a page states of an article; dates ISO 8601. */
interface Meta {
  author?: string[];
  org?: string;
  published?: string;
  origin?: string;
  number?: string;
  views?: number;
  editor?: string;
  publisher?: string;
  altTitle?: string;
  disclosure?: string;
  attachments?: string[];
}

/** How an article's text relates to its body: the body itself, a piece of it, or the body changed on purpose. */
export type Variant = 'plain' | 'excerpt' | 'version' | 'template' | 'derived' | 'censored';

export interface Article {
  body: string;
  title: string | null;
  /** The restored text that is expected. */
  text: string;
  variant: Variant;
  meta: Meta;
  /** Restored words at damaged places. */
  sites: string[];
}

export interface Page {
  file: string;
  /** What it shows, with the section of NOISE.md. */
  shows: string;
  bytes: Uint8Array;
  articles: Article[];
}

interface Body {
  title: string;
  text: string;
}

const bodies = new Map<string, Body>();

/** Reads `bodies/<id>.txt`: a title line (`# …`), then the text. */
function body(id: string): Body {
  let known = bodies.get(id);
  if (!known) {
    const raw = fs.readFileSync(path.join(import.meta.dirname, 'bodies', `${id}.txt`), 'utf8');
    const [head, ...rest] = raw.trimEnd().split('\n');
    if (!head?.startsWith('# ')) throw new Error(`${id}: the first line is not a title`);
    known = { title: head.slice(2), text: rest.join('\n') };
    bodies.set(id, known);
  }
  return known;
}

export interface Making {
  /** Null where the page gives it none. */
  title?: string | null;
  variant?: Variant;
  meta?: Meta;
  change?: (text: string) => string;
}

/** An article made of a body; a change must change something. */
export function article(id: string, { title, variant = 'plain', meta = {}, change }: Making = {}): Article {
  const b = body(id);
  const text = change ? change(b.text) : b.text;
  if (change && text === b.text) throw new Error(`${id}: the change changes nothing`);
  return { body: id, title: title === undefined ? b.title : title, text, variant, meta, sites: [] };
}

/** Replaces literally, and throws where the text does not have what is to be replaced. */
export function swap(...pairs: readonly (readonly [from: string, to: string])[]): (text: string) => string {
  return (text) =>
    pairs.reduce((s, [from, to]) => {
      if (!s.includes(from)) throw new Error(`not in the text: ${from}`);
      return s.replaceAll(from, to);
    }, text);
}

/** The lines of a text from `from` to before `to`. */
export const lines =
  (from: number, to?: number) =>
  (text: string): string =>
    text.split('\n').slice(from, to).join('\n');

const AROUND = 5;

/** The article's text as the channel leaves it; notes the damaged places in `article.sites`. */
export function hurt(a: Article, options: DamageOptions): string {
  const d = damage(a.text, options);
  const clean = [...a.text];
  if ([...d.converted].length !== clean.length) throw new Error(`${a.body}: conversion changed the length`);
  let shift = 0;
  for (const s of d.sites) {
    const from = [...d.text.slice(0, s.start)].length + shift;
    const length = [...s.original].length;
    shift += length - [...s.seen].length;
    // A plain gloss is no riddle, and where the decoder took a byte along the truth may be lost.
    if (s.kind === 'cross' || s.kind === 'cut' || s.kind === 'drop')
      a.sites.push(clean.slice(Math.max(0, from - AROUND), from + length + AROUND).join(''));
  }
  return d.text;
}

export const hant = (text: string, script: Script = 'naive'): string => convert(text, script);

/** A page in UTF-8, unless bytes are given. */
export function page(file: string, shows: string, content: string | Uint8Array, articles: Article[]): Page {
  return { file, shows, bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content, articles };
}
