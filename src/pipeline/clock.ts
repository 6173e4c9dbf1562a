import { performance } from 'node:perf_hooks';

/** A part of a run and how long it took. */
export interface Took {
  phase: string;
  /** Of the clock on the wall: with several workers less than the processors' time. */
  ms: number;
}

/** Tells how long the parts of a run take. Nothing that is kept depends on it. */
export class Clock {
  readonly took: Took[] = [];
  #since = performance.now();

  /** Ends a part: it took the time since the last one ended. */
  lap(phase: string): void {
    const now = performance.now();
    this.took.push({ phase, ms: Math.round(now - this.#since) });
    this.#since = now;
  }
}
