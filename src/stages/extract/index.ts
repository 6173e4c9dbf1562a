import type { EachStage } from '../../pipeline/types.ts';

export const extract: EachStage<Record<string, never>> = {
  kind: 'each',
  name: 'extract',
  version: 1,
  summary: '',
  defaults: {},
  options: {},
  apply: () => ({ data: { points: [], slogans: [], figures: [] } }),
};
