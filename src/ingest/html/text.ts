import type { Line } from './lines.ts';
import { CLOSE, ENTITY, SHOWN, TEXT, type Tree } from './tree.ts';

/** The text of the given elements, white space squeezed; hidden ones too. One walk for all of them. */
export function textsOf(tree: Tree, nodes: ReadonlySet<number>): Map<number, string> {
  const open = new Map<number, string[]>();
  const texts = new Map<number, string>();
  for (let e = 0; e < tree.kind.length; e++) {
    const node = tree.node[e]!;
    if (tree.kind[e] === CLOSE) {
      const pieces = open.get(node);
      if (pieces) texts.set(node, squeeze(pieces.join('')));
      open.delete(node);
      continue;
    }
    if (nodes.has(node) && !open.has(node)) open.set(node, []);
    if (!open.size) continue;
    const piece =
      tree.kind[e] === TEXT
        ? tree.source.slice(tree.from[e], tree.to[e])
        : tree.kind[e] === ENTITY
          ? tree.entity.get(e)!
          : '';
    // A long one is no headline: what is open does not grow without end, nested or not.
    for (const pieces of open.values()) if (pieces.length < 500) pieces.push(piece);
  }
  return texts;
}

/** The text of a line. */
export function lineText(tree: Tree, line: Line): string {
  const out: string[] = [];
  for (let e = line.first; e <= line.last; e++) {
    if (tree.hidden[tree.node[e]!] !== SHOWN) continue;
    if (tree.kind[e] === TEXT) out.push(tree.source.slice(tree.from[e], tree.to[e]));
    else if (tree.kind[e] === ENTITY) out.push(tree.entity.get(e)!);
  }
  return squeeze(out.join(''));
}

/** Where a line stands in the source, tags between its words included. */
export function placeOf(tree: Tree, line: Line): { start: number; end: number } {
  return { start: tree.from[line.first]!, end: tree.to[line.last]! };
}

/** One line, single spaces, none at the ends. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}
