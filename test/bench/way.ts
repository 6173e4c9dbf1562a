/** The way of a page up to strip, in memory: what benchmarks of pages time. */
import { loadPipeline } from '../../src/pipeline/load.ts';
import { applyOutcome, type State, startState } from '../../src/pipeline/replay.ts';
import type { Page } from '../../src/pipeline/types.ts';

const { steps } = loadPipeline('default');
const upToStrip = steps.slice(0, steps.findIndex((s) => s.stage.name === 'strip') + 1);

/** Seconds of processor time by stage. */
export type Times = Record<string, number>;

/** Processor time of this process, in seconds. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * A page through the stages up to strip; the time that each takes is added to `times`. Site wants all pages of a run: what it
 * sketches of each is done here, too, and nothing is cut by it.
 */
export function clean(page: Page, times: Times = {}): State[] {
  let states = [startState('x', page, '')];
  for (const { stage, options } of upToStrip) {
    const begun = cpuSeconds();
    states = states.flatMap((s) => {
      if (stage.kind === 'each') return applyOutcome(s, stage.name, stage.apply(s.doc, options), '');
      stage.sketch(s.doc, options);
      return [s];
    });
    times[stage.name] = (times[stage.name] ?? 0) + cpuSeconds() - begun;
  }
  return states;
}
