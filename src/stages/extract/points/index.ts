import type { MarkedPoint } from '../types.ts';
import { linesOf } from './items/item.ts';
import { listingRows } from './items/listings.ts';
import { markedItems } from './items/marked.ts';
import { runinItems } from './items/runin.ts';
import { blockItems } from './items/unnumbered.ts';
import { weighRoles } from './roles/role-weights.ts';
import { assignRoles } from './roles/roles.ts';
import type { Decision } from './roles/settle.ts';
import { buildTree, type Node } from './tree.ts';

/** An outline with the roles that rules give it. */
export interface Ruled {
  nodes: Node[];
  decisions: Decision[];
}

/** The outline as the rules have it; what `npm run train` learns from. Arguments are those of {@link findPoints}. */
export function ruledOutline(text: string, { title }: { title: string | null }): Ruled {
  const lines = linesOf(text);
  const listed = listingRows(text, lines);
  const { items: marked, bare } = markedItems(text, lines, listed);
  const rows = new Set([...listed, ...marked.filter((it) => it.line).map((it) => it.row)]);
  const firsts = new Set(marked.filter((it) => it.line && it.value === 1).map((it) => it.row));
  const headed = [...marked, ...blockItems(text, lines, rows, firsts, title)].sort((a, b) => a.start - b.start);
  const items = [...headed, ...runinItems(text, lines, headed, bare)].sort((a, b) => a.start - b.start);
  const nodes = buildTree(text, lines, items, bare);
  return { nodes, decisions: assignRoles(text, title, nodes) };
}

/**
 * The explicit outline of an article: headings, run-in headings and enumerations, each with its place and its role.
 *
 * @param text clean simplified text, one paragraph a line
 * @returns points in document order; offsets are UTF-16
 */
export function findPoints(text: string, context: { title: string | null }): MarkedPoint[] {
  const { nodes, decisions } = ruledOutline(text, context);
  const roles = weighRoles(text, context.title, nodes, decisions);
  const ids = new Map(nodes.map((node, i) => [node, `p${i + 1}`]));
  return nodes.map((node, i) => ({
    id: `p${i + 1}`,
    number: node.item.number,
    heading: text.slice(node.item.headStart, node.item.headEnd),
    headingStart: node.item.headStart,
    headingEnd: node.item.headEnd,
    parent: node.parent ? ids.get(node.parent)! : null,
    role: roles[i]!.role,
    cue: roles[i]!.cue,
    likely: roles[i]!.likely,
    rule: node.item.style,
    start: node.item.start,
    end: node.end,
  }));
}
