/** Tags of tables and cells, and what may hold words that look like such: comments, scripts, styles. */
const TAG = String.raw`<(?:(\/?)(table|td|th)(?=[\s/>])|!--|(script|style)(?=[\s/>]))`;

interface Tag {
  at: number;
  name: string;
  closes: boolean;
}

/** A table that is open, and whether a cell of it is. */
interface Open {
  at: number;
  cell: boolean;
}

/**
 * Where tables begin that no closing tag belongs to: the places of their `<`. Linear in the source.
 *
 * Browsers keep such a table open to the end of the page, and so all that follows stands in it; nobody sees it, for a table has no
 * look of its own. Which of two tables in one another it is, a `</td>` tells where only the outer one has a cell open; else it is
 * the outer one.
 */
export function unclosedTables(source: string): ReadonlySet<number> {
  const tags = [...tagsOf(source)];
  let missing = 0;
  for (const { name, closes } of tags) if (name === 'table') missing += closes ? -1 : 1;
  if (missing <= 0) return NONE;
  const found = new Set<number>();
  const open: Open[] = [];
  for (const { at, name, closes } of tags) {
    if (name === 'table' && closes) open.pop();
    else if (name === 'table') open.push({ at, cell: false });
    else {
      while (closes && found.size < missing && open.length > 1 && !open.at(-1)!.cell && open.at(-2)!.cell)
        found.add(open.pop()!.at);
      if (open.length) open.at(-1)!.cell = !closes;
    }
  }
  for (const { at } of open) found.add(at);
  return found;
}

const NONE: ReadonlySet<number> = new Set();

function* tagsOf(source: string): Generator<Tag> {
  const tag = new RegExp(TAG, 'gi');
  for (let m = tag.exec(source); m; m = tag.exec(source)) {
    const [all, slash, name, raw] = m;
    if (name) yield { at: m.index, name: name.toLowerCase() === 'table' ? 'table' : 'cell', closes: slash === '/' };
    else {
      const end = source.indexOf(raw ? '</' : '-->', m.index + all.length);
      if (end < 0) return;
      tag.lastIndex = end;
    }
  }
}
