import type { Note } from '../../pipeline/types.ts';
import type { Edit } from '../../text/edits.ts';
import { pairOf } from '../../text/gbk.ts';
import { characterCost, isSimpleOnly, textCost } from '../../text/language.ts';
import { type Evidence, Lattice, path, type Reading } from './lattice.ts';
import { glossAt, isLost, nextSite } from './marks.ts';

/** What the undoing of byte shifts found. */
export interface Shifts {
  edits: Edit[];
  notes: Note[];
}

/** Characters before a site that the language model is given. */
const BEFORE = 12;
/** Nats by which a reading must beat the next one. Below that the place stays open. */
const SURE = 1;
/** Nats above which a character that is no part of a word makes a reading doubtful: dropped pairs are then looked for. */
const RARE_ALONE = 8.5;

/**
 * Undoes what byte-blind edits did to GBK text: cut punctuation, glosses across two characters, dropped pairs.
 *
 * At each mark all originals are followed that the known steps turn into what is seen, and the likeliest is taken,
 * provided it is likelier than the seen text itself. Work per mark is bounded, so the whole is linear.
 */
export function findShifts(text: string, evidence: Evidence): Shifts {
  const edits: Edit[] = [];
  const notes: Note[] = [];
  let from = 0;
  for (let site = nextSite(text, 0); site >= 0; site = nextSite(text, Math.max(from, site + 1))) {
    const start = Math.max(from, site - BEFORE);
    const best = solve(text, start, site, evidence);
    if (!best) continue;
    const steps = path(best);
    const open = openNote(steps, text, site);
    if (open) notes.push(open);
    else edits.push(...changes(steps, text));
    from = Math.max(site + 1, lastDoubt(steps));
  }
  return { edits, notes };
}

function solve(text: string, start: number, site: number, evidence: Evidence): Reading | null {
  const plain = new Lattice(text, start, site, evidence, false).search();
  if (plain && isSound(plain, text)) return plain;
  const dropped = new Lattice(text, start, site, evidence, true).search();
  if (!plain || !dropped) return plain ?? dropped;
  // Searches stop where they have settled: what one of them read beyond is ordinary text.
  const end = Math.max(plain.to, dropped.to);
  const cost = (r: Reading): number => r.cost + textCost(text.slice(r.to, end));
  return cost(dropped) < cost(plain) ? dropped : plain;
}

/** Whether a place was read anew, whole, and without a rare character that stands alone. */
function isSound(r: Reading, text: string): boolean {
  const steps = path(r);
  const changed = steps.filter((s) => s.kind !== 'plain');
  if (!changed.length || changed.some((s) => s.kind === 'open' || isSimpleOnly(s.text.charCodeAt(0)))) return false;
  // A trail byte that was made up.
  const last = changed.at(-1)!;
  if (last.kind === 'end' && isLost(text.charCodeAt(last.to - 1))) return false;
  const first = changed[0]!.step;
  for (let step = r.step; step && step !== first; ) {
    if (step.length === 1 && characterCost(step.unit) > RARE_ALONE) return false;
    for (let i = step.length; i > 0 && step && step !== first; i--) step = step.prev;
  }
  return true;
}

/** End of the part that was decided: the search may have looked further. */
function lastDoubt(steps: Reading[]): number {
  let end = 0;
  for (const s of steps) if (s.kind !== 'plain') end = s.to;
  return end;
}

function openNote(steps: Reading[], text: string, site: number): Note | null {
  const changed = steps.filter((s) => s.kind !== 'plain');
  if (!changed.length) return null;
  const start = changed[0]!.from;
  const end = changed.at(-1)!.to;
  const doubtful = steps.reduce<Reading | null>((worst, s) => (s.rival < (worst?.rival ?? SURE) ? s : worst), null);
  const lost = changed.some((s) => s.kind === 'open');
  if (!lost && !doubtful) return null;
  const best = changed.map((s) => (s.kind === 'open' ? '□' : s.text)).join('');
  const other = doubtful ? ` or …${doubtful.rivalText.slice(-8)}` : '';
  return {
    level: 'warn',
    code: 'repair/open',
    text: `${JSON.stringify(text.slice(Math.max(0, site - 4), end))}: bytes are lost; may have been …${best}${other}`,
    start,
    end,
  };
}

/** One edit for each run of steps that says something else than what is seen. */
function changes(steps: Reading[], text: string): Edit[] {
  const edits: Edit[] = [];
  for (let i = 0; i < steps.length; i++) {
    if (steps[i]!.kind === 'plain') continue;
    const run = [];
    for (; i < steps.length && steps[i]!.kind !== 'plain'; i++) run.push(steps[i]!);
    edits.push(edit(run, text));
  }
  return edits;
}

function edit(run: Reading[], text: string): Edit {
  const insert = run.map((s) => s.text).join('');
  const across = run.find((s) => s.kind === 'gloss');
  const rule = run.some((s) => s.kind === 'pair') ? 'lost-pair' : across ? 'gloss-across' : 'shift';
  const start = run[0]!.from;
  const end = run.at(-1)!.to;
  const gloss = across && glossAt(text, across.from + 1, false);
  const why = gloss ? `${gloss.reading} stood across two characters; ` : '';
  return { start, end, insert, rule: `repair/${rule}`, why: `${why}${hex(insert)} read one byte late` };
}

function hex(insert: string): string {
  const pairs = [...insert.slice(0, 5)].map((c) =>
    (pairOf(c.charCodeAt(0)) || c.charCodeAt(0)).toString(16).toUpperCase(),
  );
  return pairs.join(' ') + (insert.length > 5 ? ' …' : '');
}
