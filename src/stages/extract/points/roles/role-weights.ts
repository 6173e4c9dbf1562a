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
import type { Decision } from './settle.ts';

export const ROLES: readonly Role[] = [
  'significance', 'background', 'problem', 'cause', 'practice', 'proposal', 'requirement', 'result', 'other',
]; // biome-ignore format: a table

/** How far weights and rules are to be trusted, in hundredths. */
export interface Trust {
  /** What the weights' logarithm of a probability counts. */
  weights: number;
  /** What a role of the rules speaks for each of {@link ROLES}. */
  rules: Readonly<Record<string, readonly number[]>>;
  /** How often roles of the rules that are not weighed are right. */
  stands: Readonly<Record<string, number>>;
}

/** A role, and how likely it is, 0 to 1: strangers say how far that can be trusted. */
interface Weighed {
  role: Role;
  likely: number;
}

/** Logarithm below which a probability is not taken seriously: weights are sure of themselves where they should not be. */
const LEAST = -9;

/** For each role what speaks for it. @param logs logarithms of the weights' probabilities, in the order of {@link ROLES} */
export const fused = (
  logs: readonly number[],
  ruled: Role,
  { weights, rules }: Pick<Trust, 'weights' | 'rules'>,
): number[] => logs.map((log, i) => (weights * Math.max(log, LEAST) + (rules[ruled]?.[i] ?? 0)) / 100);

/** By how much more must speak for another role than for that of the rules: authors left out, .2 to .8 make no difference. */
const MARGIN = 0.6;

/** The role for which most speaks; what is nearly even stays with the rules. */
export function roleBy(scores: readonly number[], ruled: Role): Weighed {
  let best = ROLES.indexOf(ruled);
  const enough = scores[best]! + MARGIN;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > scores[best]! && scores[i]! > enough) best = i;
  const all = scores.reduce((sum, score) => sum + Math.exp(score - scores[best]!), 0);
  return { role: ROLES[best]!, likely: 1 / all };
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
  const scores = logs.map((of, i) => of && fused(of, decisions[i]!.role, by));
  const inherit = nodes.keys().filter((i) => scores[i] && decisions[i]!.cue === 'inherited');
  for (const row of Map.groupBy(inherit, (i) => `${nodes[i]!.list} ${decisions[i]!.role}`).values()) {
    const mean = ROLES.map((_, r) => row.reduce((sum, i) => sum + scores[i]![r]!, 0) / row.length);
    for (const i of row) scores[i] = mean;
  }
  return scores.map((of, i) => {
    const { role } = decisions[i]!;
    return of ? roleBy(of, role) : { role, likely: (by.stands[role] ?? NAMED_SURE) / 100 };
  });
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
const isAsked = ({ role, cue }: Decision): boolean => isOpen(role) && !(role === 'other' && NAMED.test(cue));

/** The roles of an outline, those of the rules weighed anew, with the word that decided. */
export function weighRoles(
  text: string,
  title: string | null,
  nodes: readonly Node[],
  decisions: readonly Decision[],
): (Decision & Weighed)[] {
  const features = new RoleFeatures(text, title, nodes, asRows);
  const document = model.sumsOnce([features.ofDocument()]);
  const signs = nodes.map((n, i) => (isAsked(decisions[i]!) ? features.of(n) : null));
  const logs = signs.map((of) => of && model.logs(model.sumsOnce(of, document)));
  return rolesOf(nodes, decisions, logs, trust).map(({ role, likely }, i) => {
    const ruled = decisions[i]!;
    const cue = role === ruled.role ? ruled.cue : cueOf(signs[i]!, role, ruled.role);
    return { role, likely, cue };
  });
}
