import type { AllStage } from '../../pipeline/types.ts';

export const dedup: AllStage<Record<string, never>, null> = {
  kind: 'all',
  name: 'dedup',
  version: 1,
  summary: '',
  defaults: {},
  options: {},
  sketch: () => null,
  decide: () => new Map(),
};
