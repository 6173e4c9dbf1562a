/**
 * The members of a formula that no rule finds stated outright: all lists around its mentions, weighed by many small signs. The
 * choice among them, or of none, is a conditional logit (McFadden 1973); `npm run train` fits its weights.
 */
import type { Choice } from './features.ts';
import type { Signs } from './signs.ts';

/** What is chosen among: lists, and that there is none. */
export interface Offer {
  choices: readonly Choice[];
  /** Signs that the article does not name the members. */
  none: readonly Signs[];
}

/** Weight of each feature, in hundredths. */
export type ChoiceWeights = Readonly<Record<string, number>>;

/** By the weights that were fitted. */
function weightOf(features: readonly Signs[]): number {
  let sum = 0;
  for (const { weight } of features) sum += weight;
  return sum;
}

/** How likely each distinct list is, and that there is none (undefined). */
function likelihoods(
  { choices, none }: Offer,
  weigh: (features: readonly Signs[]) => number,
): Map<string | undefined, { p: number; list: readonly string[] | null }> {
  const sums = choices.map((c) => weigh(c.features) / 100);
  const without = weigh(none) / 100;
  const most = Math.max(without, ...sums);
  const all = sums.reduce((n, s) => n + Math.exp(s - most), Math.exp(without - most));
  const out = new Map<string | undefined, { p: number; list: readonly string[] | null }>();
  out.set(undefined, { p: Math.exp(without - most) / all, list: null });
  choices.forEach((c, i) => {
    const key = c.list.join('\n');
    const p = Math.exp(sums[i]! - most) / all;
    const known = out.get(key);
    if (known) known.p += p;
    else out.set(key, { p, list: c.list });
  });
  return out;
}

/** A list with its places, how likely it is, and whether all members have the word that the formula counts. */
export interface Likely {
  list: readonly string[];
  spans: Choice['spans'];
  p: number;
  keyed: boolean;
}

/** Each distinct list, the likeliest first. */
export function likeliest(offer: Offer, weigh: (features: readonly Signs[]) => number = weightOf): Likely[] {
  const first = new Map(offer.choices.toReversed().map((c) => [c.list.join('\n'), c]));
  const found = [...likelihoods(offer, weigh)].flatMap(([key, { p, list }]) => {
    const choice = key === undefined ? undefined : first.get(key);
    return list && choice ? [{ p, list, spans: choice.spans, keyed: choice.keyed }] : [];
  });
  return found.sort((x, y) => y.p - x.p);
}

/** A list must be likelier than this; one whose members all have the word of the formula, likelier than all else together. */
const SURE = { unkeyed: 0.75, keyed: 0.5 };

/** Where all lists together are no likelier than this beside none, none of them is likelier than `p`; a little less for what is lost in sums. */
export const oddsOf = (p: number): number => (p / (1 - p)) * 0.99;
const ODDS = oddsOf(SURE.keyed);

/**
 * Whether all lists together may be so likely beside none. Most formulas are only named, and few of the lists around them need be
 * looked at closely to know it: the likeliest, as far as can be told, until what is left is too little.
 */
export function mayBe({ choices, none }: Offer, least: number): boolean {
  const without = weightOf(none);
  const besideNone = (weight: number): number => Math.exp((weight - without) / 100);
  const most = choices.map((choice) => ({ choice, odds: besideNone(choice.atMost) })).sort((a, b) => b.odds - a.odds);
  let all = most.reduce((n, { odds }) => n + odds, 0);
  for (const { choice, odds } of most) {
    if (all < least) return false;
    all += besideNone(weightOf(choice.features)) - odds;
  }
  return all >= least;
}

/** A list is taken in place of one that a rule gives where it is likelier than this. */
const OVERRULES = 0.8;

/** Members of one length are seldom cut wrong; of what a code stands for the weights know little. */
const isFirm = ([first, ...others]: readonly string[], formula: string): boolean =>
  CODE.test(formula) || others.every((m) => m.length === first!.length);
const CODE = /\d/u;

/**
 * The members by rules and weights: what a rule gives, unless it is uneven (河渠图, 闸门图, 还有一张泵站图) and another list much likelier than
 * all else; where no rule gives any, the list that the weights are sure of.
 */
export function decided(
  offer: () => Offer,
  ruled: readonly string[] | null,
  formula: string,
): readonly string[] | null {
  if (ruled && isFirm(ruled, formula)) return ruled;
  const own = offer();
  return mayBe(own, ODDS) ? decidedBy(own, ruled, formula, weightOf) : ruled;
}

/** The members by rules and any weights, as {@link decided} has it. */
export function decidedBy(
  offer: Offer,
  ruled: readonly string[] | null,
  formula: string,
  weigh: (features: readonly Signs[]) => number,
): readonly string[] | null {
  if (ruled && isFirm(ruled, formula)) return ruled;
  const [best] = likeliest(offer, weigh);
  const least = ruled ? OVERRULES : best?.keyed ? SURE.keyed : SURE.unkeyed;
  return best && best.p > least && !(ruled && isNoBetter(best.list, ruled)) ? best.list : ruled;
}

/**
 * Fewer members than a rule finds; or its own with more in front of one, or with the end of the last cut off: rules know who does it
 * (村里注重抓好与水利的结合), and where a bracket ends.
 */
function isNoBetter(list: readonly string[], ruled: readonly string[]): boolean {
  const [own, last] = [list.at(-1)!, ruled.at(-1)!];
  const isCut = last.startsWith(own) && last.length > own.length + 1;
  return (
    list.length < ruled.length ||
    list.some((m, i) => m !== ruled[i] && ruled[i] !== undefined && m.endsWith(ruled[i])) ||
    (isCut && list.every((m, i) => i === list.length - 1 || m === ruled[i]))
  );
}
