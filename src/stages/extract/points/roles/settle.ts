import type { Role } from '../../types.ts';
import type { Node } from '../tree.ts';
import type { Genre } from './genre.ts';
import type { Sign } from './labels.ts';
import { LESSON, type Purpose, tellsTo } from './lexicon.ts';

export interface Decision {
  role: Role;
  /** The word that decided, or `inherited`, `majority`, `document`. */
  cue: string;
  /** It holds others and takes the role that most of them have. */
  holds?: boolean;
}

/** What a point is about before the document's kind makes a role of it. */
export interface Guess {
  purpose: Purpose;
  cue: string;
  /** The heading names a section's purpose; the points under it inherit it. */
  label: boolean;
}

/** Enough of a heading to judge it by; a line without any full stop can be as long as the page. */
const HEADING_MAX = 300;

export const headingOf = (text: string, n: Node): string =>
  text.slice(n.item.headStart, Math.min(n.item.headEnd, n.item.headStart + HEADING_MAX));

const SUBTITLE_MAX = 24;

/** What a line says behind the colon of its heading, where that is a title too (回首:试点带来的启示); else ''. */
export function subtitleOf(text: string, n: Node): string {
  const from = n.item.headEnd;
  if (!n.item.line || !':：'.includes(text[from] ?? '。')) return '';
  const rest = text.slice(from + 1, from + SUBTITLE_MAX + 2).split('\n', 1)[0]!;
  return rest.length > SUBTITLE_MAX || /[。；;：:!！?？,，]/.test(rest) ? '' : rest;
}

/** The roles of all points, inmost first: a container takes what most of its children are. */
export function settle(
  text: string,
  genre: (n: Node) => Genre,
  nodes: readonly Node[],
  guesses: ReadonlyMap<Node, Guess>,
  labels: ReadonlyMap<Node, Sign | null>,
): Decision[] {
  const roles = new Map<Node, Decision>();
  const lessons = lessonsOf(text, nodes, labels);
  const own = new Map(nodes.map((n) => [n, toRole(text, genre(n), n, guesses.get(n)!, lessons)]));
  const main = mainRole(nodes, (n) => own.get(n)!, usualIn(nodes[0] ? genre(nodes[0]) : 'study'));
  for (let i = nodes.length - 1; i >= 0; i--) {
    const n = nodes[i]!;
    const g = guesses.get(n)!;
    const decision: Decision = { role: own.get(n)!, cue: g.cue };
    roles.set(n, isContainer(text, n, g) ? { ...majority(n, roles, main, decision), holds: true } : decision);
  }
  return nodes.map((n) => roles.get(n)!);
}

/** Of a paragraph that says something itself. */
const OWN_MIN = 25;

/** A point that says what it has to say in its first paragraph is none, when the list under it stands inside a later one. */
function isContainer(text: string, n: Node, g: Guess): boolean {
  const first = n.children[0];
  if (!first) return false;
  if (g.label || first.item.line) return true;
  const eol = text.indexOf('\n', n.item.headEnd);
  const alone = eol - n.item.headEnd < OWN_MIN;
  return first.item.row <= n.item.row + (alone ? 1 : 0);
}

/**
 * The role that most of the points right under one have. A problem whose causes stand under it stays a problem.
 *
 * @param main the document's main role, which decides between as many of two roles
 * @param own what it would be by itself
 */
export function majority(
  n: Node,
  roles: ReadonlyMap<Node, { role: Role }>,
  main: Role,
  own: { role: Role; cue: string },
): Decision {
  const counts = new Map<Role, number>();
  for (const c of n.children) {
    const role = roles.get(c)!.role;
    counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  // What was done and what came of it go together against what is wrong.
  const told = (counts.get('practice') ?? 0) + (counts.get('result') ?? 0);
  const wrong = counts.get('problem') ?? 0;
  if (told > wrong) counts.delete('problem');
  const most = Math.max(...counts.values());
  const top = [...counts].filter(([, k]) => k === most).map(([role]) => role);
  if (top.length > 1) return { role: tied(top, main, own.role), cue: 'majority' };
  if (own.role === 'problem' && top[0] === 'cause') return own;
  return top[0] === own.role ? own : { role: top[0]!, cue: 'majority' };
}

/** The document's main role, where it is one of them. */
function tied(top: readonly Role[], main: Role, own: Role): Role {
  if (top.includes(main)) return main;
  return top.includes(own) ? own : top[0]!;
}

/** The role that most points without others under them have; `usual` where as many have that. */
export function mainRole(nodes: readonly Node[], roleOf: (n: Node) => Role, usual: Role): Role {
  const counts = new Map<Role, number>();
  for (const n of nodes) if (!n.children.length) counts.set(roleOf(n), (counts.get(roleOf(n)) ?? 0) + 1);
  let best = usual;
  for (const [role, k] of counts) if (k > (counts.get(best) ?? 0)) best = role;
  return best;
}

/** What a document of a kind mostly says. */
const usualIn = (kind: Genre): Role => (kind === 'report' ? 'practice' : kind === 'order' ? 'requirement' : 'proposal');

/** 县长要求,一是…二是…: an order that a report quotes. */
const QUOTED_ORDER =
  /(?:^|[。\n])[^,，。\n]{1,30}(?:要求|强调|指出|(?:会上|讲话中|仪式上|[^,，。\n]时)(?:讲|说|表示))[,，:：][^。\n]{0,120}$/;
const QUOTED_REACH = 160;

function isReported(text: string, n: Node): boolean {
  if (n.item.line) return false;
  return QUOTED_ORDER.test(text.slice(Math.max(0, n.item.start - QUOTED_REACH), n.item.start));
}

/** What a village or a club agrees on binds its members, whatever it is printed with. */
const RULES = /(?:公约|[规民]约|守则|准则|行为规范)$/;

const isRule = (text: string, n: Node): boolean =>
  n.item.style === 'article' || (n.parent !== null && RULES.test(headingOf(text, n.parent)));

/** What should be done is an order in a document that gives orders, save for its lessons and advice. */
function toRole(text: string, genre: Genre, n: Node, g: Guess, lessons: ReadonlySet<Node>): Role {
  if (g.purpose !== 'plan') return g.purpose;
  if (genre !== 'order') return isReported(text, n) || isRule(text, n) ? 'requirement' : 'proposal';
  return lessons.has(n) ? 'proposal' : 'requirement';
}

/** The points that are titled as lessons or advice, or stand under one that is. Parents come before their children. */
function lessonsOf(text: string, nodes: readonly Node[], labels: ReadonlyMap<Node, Sign | null>): Set<Node> {
  const lessons = new Set<Node>();
  for (const n of nodes) {
    const named = LESSON.test(labels.get(n)?.cue ?? '') && !tellsTo(headingOf(text, n));
    if (named || (n.parent && lessons.has(n.parent))) lessons.add(n);
  }
  return lessons;
}
