import type { Meta, Note, Page } from '../../pipeline/types.ts';
import { readByline } from './byline.ts';
import { linesOf } from './lines.ts';
import { findMain } from './main.ts';
import { readHead } from './meta.ts';
import { render } from './render.ts';
import { findTitle } from './title.ts';
import { parse } from './tree.ts';

/** What an HTML page comes to: the edits to its text and what it says of itself. */
export type HtmlPage = Pick<Page, 'passes' | 'title' | 'meta' | 'url' | 'notes'>;

/** What the head says goes first, but for an author whom the byline calls the editor: many sites write one for the other. */
function join(head: Partial<Meta>, byline: Partial<Meta>, altTitle: string | null): Partial<Meta> {
  const meta: Partial<Meta> = { ...byline, ...head };
  if (meta.editor && meta.author?.includes(meta.editor)) {
    if (byline.author) meta.author = byline.author;
    else delete meta.author;
  }
  return altTitle ? { ...meta, altTitle } : meta;
}

/** Reads a decoded HTML page. Linear in its length; never throws. */
export function readHtml(source: string, main: boolean): HtmlPage {
  const tree = parse(source);
  const lines = linesOf(tree);
  const found = main ? findMain(tree, lines) : { node: 0, cut: new Uint8Array(tree.tag.length) };
  const notes: Note[] = [];
  if (main && !found.node && lines.length)
    notes.push({ level: 'info', code: 'ingest/no-main', text: 'no article stands out: the whole page is taken' });
  const head = readHead(tree);
  const { title, altTitle } = findTitle(tree, lines, found.node, head.title);
  const edits = render(tree, found);
  return {
    passes: edits.length ? [edits] : [],
    title,
    meta: join(head.meta, readByline(tree, lines, found), altTitle),
    url: head.url,
    notes,
  };
}
