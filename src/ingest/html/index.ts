import type { Meta, Note, Origins, Page } from '../../pipeline/types.ts';
import { type Byline, readByline } from './byline.ts';
import { type Line, linesOf } from './lines.ts';
import { findMain, type Main } from './main.ts';
import { type HeadData, readHead } from './meta.ts';
import { render } from './render.ts';
import { findTitle, type Titles } from './title.ts';
import { HIDDEN, parse, type Tree } from './tree.ts';

/** What an HTML page comes to: the edits to its text and what it says of itself. */
type HtmlPage = Pick<Page, 'passes' | 'title' | 'meta' | 'url' | 'notes' | 'cut' | 'origins'>;

/** What the head says goes first, but for an author whom the byline calls the editor: many sites write one for the other. */
function join(head: HeadData, byline: Byline, { altTitle, site, origins: titles }: Titles): Byline {
  const meta: Partial<Meta> = { ...(site && { publisher: site }), ...byline.meta, ...head.meta };
  const origins: Origins = { ...titles, ...byline.origins, ...head.origins };
  if (meta.editor && meta.author?.includes(meta.editor)) {
    delete meta.author;
    delete origins.author;
    if (byline.meta.author) Object.assign(meta, { author: byline.meta.author });
    if (byline.origins.author) Object.assign(origins, { author: byline.origins.author });
  }
  return { meta: altTitle ? { ...meta, altTitle } : meta, origins };
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
  const titles = findTitle(tree, lines, found.node, head.title);
  const { edits, cut } = render(tree, lines, found);
  return {
    passes: edits.length ? [edits] : [],
    cut,
    title: titles.title,
    ...join(head, readByline(tree, lines, found), titles),
    url: head.url,
    notes,
  };
}
