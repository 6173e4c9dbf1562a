/**
 * The role of a point by weights and rules together. Rules read the signs that an annotator would name, but many headings have none,
 * and of authors whom nobody had read when they were made rules had 84 % right, weights over many small signs 90 %, and both together
 * 91 % (`npm run train` prints it; all of authors left out). How far either is to be trusted is fitted on what the rules said of such
 * authors when they first saw them (test/eval/first-sight.json): on texts that rules were made on they look better than they are.
 */
import type { Role } from '../../types.ts';
import type { Node } from '../tree.ts';
import { asRows, RoleFeatures } from './role-features.ts';
import { pointRoleModel as model } from './role-model.ts';
import trust from './role-trust.json' with { type: 'json' };
import { type Decision, mainRole, majority } from './settle.ts';
import { standsBelow } from './stands.ts';

export const ROLES: readonly Role[] = [
  'significance', 'background', 'problem', 'cause', 'practice', 'proposal', 'requirement', 'result', 'other',
]; // biome-ignore format: a table

/** How far weights and rules are to be trusted, in hundredths. */
export interface Trust {
  /** What the weights' logarithm of a probability counts. */
  weights: number;
  /** What a role of the rules speaks for each of {@link ROLES}, by {@link ruledBy}. */
  rules: Readonly<Record<string, readonly number[]>>;
  /** How often roles of the rules that are not weighed are right. */
  stands: Readonly<Record<string, number>>;
}

/** A role, and how likely it is, 0 to 1: strangers say how far that can be trusted. */
interface Weighed {
  role: Role;
  likely: number;
}

/**
 * Logarithm below which a probability is not taken seriously: weights are sure of themselves where they should not be. Of authors left
 * out -9 to -3 make no difference; on real pages, whose language the weights know less, -4 does better than -9.
 */
export const LEAST = -4;

/**
 * How the rules came to a role: a word of the point itself (成效) is surer than that of the section it stands in, and both than what is
 * usual in such a document.
 */
export const ruledBy = ({ role, cue }: Decision): string =>
  cue === 'inherited' || cue === 'document' ? `${role} ${cue}` : role;

/**
 * For each role what speaks for it.
 *
 * @param logs logarithms of the weights' probabilities, in the order of {@link ROLES}
 * @param ruled as {@link ruledBy} has it
 */
export const fused = (
  logs: readonly number[],
  ruled: string,
  { weights, rules }: Pick<Trust, 'weights' | 'rules'>,
): number[] => logs.map((log, i) => (weights * Math.max(log, LEAST) + (rules[ruled]?.[i] ?? 0)) / 100);

/**
 * By how much more must speak for another role than for that of the rules. Of authors left out .6 has 91.0 % right and 2.2 has 90.6 %;
 * of nine real articles, which two annotated, .6 has 95 % and 2.2 has 97 %.
 */
const MARGIN = 2.2;

/** The role for which most speaks; what is nearly even stays with the rules. */
export function roleBy(scores: readonly number[], ruled: Role): Weighed {
  const at = ROLES.indexOf(ruled);
  const whole = scores.map((score, i) => (i === at ? score + MARGIN : score));
  const most = Math.max(...whole);
  const all = whole.reduce((sum, score) => sum + Math.exp(score - most), 0);
  return { role: whole[at] === most ? ruled : ROLES[whole.indexOf(most)]!, likely: 1 / all };
}

/** Features that name a word of the text, behind the equals sign. */
const WORDED = /^(?:opens|ends|heading|heading word|above|above ends|above word|top|lead|lead ends|before|verb)=(.+)$/u;

/** The word that speaks most for the role that was chosen against that of the rules. @param groups rows of the weights */
function cueOf(groups: readonly (readonly number[])[], chosen: Role, ruled: Role): string {
  const lean = model.leaning(chosen, ruled);
  let [most, best] = [0, -1];
  for (const group of groups)
    for (const row of group) {
      const by = lean(row);
      if (by > most) [most, best] = [by, row];
    }
  return (best >= 0 && WORDED.exec(model.name(best))?.[1]) || 'document';
}

/**
 * The roles of an outline. Fellows that the rules give one role because of the section they stand in are asked together, as the rules
 * ask them: what one of them says alone is little (of authors left out .15 of a hundred more are right so).
 *
 * @param logs of each node, in the order of {@link ROLES}; null where the rules' word stands
 */
export function rolesOf(
  nodes: readonly Node[],
  decisions: readonly Decision[],
  logs: readonly (readonly number[] | null)[],
  by: Trust,
): Weighed[] {
  const scores = logs.map((of, i) => of && fused(of, ruledBy(decisions[i]!), by));
  const inherit = nodes.keys().filter((i) => scores[i] && decisions[i]!.cue === 'inherited');
  for (const row of Map.groupBy(inherit, (i) => `${nodes[i]!.list} ${decisions[i]!.role}`).values()) {
    const mean = ROLES.map((_, r) => row.reduce((sum, i) => sum + scores[i]![r]!, 0) / row.length);
    for (const i of row) scores[i] = mean;
  }
  const found = scores.map((of, i): Weighed => {
    const { role } = decisions[i]!;
    return of ? roleBy(of, role) : { role, likely: (by.stands[role] ?? NAMED_SURE) / 100 };
  });
  return asHeld(nodes, decisions, onePlan(found, scores));
}

/** How likely those are that have a role, of the points right under one. */
function meanOf(n: Node, roles: ReadonlyMap<Node, Weighed>, role: Role): number {
  const own = n.children.map((c) => roles.get(c)!).filter((w) => w.role === role);
  return own.reduce((sum, w) => sum + w.likely, 0) / Math.max(1, own.length);
}

const FAULTY: readonly Role[] = ['problem', 'cause'];

/** What holds others takes the role that most of them have now. */
function asHeld(nodes: readonly Node[], decisions: readonly Decision[], found: readonly Weighed[]): Weighed[] {
  const roles = new Map(nodes.map((n, i) => [n, found[i]!]));
  const main = mainRole(nodes, (n) => roles.get(n)!.role, 'other');
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (!decisions[i]!.holds) continue;
    const n = nodes[i]!;
    // What is wrong, with what is to be done about it below: the outline may have hung that too low.
    if (FAULTY.includes(found[i]!.role)) continue;
    const { role } = majority(n, roles, main, { ...found[i]!, cue: '' });
    if (role !== found[i]!.role) roles.set(n, { role, likely: meanOf(n, roles, role) });
  }
  return nodes.map((n) => roles.get(n)!);
}

/** A body's own plan, and orders to others. */
const PLANS: ReadonlySet<Role> = new Set(['proposal', 'requirement']);
/** What a point speaks for the orders of its document that the rules alone have called one: the logarithm of 95 to 5. */
const RULED = 3;

/**
 * Of 546 annotated articles that say what is to be done, 544 have it as plans throughout or as orders throughout: what weights alone
 * have chosen between the two is what most of it speaks for.
 *
 * @param scores of each point, null where the rules' word stands
 */
function onePlan(found: readonly Weighed[], scores: readonly (readonly number[] | null)[]): Weighed[] {
  const [plan, order] = [ROLES.indexOf('proposal'), ROLES.indexOf('requirement')];
  const planned = found.keys().filter((i) => PLANS.has(found[i]!.role));
  const lean = planned.reduce((sum, i) => sum + (scores[i] ? scores[i]![plan]! - scores[i]![order]! : -RULED), 0);
  const role: Role = lean > 0 ? 'proposal' : 'requirement';
  return found.map((f, i) => (scores[i] && PLANS.has(f.role) && f.role !== role ? { ...f, role } : f));
}

/**
 * Roles of the rules that weights do not better: of authors whom neither had seen rules had .97 of the first and .95 of the other
 * right, no fewer than with weights. Weighing costs more than all else that is done for a point.
 */
const STANDS: ReadonlySet<Role> = new Set(['requirement', 'cause']);
export const isOpen = (ruled: Role): boolean => !STANDS.has(ruled);
/** Sections of which nobody asks what they are for: weights that look at the orders beside them took some for one. */
const NAMED = /^附则$/u;
/** In how many of a hundred they are right. */
const NAMED_SURE = 95;
/** Whether weights are asked of a point. */
export const isAsked = (text: string, n: Node, { role, cue }: Decision): boolean =>
  isOpen(role) && !(role === 'other' && NAMED.test(cue)) && !standsBelow(text, n, role);

/** The roles of an outline, those of the rules weighed anew, with the word that decided. */
export function weighRoles(
  text: string,
  title: string | null,
  nodes: readonly Node[],
  decisions: readonly Decision[],
): (Decision & Weighed)[] {
  const features = new RoleFeatures(text, title, nodes, asRows);
  const document = model.sumsOnce([features.ofDocument()]);
  const signs = nodes.map((n, i) => (isAsked(text, n, decisions[i]!) ? features.of(n) : null));
  const logs = signs.map((of) => of && model.logs(model.sumsOnce(of, document)));
  return rolesOf(nodes, decisions, logs, trust).map(({ role, likely }, i) => {
    const ruled = decisions[i]!;
    const cue = role === ruled.role ? ruled.cue : cueOf(signs[i]!, role, ruled.role);
    return { role, likely, cue };
  });
}
