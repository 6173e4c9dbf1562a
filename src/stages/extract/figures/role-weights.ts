import { clearest, Linear, type LinearTable } from '../linear.ts';
import type { FigureRole } from '../types.ts';
import type { Ruling } from './role.ts';
import table from './role-weights.json' with { type: 'json' };

/** A sentence alone says little: what is nearly even stays with the rules. */
export const MARGIN = 0.3;

const model = new Linear<FigureRole>(table as unknown as LinearTable);

/** The rules that only guess: by verbs anywhere in the clause, by the kind of the number, by the section being an order. */
const GUESSES: ReadonlySet<string> = new Set(['verbs', 'kind', 'order']);

export const isGuess = (ruling: Ruling): boolean => GUESSES.has(ruling.by);

/**
 * The role of a figure: rules that see a form have the last word. Where they guess, trained weights decide, in which their
 * word is one feature of many: what usually stands around a figure of each role (`npm run train` prints by how much they are
 * better).
 */
export function weighRole(ruling: Ruling, features: readonly string[]): FigureRole {
  return isGuess(ruling) ? clearest(model.probabilities(features), ruling.role, MARGIN) : ruling.role;
}
