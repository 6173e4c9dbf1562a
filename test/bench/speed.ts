/**
 * Repair and normalise beside opencc-js and plain UTF-8 decoding, in one run on one core.
 *
 *   npm run bench:speed
 *
 * Input: the project's own bodies and sample pages, repeated; the damaged text is made of the bodies by `damage.ts` (heavy), anew for each
 * repetition. Nothing repeats in the text `damaged once`: every line that `npm run bench:repair` damages, each once.
 * Rates are characters a second; the column to read is the share of opencc-js's rate on the same text. At 1×, 4× and 16× the length
 * the rates must not fall.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Locale, Trie } from 'opencc-js/t2cn';
import { applyOutcome, startState } from '../../src/pipeline/replay.ts';
import type { Outcome } from '../../src/pipeline/types.ts';
import { normalise } from '../../src/stages/normalise/index.ts';
import { repair } from '../../src/stages/repair/index.ts';
import { convert, damage } from './damage.ts';
import { carried, distinctLines, genre } from './texts.ts';

const corpus = path.resolve(import.meta.dirname, '../../corpus');
/** Characters of the shortest of the three lengths. */
const SIZE = Number(process.env.SIZE ?? 100_000);
const FACTORS = [1, 4, 16];
/** So long is spent on each piece of work at least; the best pass counts, as it is the least disturbed. */
const LEAST_MS = 600;
/** Microseconds of processor time that a measurement takes at least. */
const SHORTEST_US = 10_000;

function read(folder: string, ends: string): string[] {
  return readdirSync(path.join(corpus, folder))
    .filter((f) => f.endsWith(ends))
    .sort()
    .map((f) => readFileSync(path.join(corpus, folder, f), 'utf8'));
}

/** A text of so many characters, of whole repetitions and a cut last one. */
function sized(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/**
 * Characters per second of processor time, the best pass of several. The pieces of work take turns, so that what else the
 * machine does meets all of them alike.
 */
function ratesOf(chars: number, all: Record<string, () => void>): Record<string, number> {
  const best: Record<string, number> = {};
  const stop = performance.now() + LEAST_MS * Object.keys(all).length;
  do {
    for (const [name, work] of Object.entries(all)) {
      const seconds = secondsOf(work);
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, seconds);
    }
  } while (performance.now() < stop);
  return Object.fromEntries(Object.entries(best).map(([name, seconds]) => [name, chars / seconds]));
}

/** Processor time of one pass; of several together where one is too short for the clock. */
function secondsOf(work: () => void): number {
  const begun = process.cpuUsage();
  for (let n = 1; ; n++) {
    work();
    const { user, system } = process.cpuUsage(begun);
    if (user + system >= SHORTEST_US) return (user + system) / n / 1e6;
  }
}

const trie = new Trie();
trie.loadDictGroup(Locale.to.cn![0]!);

function bare(text: string) {
  const page = { record: null, decoded: text, passes: [], title: null, meta: {}, url: null, charset: null, sha256: '' };
  return startState('-', { ...page, notes: [] }, '');
}

/** What each piece of work does with a text; `replay` is what the runner adds to the two stages. */
function works(text: string): Record<string, () => void> {
  const bytes = Buffer.from(text);
  const start = bare(text);
  const repaired: Outcome = repair.apply(start.doc, {});
  const [middle] = applyOutcome(start, 'repair', repaired, '');
  const normalised: Outcome = normalise.apply(middle!.doc, normalise.defaults);
  return {
    'UTF-8': () => bytes.toString('utf8'),
    'opencc-js': () => trie.convert(text),
    repair: () => repair.apply(start.doc, {}),
    normalise: () => normalise.apply(middle!.doc, normalise.defaults),
    both: () => {
      const outcome = repair.apply(start.doc, {});
      const [after] = applyOutcome(start, 'repair', outcome, '');
      normalise.apply(after!.doc, normalise.defaults);
    },
    replay: () => applyOutcome(applyOutcome(start, 'repair', repaired, '')[0]!, 'normalise', normalised, ''),
  };
}

const bodies = read('bodies', '.txt').join('\n');
const sample = read('sample', '.txt').join('\n');
const traditional = convert(bodies, 't');
/** Each repetition is damaged anew: repair decides equal stretches once, and no page repeats its damage. */
function damaged(length: number): string {
  let text = '';
  for (let seed = 1; text.length < length; seed++) text += `${damage(bodies, { seed, density: 'heavy' }).text}\n`;
  return text.slice(0, length);
}
const inputs: [string, (length: number) => string][] = [
  ['simplified', (length) => sized(bodies, length)],
  ['traditional', (length) => sized(traditional, length)],
  ['damaged', damaged],
  ['damaged once', () => damage(distinctLines(carried(genre())), { seed: 1, density: 'heavy' }).text],
  ['sample pages', (length) => sized(sample, length)],
];
const only = process.argv[2];
// Dictionaries are loaded and the code is compiled before anything counts.
ratesOf(SIZE, works(sized(bodies, SIZE)));
console.log('million characters a second; share: both ÷ opencc-js');
for (const [name, textOf] of inputs) {
  if (only && !name.startsWith(only)) continue;
  for (const factor of name === 'damaged once' ? [1] : FACTORS) {
    const input = textOf(SIZE * factor);
    const of = ratesOf(input.length, works(input));
    const line = Object.entries(of)
      .map(([what, r]) => `${what} ${(r / 1e6).toFixed(r < 1e6 ? 2 : 1)}`)
      .join('  ');
    console.log(
      `${name.padEnd(13)}${`${factor}×`.padEnd(5)}${line}  share ${(of.both! / of['opencc-js']!).toFixed(3)}`,
    );
  }
}
