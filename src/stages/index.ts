import type { Stage } from '../pipeline/types.ts';
import { dedup } from './dedup/index.ts';
import { extract } from './extract/index.ts';
import { normalise } from './normalise/index.ts';
import { repair } from './repair/index.ts';
import { site } from './site/index.ts';
import { split } from './split/index.ts';
import { strip } from './strip/index.ts';

/** Every stage by name, in the order of the default pipeline. */
export const stages: ReadonlyMap<string, Stage> = new Map(
  [repair, normalise, site, split, strip, dedup, extract].map((stage: Stage) => [stage.name, stage]),
);

export { extractText } from './extract/index.ts';
