import { Linear, type LinearTable } from '../../linear.ts';
import type { FigureRole } from '../../types.ts';
import table from './role-weights.json' with { type: 'json' };

/** What `npm run train` fitted for the roles of figures. */
export const roleModel = new Linear<FigureRole>(table as unknown as LinearTable);
