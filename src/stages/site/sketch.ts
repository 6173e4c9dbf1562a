import { shingleKeys } from '../../kernel/shingles.ts';
import type { Doc } from '../../pipeline/types.ts';
import { bareText, fold } from '../../text/boilerplate-fold.ts';
import type { SiteOptions } from './options.ts';
import { type Role, roleOf } from './roles.ts';

/** A line near the edge of a page. Offsets are UTF-16, the line break not included. */
export interface EdgeLine {
  /** Equal for lines that say the same, whatever their spaces and width. */
  key: number;
  role: Role;
  start: number;
  end: number;
}

/** What the decision keeps of a page. */
export interface SiteSketch {
  /** The site it belongs to: host, else folder, else the file that holds it. */
  site: string;
  /** Outermost first: downwards from the top, upwards from the bottom. On a short page both hold the same lines. */
  head: EdgeLine[];
  tail: EdgeLine[];
  /** The smallest keys of its sentences, ascending: pages that share many are of one make. */
  prints: number[];
  /** Of the text. */
  length: number;
}

/** Sentences kept of a page. Two of one make share a quarter of them or more with near certainty from sixteen on. */
const PRINTS = 16;
/** A shorter sentence is a phrase that any two documents may share. */
const SENTENCE = 12;

/** 53 bits of a string. */
function keyOf(text: string): number {
  const codes = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const out = new Float64Array(1);
  shingleKeys(codes, Math.max(1, codes.length), out);
  return out[0]!;
}

/** Host of the address; where none is known the folder, in an archive with the member's; of records the file. */
export function siteOf({ url, path, record, member }: Doc['source']): string {
  const host = url && URL.canParse(url) ? new URL(url).host : '';
  if (host) return host.toLowerCase();
  const folder = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);
  if (member !== undefined) return `${path}/${folder(member.replace(/#\d+$/, ''))}`;
  return record === null ? folder(path) : path;
}

/** Starts and ends of the lines that hold anything, at most `most` from one end. */
function edge(text: string, most: number, fromEnd: boolean): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (let at = fromEnd ? text.length : 0; found.length < most && at >= 0 && at <= text.length; ) {
    const start = fromEnd ? (at ? text.lastIndexOf('\n', at - 1) + 1 : 0) : at;
    const eol = fromEnd ? at : text.indexOf('\n', at);
    const end = eol < 0 ? text.length : eol;
    if (text.slice(start, Math.min(end, start + 1000)).trim() || end - start > 1000) found.push([start, end]);
    at = fromEnd ? start - 1 : end + 1;
  }
  return found;
}

/** Of a longer sentence its end tells it: a page without full stops is one, however long it is. */
const SENTENCE_END = 400;

/** The smallest keys of a text's sentences; figures are blotted out, so that last year's notice is like this year's. */
function printsOf(text: string, skip: (start: number) => boolean): number[] {
  const keys = new Set<number>();
  // Runs are taken whole: with a bound in the pattern it would be tried from every character of a long one.
  for (const { 0: run, index } of text.matchAll(/[^。！？!?；;\n]+/gu)) {
    const end = index + run.length;
    const start = Math.max(index, end - SENTENCE_END);
    if (run.length < SENTENCE || end === text.length || text[end] === '\n' || skip(start)) continue;
    const bare = bareText(text.slice(start, end + 1)).replace(/\p{N}+/gu, '0');
    if (bare.length >= SENTENCE) keys.add(keyOf(bare));
  }
  return [...keys].sort((a, b) => a - b).slice(0, PRINTS);
}

/** Reads the edges of a page and what tells its make. */
export function sketchOf(doc: Doc, { zone }: SiteOptions): SiteSketch {
  const { text } = doc;
  const title = bareText(doc.title ?? '');
  const lines = (fromEnd: boolean): EdgeLine[] =>
    edge(text, zone, fromEnd).map(([start, end]) => {
      const line = text.slice(start, Math.min(end, start + 1000)).replaceAll('\t', ' ');
      const key = keyOf(fold(line).replace(/ +/g, ''));
      return { key, role: end - start > 1000 ? 'stop' : roleOf(line, title), start, end };
    });
  const head = lines(false);
  const tail = lines(true);
  // What may be the site's own says nothing of the page's make.
  const chrome = [...head, ...tail].filter((l) => l.role !== 'stop').sort((a, b) => a.start - b.start);
  const inChrome = (at: number): boolean => {
    const line = chrome.findLast((l) => l.start <= at);
    return line !== undefined && at < line.end;
  };
  return { site: siteOf(doc.source), head, tail, prints: printsOf(text, inChrome), length: text.length };
}
