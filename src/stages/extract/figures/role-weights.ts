import { Linear, type LinearTable, likeliest } from '../linear.ts';
import type { FigureRole } from '../types.ts';
import table from './role-weights.json' with { type: 'json' };

const model = new Linear<FigureRole>(table as unknown as LinearTable);

/**
 * The role of a figure by trained weights, in which the rules' word is the heaviest single feature: rules see forms, and the
 * weights what usually stands around a figure of each role (`npm run train` prints by how much they are better).
 */
export const weighRole = (features: readonly string[]): FigureRole => likeliest(model.probabilities(features));
