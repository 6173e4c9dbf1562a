/**
 * Wrong encodings: the public cases, and runs of Chinese misread on purpose.
 *
 *   npm run bench:mojibake
 *
 * The public cases are ftfy's (../shared/suites/ftfy); folding of width and quotation marks is set aside. The runs are cut from
 * the project's own bodies, misread, and put back between good text: `exact` is the share repaired to the letter, `marked` of
 * those repaired but for characters that lost a byte and became U+FFFD, `left` of those untouched, `wrong` of all others.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { cleanWith } from '../../src/pipeline/clean.ts';
import { random } from './damage.ts';

const suites = new URL('../../../shared/suites/ftfy/', import.meta.url);

interface Case {
  label: string;
  original: string;
  fixed: string;
  'fixed-encoding'?: string;
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}

function publicCases(file: string): void {
  const cases = JSON.parse(readFileSync(new URL(file, suites), 'utf8')) as Case[];
  const missed = cases.filter((c) => {
    const got = folded(cleanWith('repair', c.original).text);
    return got !== folded(c['fixed-encoding'] ?? c.fixed) && got !== folded(c.fixed);
  });
  console.log(`ftfy/${file}  ${cases.length - missed.length} of ${cases.length}`);
  for (const c of missed) console.log(`  ${c.label}\n    ${c.original}\n    ${cleanWith('repair', c.original).text}`);
}

/** Ways of misreading: the name, the bytes, what they are read as. */
const MISREADINGS: [string, string, string][] = [
  ['GBK as Windows-1252', 'gbk', 'windows-1252'],
  ['GBK as Big5', 'gbk', 'big5'],
  ['UTF-8 as GBK', 'utf8', 'gbk'],
  ['UTF-8 as Windows-1252', 'utf8', 'windows-1252'],
  ['UTF-8 as Windows-1251', 'utf8', 'windows-1251'],
  ['UTF-8 as Mac Cyrillic', 'utf8', 'x-mac-cyrillic'],
];
const LENGTHS = [2, 5, 10, 20, 50, 200];
const RUNS = 200;

const folder = path.resolve(import.meta.dirname, '../../corpus/bodies');
const lines = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .flatMap((f) => readFileSync(path.join(folder, f), 'utf8').split('\n'));
const prose = lines.filter((l) => /^[\u4e00-\u9fff，。、；：“”（）0-9%]+$/.test(l)).join('');

/** As browsers do it. */
function misread(text: string, from: string, to: string): string {
  return new TextDecoder(to).decode(iconv.encode(text, from));
}

/** Whether a text is the original but for characters that are marked as lost. */
function isMarked(got: string, original: string): boolean {
  return got.length === original.length && [...got].every((c, i) => c === '\ufffd' || c === original[i]);
}

function measure([name, from, to]: [string, string, string]): void {
  const next = random(7);
  const cells = LENGTHS.map((length) => {
    let exact = 0;
    let marked = 0;
    let wrong = 0;
    for (let n = 0; n < RUNS; n++) {
      const at = Math.floor(next() * (prose.length - length));
      const run = prose.slice(at, at + length);
      // With its line break: at the end of a file a digit would be lost too.
      const seen = misread(`${run}\n`, from, to).replace(/\n$/, '');
      // A line of its own between good ones, as a page that mixes both has it.
      const frame = (middle: string) => `某镇水利站每周三组织党员下河巡查。\n${middle}\n三天之内办完。`;
      const got = cleanWith('repair', frame(seen)).text;
      if (got === frame(run)) exact++;
      else if (isMarked(got, frame(run))) marked++;
      else if (got !== frame(seen)) wrong++;
    }
    const percent = (k: number) => `${((100 * k) / RUNS).toFixed(0)}`.padStart(3);
    return [exact, marked, wrong, RUNS - exact - marked - wrong].map(percent).join('/');
  });
  console.log(name.padEnd(22), cells.join('  '));
}

if (existsSync(suites)) for (const file of ['in-the-wild.json', 'negative.json']) publicCases(file);
console.log(`\nexact/marked/wrong/left in percent, ${RUNS} runs of so many characters`);
console.log(' '.repeat(22), LENGTHS.map((n) => String(n).padEnd(15)).join('  '));
for (const m of MISREADINGS) measure(m);
