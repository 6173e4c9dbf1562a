import type { EachStage } from '../../pipeline/types.ts';

export const repair: EachStage<Record<string, never>> = {
  kind: 'each',
  name: 'repair',
  version: 1,
  summary: '',
  defaults: {},
  options: {},
  apply: () => ({}),
};
