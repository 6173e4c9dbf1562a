import { Linear, type LinearTable } from '../../linear.ts';
import type { Role } from '../../types.ts';
import table from './role-weights.json' with { type: 'json' };

/** What `npm run train` fitted for the roles of points. */
export const pointRoleModel = new Linear<Role>(table as unknown as LinearTable);
