/**
 * Speed of extraction beside segmentation alone in one run, at 1×, 4× and 16× length, in characters a second of one core:
 * processor time, so that what else the machine does counts little.
 *
 *   npm run bench:extract [parts]
 *
 * `parts` times the steps of extraction apart. The texts are the bodies of the project's own corpus, which are crammed with
 * figures on purpose, and, where they lie beside the project, annotated real articles, which are not: each figure costs
 * some forty times as much as a character without one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findFigures } from '../../src/stages/extract/figures/index.ts';
import { completed } from '../../src/stages/extract/findings.ts';
import { extractText } from '../../src/stages/extract/index.ts';
import { findPoints } from '../../src/stages/extract/points/index.ts';
import { findSlogans } from '../../src/stages/extract/slogans/index.ts';
import { segment } from '../../src/text/segment.ts';
import { findTimes } from '../../src/text/times.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** The texts of a folder as one; null where it is not there. */
function textsOf(folder: string): string | null {
  const at = path.resolve(root, folder);
  if (!existsSync(at)) return null;
  const names = readdirSync(at).filter((f) => f.endsWith('.txt'));
  return names.map((f) => readFileSync(path.join(at, f), 'utf8')).join('\n');
}

const bodies = textsOf('corpus/bodies')!;
const published = '2021-03-05';
const bases = [{ start: 0, year: published, now: published }];
const about = { title: null, published, organ: null, times: [], quotes: [], bases };
/** The compiler needs so many characters before it has seen everything; short texts are repeated as often. */
const ENOUGH = 600_000;

/** Characters a second of processor time. */
function rate(text: string, work: (text: string) => unknown): number {
  const times = Math.max(1, Math.round(ENOUGH / text.length));
  const begun = process.cpuUsage();
  for (let i = 0; i < times; i++) work(text);
  const { user, system } = process.cpuUsage(begun);
  return (text.length * times) / ((user + system) / 1e6);
}

const parts: Record<string, (text: string) => unknown> = {
  times: (text) => findTimes(text, about.published),
  points: (text) => findPoints(text, about),
  slogans: (text) => findSlogans(text, []),
  figures: (text) => findFigures(text, [], [], about),
  completed: (text) => completed(text, found(text), about),
};

const known = new Map<string, ReturnType<typeof find>>();
function find(text: string) {
  const points = findPoints(text, about);
  const slogans = findSlogans(text, points);
  return { points, slogans, figures: findFigures(text, points, slogans, about) };
}
function found(text: string): ReturnType<typeof find> {
  const before = known.get(text) ?? find(text);
  known.set(text, before);
  return before;
}

const extract = (text: string): unknown => extractText(text, about);
rate(bodies, segment);
rate(bodies, extract);
const show = (n: number): string => (n / 1e6).toFixed(2);
console.log('million characters a second of one core; share: extraction ÷ segmentation alone');
for (const [name, input] of [['own', bodies] as const, ['real', textsOf('../shared/gold/dev')] as const]) {
  if (input === null) continue;
  const dense = (extractText(input, about).figures.length / input.length) * 1000;
  for (const factor of [1, 4, 16]) {
    const text = input.repeat(factor);
    const alone = rate(text, segment);
    const all = rate(text, extract);
    console.log(
      `${name.padEnd(5)}${`${factor}×`.padEnd(4)}${String(text.length).padStart(7)} characters, ${dense.toFixed(0).padStart(2)} figures in a thousand  segmentation ${show(alone)}  extraction ${show(all)}  share ${(all / alone).toFixed(2)}`,
    );
  }
}
if (process.argv[2] === 'parts')
  for (const [name, work] of Object.entries(parts)) {
    if (name === 'completed') found(bodies);
    console.log(name.padEnd(10), show(rate(bodies, work)));
  }
