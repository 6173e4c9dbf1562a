/**
 * Time against size of large pages on their way to articles: an HTML page of 10 MB, a page of 100,000 short lines, an
 * aggregate of 5,000 articles, each at 1×, 4× and 16×.
 *
 *   npm run bench:pages:growth
 *
 * Seconds of processor time of ingest and of every stage up to strip; the column to read is how much longer 16 times the
 * size takes (16 is linear; less where a fixed cost is in it).
 */
import { ingest, ingestDefaults } from '../../src/ingest/index.ts';
import { LARGE, type Large } from './large-pages.ts';
import { clean, cpuSeconds, type Times } from './way.ts';

/** All that a page comes to, by stage and together. */
async function timesOf({ file, make }: Large, size: number): Promise<Times & { all: number; articles: number }> {
  const bytes = Buffer.from(make(size));
  const times: Times = {};
  const begun = cpuSeconds();
  const { pages, rejects } = await ingest(bytes, file, ingestDefaults);
  if (!pages[0]) throw new Error(`${file}: ${rejects[0]?.reason}`);
  times.ingest = cpuSeconds() - begun;
  const articles = clean(pages[0], times).length;
  return { ...times, all: cpuSeconds() - begun, articles };
}

/** The tables of the stages are built before anything is timed. */
for (const large of LARGE) await timesOf(large, large.size / 64);

for (const large of LARGE) {
  const all: Awaited<ReturnType<typeof timesOf>>[] = [];
  for (const factor of [1, 4, 16]) {
    const size = Math.round((large.size * factor) / 16);
    const times = await timesOf(large, size);
    all.push(times);
    const stages = Object.entries(times)
      .filter(([name]) => name !== 'all' && name !== 'articles')
      .map(([name, s]) => `${name} ${s!.toFixed(2)}`);
    console.log(
      `${large.name.padEnd(12)} ${`${factor}×`.padEnd(4)}${size.toLocaleString('en-US').padStart(11)} ${large.unit.padEnd(9)} ${times.all.toFixed(2).padStart(7)} s  ${String(times.articles).padStart(5)} articles  ${stages.join('  ')}`,
    );
  }
  const [one, four, sixteen] = all.map((t) => t.all);
  console.log(`${large.name.padEnd(12)} 4×/1× ${(four! / one!).toFixed(1)}, 16×/1× ${(sixteen! / one!).toFixed(1)}\n`);
}
