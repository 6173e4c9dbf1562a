import { isOrg } from '../../../text/boilerplate-bylines.ts';
import { fold } from '../../../text/boilerplate-fold.ts';
import { dateLine } from '../../../text/dates.ts';
import type { Line } from './items/item.ts';
import type { Node } from './tree.ts';

/** Closing words of an article belong to no point. */
const CLOSING = /^(?:总之|综上所述|同志们[,，!！]|各位(?:代表|委员)[,，:：!！])/;

/** A point ends where the next one that does not stand under it begins; an enumeration inside a paragraph, with it. */
export function setEnds(text: string, lines: readonly Line[], nodes: readonly Node[]): void {
  const last = closing(text, lines);
  const open: Node[] = [];
  const close = (depth: number, at: number) => {
    while (open.length > depth) {
      const node = open.pop()!;
      node.end = Math.min(at, limit(node, lines, last));
    }
  };
  for (const node of nodes) {
    let depth = open.length;
    while (depth && open[depth - 1] !== node.parent) depth--;
    close(depth, node.item.start);
    open.push(node);
  }
  close(0, text.length);
  for (const node of nodes) node.end = trimmed(text, node.item.headEnd, node.end);
}

function limit(node: Node, lines: readonly Line[], last: number): number {
  if (node.item.start >= last) return Number.POSITIVE_INFINITY;
  if (node.item.line && node.item.style !== 'para') return last;
  const under = node.children.at(-1);
  return Math.max(lines[node.item.row]!.end, under ? under.end : 0);
}

function closing(text: string, lines: readonly Line[]): number {
  const final = lines.at(-1);
  return final && CLOSING.test(text.slice(final.start, final.start + 8)) ? final.start : signed(text, lines);
}

/** Lines at the end of a text that may be its signature: bodies that sign together, the day, notes below. */
const SIGNATURE = 8;
const NOTE = /^[（(][^（）()\n]{2,40}[）)]$|^附件[：:]/u;

/** Where the lines begin that say who signed and when: they are no part of the last measure. The end of the text where there are none. */
function signed(text: string, lines: readonly Line[]): number {
  let at = text.length;
  let signs = false;
  for (const line of lines.slice(-SIGNATURE).reverse()) {
    const said = text.slice(line.start, Math.min(line.end, line.start + 60)).trim();
    const own = dateLine(fold(said)) !== null || isOrg(said.replace(/\s/gu, ''));
    if (!own && said !== '' && !NOTE.test(said)) break;
    signs ||= own;
    if (signs) at = line.start;
  }
  return at;
}

function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1]!)) end--;
  return end;
}
