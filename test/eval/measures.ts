/**
 * `npm run score:measures`: who does what, until when and by what means, against measures-gold.json: measures of four
 * articles of corpus/fresh, annotated from the texts by the author of the rules before their output on them was looked at,
 * and looked at since. A gold heading is the beginning of the point's. An actor counts wherever it is inherited from.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from '../../src/index.ts';
import gold from './measures-gold.json' with { type: 'json' };

const FIELDS = ['actor', 'action', 'object', 'deadline', 'instrument'] as const;
type Field = (typeof FIELDS)[number];
type Wanted = { heading: string } & Record<Field, string | null>;

const folder = path.resolve(import.meta.dirname, '../../corpus/fresh');
const bare = (s: string | null | undefined): string => (s ?? '').normalize('NFKC').replace(/[\s“”"]/gu, '');
const counts = Object.fromEntries(FIELDS.map((f) => [f, { right: 0, said: 0, wanted: 0 }]));
const show = process.argv.includes('--show');

for (const [name, list] of Object.entries(gold) as [string, Wanted[]][]) {
  const text = readFileSync(path.join(folder, `${name}.txt`), 'utf8').trim();
  const { title } = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as { title: string | null };
  const { points } = extract(text, { title });
  for (const want of list) {
    const m = points.find((p) => bare(p.heading).startsWith(bare(want.heading)))?.measure;
    for (const field of FIELDS) {
      const [got, expected] = [bare(m?.[field]?.text), bare(want[field])];
      const c = counts[field]!;
      if (got) c.said++;
      if (expected) c.wanted++;
      if (got && got === expected) c.right++;
      else if (show && got !== expected) console.log(name, want.heading, field, `'${got}' for '${expected}'`);
    }
  }
}
for (const [field, { right, said, wanted }] of Object.entries(counts))
  console.log(
    field.padEnd(11),
    `precision ${(said ? right / said : 1).toFixed(3)} (${right}/${said})  recall ${(wanted ? right / wanted : 1).toFixed(3)} (${right}/${wanted})`,
  );
