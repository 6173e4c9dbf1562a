import type { EachStage } from '../../pipeline/types.ts';

export const split: EachStage<Record<string, never>> = {
  kind: 'each',
  name: 'split',
  version: 1,
  summary: '',
  defaults: {},
  options: {},
  apply: () => ({}),
};
