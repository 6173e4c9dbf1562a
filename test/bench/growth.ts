/**
 * Time of every local stage against the length of hostile texts, at 1×, 4× and 16×: nothing may run away.
 *
 *   npm run bench:growth [stage]
 */

import { ingest, ingestDefaults } from '../../src/ingest/index.ts';
import { cleanWith, extractArticle } from '../../src/pipeline/clean.ts';
import { hostile } from '../hostile-texts.ts';

const only = process.argv[2];
const stages: Record<string, (text: string) => unknown> = {
  ingest: (text) => ingest(Buffer.from(text), 'x.html', ingestDefaults),
  repair: (text) => cleanWith('repair', text),
  normalise: (text) => cleanWith('normalise', text),
  split: (text) => cleanWith('split', text),
  strip: (text) => cleanWith('strip', text),
  extract: (text) => extractArticle(text, {}),
};
const SIZE = Number(process.env.SIZE ?? 4000);

for (const [stage, work] of Object.entries(stages)) {
  if (only && stage !== only) continue;
  work(hostile[0]![1](SIZE));
  for (const [name, make] of hostile) {
    const times = [1, 4, 16].map((factor) => {
      const text = make(SIZE * factor);
      const begun = performance.now();
      work(text);
      return performance.now() - begun;
    });
    const growth = times[2]! / Math.max(1, times[1]!);
    const mark = growth > 8 && times[2]! > 50 ? '  <<<' : '';
    console.log(stage.padEnd(10), name.padEnd(28), times.map((t) => t.toFixed(0).padStart(6)).join(' '), `ms${mark}`);
  }
}
