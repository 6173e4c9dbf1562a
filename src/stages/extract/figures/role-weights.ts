import { oneOf } from '../../../text/ending.ts';
import { LinearSum } from '../linear.ts';
import { fused, strongest, type Trust } from '../trust.ts';
import type { FigureRole } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Ruling } from './role.ts';
import { type Judged, roleFeatures } from './role-features.ts';
import { ROLES, roleModel } from './role-model.ts';
import trust from './role-trust.json' with { type: 'json' };
import type { Surroundings } from './surroundings.ts';

/** What the rules say of a figure: a role, and by which rule. */
export const saidOf = ({ role, by }: Ruling): string[] => [role, `${role} ${by}`];

/** By how much more must speak for another role than for that of the rules: authors left out, up to .2 makes no difference. */
const MARGIN = 0.1;

/** The role for which most speaks. @param logs logarithms of the weights' probabilities, in the order of {@link ROLES} */
export const roleBy = (logs: readonly number[], ruling: Ruling, by: Trust): FigureRole =>
  ROLES[strongest(fused(logs, saidOf(ruling), by), ROLES.indexOf(ruling.role), MARGIN)]!;

/**
 * The role of a figure by weights and rules together: what usually stands around a figure of each role, and what the rules say,
 * each rule trusted as far as it was right on articles that it had not been made on (`npm run train` prints how often each is right).
 */
export function weighRole(judged: Judged): FigureRole {
  const { c, s, ruling, setting } = judged;
  // A place that was reached is told in few words, whatever stands around it.
  if (c.kind === 'rank') return ruling.role;
  const sum = new LinearSum(roleModel);
  roleFeatures(judged, sum);
  const role = roleBy(sum.logs(), ruling, trust);
  // Nothing weighs without points, and nothing comes again without a period.
  if (role === 'weight' && !weighs(c, s)) return ruling.role;
  return role === 'frequency' && setting.per === null ? ruling.role : role;
}

/** What a weight is told in; heads, money and time weigh only where points are spoken of: 每缺1人扣2分. */
const WEIGHING = oneOf('score percent times none');
const weighs = (c: Candidate, s: Surroundings): boolean =>
  WEIGHING.test(c.kind) || /[扣加计记减]|分/u.test(s.clause + s.rest.slice(0, 30));
