/**
 * Repair against known truth: clean texts, damaged by the imitation of the converter in damage.ts, repaired, compared.
 *
 *   npm run bench:repair [-- [characters per density] [seed]]
 *
 * Prints for each density and kind of damage how many places were restored exactly, restored but for
 * characters that are marked as unknown, left open (as they were seen) or read wrong (anything else), and the wrong ones. Genre texts: the project's own bodies and, where they lie
 * beside the project, gold articles and seed pages. News prose, which is not the genre, is counted apart.
 */
import { repairText } from '../../src/stages/repair/index.ts';
import { UNKNOWN } from '../../src/stages/repair/partial.ts';
import { type Damaged, type DamageOptions, type Density, damage } from './damage.ts';
import { carried, genre, news, type Text } from './texts.ts';

const SIZE = Number(process.argv[2] ?? 1_000_000);
const SEED = Number(process.argv[3] ?? 1);
const SHOWN = Number(process.env.SHOWN ?? 50);
type Verdict = 'restored' | 'part' | 'open' | 'wrong';
interface Tally {
  restored: number;
  part: number;
  open: number;
  wrong: number;
}
const shown: string[] = [];

/** A gloss, as the generator writes it, before the mark of another damage. */
const GLOSS = /^\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6} ?\)(?=\?)/;

/** Widths and line ends are not what is judged. */
function fold(text: string): string {
  return text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}

/** Whether a text says what another does, but for characters that are marked as unknown. */
function isPart(read: string, original: string): boolean {
  if (!read.includes(UNKNOWN)) return false;
  const pieces = read.split(UNKNOWN).map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${pieces.join('[^]*')}$`, 'u').test(original);
}

/** Judges each site by walking the repaired text and the truth side by side, from one stretch between sites to the next. */
function judge({ text, sites }: Damaged, repaired: string): { verdicts: Verdict[]; got: string[] } {
  const verdicts: Verdict[] = [];
  const got: string[] = [];
  const result = fold(repaired);
  const gaps = sites.map((s, k) => fold(text.slice(s.end, sites[k + 1]?.start ?? text.length)));
  let at = sites[0]?.start ?? 0;
  for (let k = 0; k < sites.length; k++) {
    const gap = gaps[k]!;
    const original = fold(sites[k]!.original);
    const seen = fold(sites[k]!.seen);
    // What follows tells where the place ends: the stretch behind it, and where that is short also the next place.
    const follows = (from: number): boolean => {
      let place = from;
      for (let i = k, n = 0; i < sites.length && n < 8; i++) {
        if (!result.startsWith(gaps[i]!, place)) return false;
        place += gaps[i]!.length;
        n += gaps[i]!.length + 1;
        const next = sites[i + 1];
        if (!next) break;
        if (result.startsWith(fold(next.original), place)) place += fold(next.original).length;
        else if (result.startsWith(fold(next.seen), place)) place += fold(next.seen).length;
        else return n > 1;
      }
      return true;
    };
    const as = (form: string): boolean => result.startsWith(form, at) && follows(at + form.length);
    // A place that is open may begin with a gloss, which is taken out all the same.
    const left = [seen, seen.replace(GLOSS, '')].find(as);
    let verdict: Verdict = as(original) ? 'restored' : left !== undefined ? 'open' : 'wrong';
    if (original === seen) verdict = 'restored';
    let length = (verdict === 'restored' ? original : (left ?? seen)).length;
    if (verdict === 'wrong') {
      length = original.length;
      for (let n = 0; n < 60; n++)
        if (follows(at + n)) {
          length = n;
          break;
        }
    }
    const read = result.slice(at, at + length);
    if (verdict === 'wrong' && isPart(read, original)) verdict = 'part';
    verdicts.push(verdict);
    got.push(read);
    at += length + gap.length;
  }
  return { verdicts, got };
}

function optionsOf(density: Density, seed: number): DamageOptions {
  // Sites differ in how they write: every option is met in some share of the pages.
  return {
    seed,
    density,
    script: seed % 5 === 3 ? 't' : seed % 7 === 5 ? 'over' : 'naive',
    padded: seed % 3 === 2 ? 0.3 : 0,
    fullWidth: seed % 11 === 7,
    folded: seed % 4 === 3,
    tags: seed % 6 === 4 ? 2 : 0,
    cutShare: density === 'heavy' ? 1 : 0.7,
  };
}

let harm = 0;
function run(label: string, texts: Text[], density: Density, size: number): void {
  const tallies = new Map<string, Tally>();
  let chars = 0;
  let time = 0;
  for (let seed = SEED * 1000; chars < size && texts.length; seed++) {
    for (const [n, { name, text }] of texts.entries()) {
      if (chars >= size) break;
      const damaged = damage(text, optionsOf(density, seed + 31 * n));
      const begun = performance.now();
      const { text: repaired } = repairText(damaged.text);
      time += performance.now() - begun;
      chars += damaged.text.length;
      const { verdicts, got } = judge(damaged, repaired);
      for (const [k, verdict] of verdicts.entries()) {
        const site = damaged.sites[k]!;
        const all = tallies.get(site.kind) ?? { restored: 0, part: 0, open: 0, wrong: 0 };
        all[verdict]++;
        tallies.set(site.kind, all);
        if (verdict === 'restored') continue;
        const context = `${damaged.text.slice(Math.max(0, site.start - 10), site.start)}【${site.seen} → ${site.original}${verdict === 'wrong' ? ` ≠ ${got[k]}` : ''}】${damaged.text.slice(site.end, site.end + 10)}`;
        if (verdict === 'wrong' || process.env.OPEN)
          shown.push(`${label} ${density} ${site.kind} ${verdict} ${name}: ${JSON.stringify(context)}`);
      }
      if (verdicts.every((v) => v === 'restored') && fold(repaired) !== fold(damaged.converted)) harm++;
    }
  }
  const sum: Tally = { restored: 0, part: 0, open: 0, wrong: 0 };
  const kinds = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, t] of kinds) for (const key of ['restored', 'part', 'open', 'wrong'] as const) sum[key] += t[key];
  const line = (kind: string, t: Tally): string => {
    const all = t.restored + t.part + t.open + t.wrong;
    const share = (n: number): string => `${((100 * n) / Math.max(1, all)).toFixed(3)} %`.padStart(10);
    return `${label.padEnd(6)} ${density.padEnd(7)} ${kind.padEnd(7)} ${String(all).padStart(7)} ${share(t.restored)} ${share(t.part)} ${share(t.open)} ${share(t.wrong)}`;
  };
  for (const [kind, t] of kinds) console.log(line(kind, t));
  console.log(
    `${line('all', sum)}   ${(chars / 1000).toFixed(0)} k characters, ${((chars / time) * 1000).toFixed(0)}/s`,
  );
}

console.log('texts  density kind      sites   restored       part       open      wrong');
const GENRE = carried(genre());
const NEWS = carried(news());
repairText('機關(guān)工委因?qū)е碌膯栴}。');
for (const density of ['light', 'medium', 'heavy'] as const) run('genre', GENRE, density, SIZE);
for (const density of ['light', 'medium', 'heavy'] as const) run('news', NEWS, density, Math.min(SIZE, 200_000));
console.log(`pages changed outside the damaged places: ${harm}`);
if (shown.length) console.log(`\n${shown.slice(0, SHOWN).join('\n')}`);
