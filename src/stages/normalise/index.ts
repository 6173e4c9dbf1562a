import type { EachStage } from '../../pipeline/types.ts';

export const normalise: EachStage<Record<string, never>> = {
  kind: 'each',
  name: 'normalise',
  version: 1,
  summary: '',
  defaults: {},
  options: {},
  apply: () => ({}),
};
