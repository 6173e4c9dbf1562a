import type { EachStage } from '../../pipeline/types.ts';

export const strip: EachStage<Record<string, never>> = {
  kind: 'each',
  name: 'strip',
  version: 1,
  summary: '',
  defaults: {},
  options: {},
  apply: () => ({}),
};
