import table from './confidence.json' with { type: 'json' };
import type { Figure, Slogan } from './types.ts';

/**
 * That a point is one at all: of 303 found in forty articles that nobody had read (corpus/fresh, aj) annotators confirm so many,
 * whatever rule found them.
 */
const POINT = 0.98;
/** That it is a point, and that its role is right. @param likely how likely the role is */
export const pointConfidence = (likely: number): number => POINT * likely;

/**
 * How sure a rule is: the share of what it found that annotators confirm, from `npm run calibrate` (smoothed towards the
 * rate of its kind, so that a rule that was seen twice claims nothing). A slogan is confirmed with its kind, a figure with its amount,
 * unit and bound.
 */
interface Kind {
  /** Rate of a rule that the table does not have. */
  rest: number;
  rates: Record<string, number>;
}

const kinds = table as { slogans: Kind; figures: Kind };

/** The rate of a rule, of its family (the part of its key before the last stroke), or of the rest. */
const rate = (kind: Kind, key: string): number =>
  kind.rates[key] ?? kind.rates[key.slice(0, Math.max(0, key.lastIndexOf('/')))] ?? kind.rest;

/** The keys of the table: what an item was decided by. */
export const sloganKey = (s: Slogan): string => s.rule;
export const figureKey = (f: Figure): string => `${f.rule}/${f.role}`;

/**
 * Quotes that only weights take for slogans were learned from: on those articles they look better than they are. Of texts of others
 * annotators confirm this share (between 20 of 29 on authors left out by `npm run train` and 9 of 10 on excerpts of real texts).
 */
const WEIGHED = 0.75;
export const sloganConfidence = (s: Slogan): number =>
  s.rule.endsWith('/weighed') ? WEIGHED : rate(kinds.slogans, sloganKey(s));
export const figureConfidence = (f: Figure): number => rate(kinds.figures, figureKey(f));
