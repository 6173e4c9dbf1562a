import { Linear, type LinearTable } from '../linear.ts';
import type { FigureRole } from '../types.ts';
import table from './role-weights.json' with { type: 'json' };

export const ROLES: readonly FigureRole[] = ['target', 'result', 'scale', 'weight', 'frequency'];

/** What `npm run train` fitted for the roles of figures, in the order of {@link ROLES}. */
export const roleModel = new Linear<FigureRole>(table as unknown as LinearTable);
