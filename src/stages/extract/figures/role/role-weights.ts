import { oneOf } from '../../../../text/ending.ts';
import { clearest, LinearSum } from '../../linear.ts';
import type { FigureRole } from '../../types.ts';
import { isPlan } from '../genre.ts';
import type { Candidate } from '../read/candidates.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Ruling } from './role.ts';
import { type Judged, roleFeatures } from './role-features.ts';
import { roleModel } from './role-model.ts';

/**
 * The rules that only guess (by verbs anywhere in the clause, by the kind of the number, by the section it stands in), and by how much
 * another role must be likelier than theirs: what is nearly even stays with them, the more so the more often they are right.
 */
const MARGINS: ReadonlyMap<string, number> = new Map([
  ['kind', 0.2], ['order', 0.1], ['finding', 0.1], ['state', 0.3], ['present', 0.1], ['survey', 0.3], ['given', 0.5], ['verbs', 0.2],
  ['wish', 0.2], ['having-done', 0.3], ['admitted', 0.3], ['form', 0.7],
]); // biome-ignore format: a table

export const isGuess = (ruling: Ruling): boolean => MARGINS.has(ruling.by);

/** The likeliest role, where it is likelier than that of a rule that guesses by as much as the rule is worth. */
export const weighed = (ruling: Ruling, probabilities: ReadonlyMap<FigureRole, number>): FigureRole =>
  clearest(probabilities, ruling.role, MARGINS.get(ruling.by) ?? 1);

/**
 * The role of a figure: rules that see a form have the last word. Where they guess, trained weights decide, in which their
 * word is one feature of many: what usually stands around a figure of each role (`npm run train` prints by how much they are
 * better).
 */
export function weighRole(judged: Judged): FigureRole {
  const { c, s, ruling, setting } = judged;
  // A place that was reached is told in few words, whatever stands around it.
  if (!isGuess(ruling) || c.kind === 'rank') return ruling.role;
  const sum = new LinearSum(roleModel);
  roleFeatures(judged, sum);
  const role = weighed(ruling, sum.probabilities());
  if (role === 'target' && ruling.role === 'result' && isSoFar(s)) return ruling.role;
  // Nothing weighs without points, and nothing comes again without a period.
  if (role === 'weight' && !weighs(c, s)) return ruling.role;
  if (role === 'result' && ruling.by === 'order' && isPlan(setting.title) && !TOLD.test(s.clause)) return ruling.role;
  if (role === 'scale' && ruling.by === 'order' && CHARGED.test(s.clause)) return ruling.role;
  return role === 'frequency' && setting.per === null ? ruling.role : role;
}

/** 站长联系|2个林站, in an order or a plan: what each is charged with, however often reports say the same of how things are. */
const CHARGED = /(?:联系|包联|包保|挂点|结对)$/u;

/** 今年以来, 1—8月, and 成立专班12个，|累计解决…: what was done up to now, in so many words. */
const MONTHS = /[0-9]{1,2}月?[-—–~～至到][0-9]{1,2}月(?![底末前]|以前|之前)/u;
const SUMMED = /^[^，,。；;]{0,14}[，,](?:已|共|并|全年)?(?:累计|先后)(?![不要达可应须将]|超过)/u;
const isSoFar = (s: Surroundings): boolean =>
  s.sentence.includes('以来') || (s.sentence.includes('月') && MONTHS.test(s.sentence)) || SUMMED.test(s.rest);

/** 2024年工作要点: its bare verbs (印发宣传单2万份) tell what is to be done, however often reports say the same of what was. */
const TOLD = /了|已|累计|先后|[去上]年|以来/u;

/** What a weight is told in; heads, money and time weigh only where points are spoken of: 每缺1人扣2分. */
const WEIGHING = oneOf('score percent times none');
const weighs = (c: Candidate, s: Surroundings): boolean =>
  WEIGHING.test(c.kind) || /[扣加计记减]|分/u.test(s.clause + s.rest.slice(0, 30));
