import { env } from 'node:process';

/**
 * Seconds that a task has whatever its size. No page met so far takes more than some seconds, and a busy machine is ten times
 * as slow: what is not done by then will not be done.
 */
const LEAST = 120;
/** Characters (of a file: bytes) for which a task has a second more. The slowest stages do ten times as many. */
const A_SECOND = 10_000;
/** Seconds for what is done in the main thread: a little file takes one or two. Nothing is decided by it but who does the work. */
const HERE = 30;

/** Seconds that WENSHAI_TASK_SECONDS says, else {@link LEAST}. */
function least(): number {
  const said = Number(env.WENSHAI_TASK_SECONDS);
  return said > 0 && said <= 1_000_000 ? said : LEAST;
}

/** Milliseconds of the clock that a task of so many characters may take in a worker. No result that is kept depends on it. */
export const taskLimit = (size: number): number => Math.round((least() + size / A_SECOND) * 1000);

/** Milliseconds that a task may take in the main thread. */
export const hereLimit = (): number => Math.round(Math.min(HERE, least()) * 1000);
