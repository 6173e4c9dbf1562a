/** Growth of work with its size, in processor time: no test says how fast a machine is. */
import { expect } from 'vitest';

/** So many times the size … */
const TIMES = 8;
/** … may cost so many times the processor time: quadratic work costs 64 times. The rest is for caches and the garbage collector. */
const MOST = 3 * TIMES;
/** Seconds below which a measurement says nothing; shorter work is repeated. */
const LEAST = 0.02;

/**
 * Fails when work grows faster than its size.
 *
 * @param work on something of size n, made by the work itself or beforehand. @param large the larger size; an eighth of it is the smaller.
 */
export async function expectLinear(work: (n: number) => unknown, large: number): Promise<void> {
  const small = Math.ceil(large / TIMES);
  await work(small);
  const least = await best(work, small, 3);
  let most = await best(work, large, 1);
  // What else the machine does only ever adds: asked again before it counts.
  for (let again = 0; again < 2 && most >= MOST * least; again++) most = Math.min(most, await best(work, large, 1));
  expect(most / least).toBeLessThan(MOST);
}

/** Seconds of one piece of work: the least of some attempts. */
async function best(work: (n: number) => unknown, n: number, attempts: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < attempts; i++) least = Math.min(least, await secondsOf(work, n));
  return least;
}

async function secondsOf(work: (n: number) => unknown, n: number): Promise<number> {
  const begun = process.cpuUsage();
  for (let done = 1; ; done++) {
    await work(n);
    const { user, system } = process.cpuUsage(begun);
    const seconds = (user + system) / 1e6;
    if (seconds >= LEAST) return seconds / done;
  }
}
