import type { Meta, Note, Page } from '../../pipeline/types.ts';
import { readByline } from './byline.ts';
import { type Line, linesOf } from './lines.ts';
import { findMain, type Main } from './main.ts';
import { readHead } from './meta.ts';
import { render } from './render.ts';
import { findTitle } from './title.ts';
import { HIDDEN, parse, type Tree } from './tree.ts';

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

interface View {
  tree: Tree;
  lines: Line[];
  main: Main;
}

function view(source: string, main: boolean, reveal: boolean): View {
  const tree = parse(source, reveal);
  const lines = linesOf(tree);
  return {
    tree,
    lines,
    main: main ? findMain(tree, lines) : { node: 0, cut: new Uint8Array(tree.tag.length), ends: [] },
  };
}

/** The page as it is shown; if no article is, the page with its hidden blocks, if that has one. */
function look(source: string, main: boolean): View & { notes: Note[] } {
  const shown = view(source, main, false);
  if (!main || shown.main.node) return { ...shown, notes: [] };
  const revealed = shown.tree.hidden.some((why) => why >= HIDDEN) ? view(source, main, true) : null;
  if (revealed?.main.node)
    return {
      ...revealed,
      notes: [{ level: 'info', code: 'ingest/hidden', text: 'the article stands in a hidden block' }],
    };
  if (!shown.lines.length) return { ...shown, notes: [] };
  return {
    ...shown,
    notes: [{ level: 'info', code: 'ingest/no-main', text: 'no article stands out: the whole page is taken' }],
  };
}

/** Reads a decoded HTML page. Linear in its length; never throws. `main` false keeps all that is shown. */
export function readHtml(source: string, main: boolean): HtmlPage {
  const { tree, lines, main: found, notes } = look(source, main);
  const head = readHead(tree);
  const { title, altTitle } = findTitle(tree, lines, found.node, head.title);
  const edits = render(tree, lines, found);
  return {
    passes: edits.length ? [edits] : [],
    title,
    meta: join(head.meta, readByline(tree, lines, found), altTitle),
    url: head.url,
    notes,
  };
}
