import { isSpace, PROSE_MARKS } from '../../text/tally.ts';
import { BLOCK } from './tags.ts';
import { CLOSE, ENTITY, OPEN, SHOWN, TEXT, type Tree } from './tree.ts';

/** A line as a reader sees it: the text between two block boundaries or `<br>`s, with what tells an article from chrome. */
export interface Line {
  /** The block element it stands in. */
  block: number;
  /** First and last event of its text. */
  first: number;
  last: number;
  /** Characters that are neither white space nor a separator. */
  chars: number;
  han: number;
  /** Marks of running text: ，。；！？. List items, menus and bylines have none; quotation marks stand in headlines as well. */
  marks: number;
  /** Characters inside links. */
  linked: number;
  links: number;
  /** In `<h1>` to `<h6>`. */
  heading: boolean;
}

/** Between links in menus and breadcrumbs. */
const SEPARATORS = new Set([...'>|/»·-_›＞｜／丨•>'].map((c) => c.charCodeAt(0)));

class Count {
  line: Line | null = null;

  add(s: string, from: number, to: number, linked: boolean): boolean {
    const line = this.line!;
    const before = line.chars;
    let seen = false;
    for (let i = from; i < to; i++) {
      const c = s.charCodeAt(i);
      if (isSpace(c)) continue;
      seen = true;
      if (SEPARATORS.has(c)) continue;
      line.chars++;
      if (c >= 0x4e00 && c <= 0x9fff) line.han++;
      else if (PROSE_MARKS.has(c)) line.marks++;
    }
    if (linked) line.linked += line.chars - before;
    return seen;
  }
}

function headed(tree: Tree, node: number): boolean {
  return /^h[1-6]$/.test(tree.tag[tree.block[node]!]!);
}

/** The line that begins with the text of an event, nothing counted yet. */
function begin(tree: Tree, event: number): Line {
  const node = tree.node[event]!;
  return {
    block: tree.block[node]!,
    first: event,
    last: event,
    chars: 0,
    han: 0,
    marks: 0,
    linked: 0,
    links: 0,
    heading: headed(tree, node),
  };
}

/** The shown lines of a page in document order. Lines without a visible character are left out. */
export function linesOf(tree: Tree): Line[] {
  const lines: Line[] = [];
  const count = new Count();
  let link = -1;
  let visible = false;
  const finish = () => {
    if (count.line && visible) lines.push(count.line);
    count.line = null;
    visible = false;
    link = -1;
  };
  for (let e = 0; e < tree.kind.length; e++) {
    const kind = tree.kind[e]!;
    const node = tree.node[e]!;
    if (kind === OPEN || kind === CLOSE) {
      const tag = tree.tag[node]!;
      if (tag === 'br' || BLOCK.has(tag)) finish();
    } else if ((kind === TEXT || kind === ENTITY) && tree.hidden[node] === SHOWN) {
      count.line ??= begin(tree, e);
      const linked = tree.link[e]! >= 0;
      const text = kind === TEXT ? tree.source : tree.entity.get(e)!;
      const seen =
        kind === TEXT ? count.add(text, tree.from[e]!, tree.to[e]!, linked) : count.add(text, 0, text.length, linked);
      if (!seen) continue;
      visible = true;
      if (linked && tree.link[e] !== link) count.line.links++;
      link = tree.link[e]!;
      count.line.last = e;
    }
  }
  finish();
  return lines;
}
