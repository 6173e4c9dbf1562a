import { expect, it } from 'vitest';
import { ingest, ingestDefaults } from '../src/ingest/index.ts';
import { LARGE, type Large } from './bench/large-pages.ts';
import { clean, cpuSeconds } from './bench/way.ts';

/** A tenth of what the benchmark goes to, so that the test is done in seconds. */
const SHARE = 10;

async function secondsOf({ file, make }: Large, size: number): Promise<{ seconds: number; articles: number }> {
  const bytes = Buffer.from(make(Math.round(size)));
  const begun = cpuSeconds();
  const articles = clean((await ingest(bytes, file, ingestDefaults)).pages[0]!).length;
  return { seconds: cpuSeconds() - begun, articles };
}

/** The least of some attempts: what else the machine does only ever adds. */
async function least(large: Large, size: number, attempts: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < attempts; i++) best = Math.min(best, (await secondsOf(large, size)).seconds);
  return best;
}

// Quadratic is 256 times the time for 16 times the size. Caches and the garbage collector make linear work a little worse
// than 16, fixed costs better.
it.each(LARGE.map((l) => [l.name, l] as const))(
  'sixteen times the size takes at most twenty-four times the time: %s',
  async (_, large) => {
    const size = large.size / SHARE;
    const { articles } = await secondsOf(large, size / 16);
    expect(articles).toBe(large.name === 'aggregate' ? Math.round(size / 16) : 1);
    const small = await least(large, size / 16, 3);
    const { articles: many } = await secondsOf(large, size);
    expect(many).toBe(large.name === 'aggregate' ? size : 1);
    expect(await least(large, size, 2)).toBeLessThan(24 * small);
  },
  300_000,
);
