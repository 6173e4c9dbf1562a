import type { Note } from '../../pipeline/types.ts';
import type { Edit } from '../../text/edits.ts';
import { pairOf } from '../../text/gbk.ts';
import { characterCost, type Step } from '../../text/language.ts';
import { canonical, damage, LATER } from './channel.ts';
import { hasMore } from './dropped.ts';
import type { Evidence } from './evidence.ts';
import { Lattice, type Place } from './lattice.ts';
import { glossAt, isLost, nextSite } from './marks.ts';
import { contradicted, partialText } from './partial.ts';
import { path, type Reading } from './reading.ts';
import { isQuoted } from './signs.ts';

/** What the undoing of byte shifts found. */
interface Shifts {
  edits: Edit[];
  notes: Note[];
  /** Notes on places that the edits undo but for characters that cannot be known. */
  marked: Note[];
}

/** Characters before a site that the language model is given. */
const BEFORE = 12;
/**
 * Nats by which a reading must beat the next one; below, the place stays open. More where the channel leaves more to the
 * language: a trail byte that was made up, a pair that was dropped, a sign that a mark took along (a comma for a semicolon).
 * On generated damage of the genre and of news, a step up opened more places and spared none that is wrong.
 */
const SURE = 1.5;
const SURE_END = 2.5;
const SURE_SIGN = 3;
const SURE_PAIR = 3.5;

/**
 * Undoes what byte-blind edits did to GBK text: cut punctuation, glosses across two characters, dropped pairs.
 *
 * At each mark all originals are followed that the known steps turn into what is seen, and the likeliest is taken,
 * provided it is likelier than the seen text itself. Work per mark is bounded, so the whole is linear.
 *
 * @param inPart also undoes places of which some characters cannot be known. They get a mark, which tells no more what stood there:
 *   so only when all that can be read whole has been.
 */
export function findShifts(text: string, evidence: Evidence, inPart = false): Shifts {
  const edits: Edit[] = [];
  const notes: Note[] = [];
  const marked: Note[] = [];
  const known = new Map<string, Decision>();
  let from = 0;
  for (let site = nextSite(text, 0); site >= 0; site = nextSite(text, from)) {
    if (isRuin(text, site)) {
      from = site + REACH;
      continue;
    }
    const start = Math.max(from, site - BEFORE);
    // The same stretch once more, as a page with copies has it, ends the same.
    const place = { start, site, quoted: isQuoted(text, start, edits) };
    const key = `${site - start}${place.quoted}${text.slice(start, site + FAR)}`;
    let decided = known.get(key);
    if (!decided) {
      decided = decide(text, place, evidence, inPart);
      if (known.size < MOST_KNOWN) known.set(key, decided);
    }
    const moved = start - decided.start;
    for (const edit of decided.edits) edits.push({ ...edit, start: edit.start + moved, end: edit.end + moved });
    for (const n of decided.notes) notes.push({ ...n, start: n.start! + moved, end: n.end! + moved });
    for (const n of decided.marked) marked.push({ ...n, start: n.start! + moved, end: n.end! + moved });
    from = decided.from + moved;
  }
  return { edits, notes, marked };
}

/** Characters behind a site that can have to do with how it is decided: the search's window, and a quotation that ends behind it. */
const FAR = 320;
/** Decisions that are remembered, of some 400 characters each. */
const MOST_KNOWN = 2000;

/** What every reading has and `?? b)` in a line of code has not. */
const NUCLEUS = /[aeiouüɑāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜêăĕĭŏŭ]/i;

/** What was decided about a site; offsets are those of the text. */
interface Decision extends Shifts {
  /** Where the stretch that was read starts. */
  start: number;
  /** Where to look on. */
  from: number;
}

function decide(text: string, place: Place, evidence: Evidence, inPart: boolean): Decision {
  const { start, site } = place;
  const best = solve(text, place, evidence);
  // Marks well inside the stretch that was read are decided with it.
  const decided: Decision = {
    edits: [],
    notes: [],
    marked: [],
    start,
    from: Math.max(site + 1, (best?.to ?? 0) - BEFORE),
  };
  if (!best) return decided;
  const steps = path(best);
  const doubt = doubtOf(steps, text);
  const found = runs(steps);
  for (const run of found) {
    decided.from = Math.max(decided.from, run.at(-1)!.to);
    const lawful = !isPoor(run, steps) && isLawful(run, text);
    if (lawful && !isOpen(run, doubt) && !isOutlandish(run, steps, evidence)) {
      decided.edits.push(editOf(run, text));
      continue;
    }
    const known = inPart && lawful && evidence.damaged ? knownOf(run, steps, text, evidence) : null;
    decided[known === null ? 'notes' : 'marked'].push(openNote(run, doubt, text));
    if (known === null) break;
    decided.edits.push(editOf(run, text, known));
  }
  if (!found.length && NUCLEUS.test(glossAt(text, site + 1, false)?.reading ?? ''))
    decided.notes.push(openNote([], null, text, site));
  return decided;
}

/** Characters behind a mark that are looked at for more of them, and how many make a ruin. */
const REACH = 40;
const RUIN = 7;

/** Text of which hardly anything is left (党?？?！??，): another encoding lost it, and no byte stands between the marks. */
function isRuin(text: string, site: number): boolean {
  let marks = 0;
  for (let i = site; i < text.length && i < site + REACH; i++) if (isLost(text.charCodeAt(i))) marks++;
  return marks >= RUIN;
}

/** Searched a second time for pairs dropped one behind the other, where the first search found none that is sound. */
function solve(text: string, place: Place, evidence: Evidence): Reading | null {
  const lattice = new Lattice(text, place, evidence);
  const best = lattice.search();
  if (!best || isSound(best) || !hasMore(lattice)) return best;
  const deep = new Lattice(text, place, evidence, true).search();
  return deep && deep.to === best.to && deep.cost > best.cost ? best : deep;
}

/** Nats a character above which a reading is looked at again. */
const MEDIOCRE = 7;

function isSound(best: Reading): boolean {
  const changed = path(best).filter((s) => s.kind !== 'plain');
  if (changed.some((s) => s.kind === 'open' || s.kind === 'pair')) return false;
  let cost = 0;
  let length = 0;
  for (const s of changed) {
    cost += s.cost - s.prev!.cost;
    length += s.text.length;
  }
  return cost <= MEDIOCRE * length;
}

/** Steps that say something else than what is seen, in unbroken runs. */
function runs(steps: Reading[]): Reading[][] {
  const out: Reading[][] = [];
  let last: Reading | null = null;
  for (const s of steps) {
    if (s.kind === 'plain') last = null;
    else if (last) {
      out.at(-1)!.push(s);
      last = s;
    } else {
      out.push([s]);
      last = s;
    }
  }
  return out;
}

/** Another reading that was nearly as likely. */
interface Doubt {
  text: string;
  /** The step at which it says something else. */
  at: Reading;
}

function doubtOf(steps: Reading[], text: string): Doubt | null {
  let found: Doubt | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, { rival, rivalText }] of steps.entries()) {
    if (rival >= 2 * SURE_PAIR || rival >= least) continue;
    const at = differsAt(steps.slice(0, i + 1), rivalText, text);
    if (rival >= marginAt(at, text)) continue;
    found = { text: rivalText, at };
    least = rival;
  }
  return found;
}

/**
 * The step that a rival, which ends where they do, contradicts: where they differ in several, the one that leaves most
 * to the language. Known wrong without: 上。總支下設 is read 上。總之下設, as its rival 上海總支下設 differs in 。,
 * too, which alone were sure.
 */
function differsAt(steps: Reading[], rival: string, seen: string): Reading {
  let at: Reading | null = null;
  let length = 0;
  const last = steps.at(-1)!;
  const alike = rival.length === steps.reduce((sum, s) => sum + s.text.length, 0);
  for (const s of steps) {
    if (s.text !== rival.slice(length, length + s.text.length)) {
      if (!alike) return s;
      if (!at || marginAt(s, seen) > marginAt(at, seen)) at = s;
    }
    length += s.text.length;
  }
  return at ?? last;
}

function marginAt(step: Reading, text: string): number {
  if (step.kind === 'pair' || step.prev?.kind === 'pair') return SURE_PAIR * (isPairBeside(step) ? 2 : 1);
  if (isSign(step)) return SURE_SIGN;
  return step.kind === 'end' && isMadeUp(step, text) ? SURE_END : SURE;
}

/** A sign that was made up with the character before it: nothing of what is seen stands for it. */
function isSign(s: Reading): boolean {
  return s.kind === 'end' && s.from === s.to;
}

/** Two pairs were dropped one behind the other. Known wrong without: 政府，縣 is read 政府縣. */
function isPairBeside(step: Reading): boolean {
  const last = step.kind === 'pair' ? step : step.prev;
  return last?.prev?.kind === 'pair';
}

/** Whether no byte of the character's second half is seen, nor a gloss that tells it. */
function isMadeUp(s: Reading, text: string): boolean {
  return isLost(text.charCodeAt(s.from)) && s.intrusions.every(({ insert }) => insert === '');
}

function isOpen(run: Reading[], doubt: Doubt | null): boolean {
  return run.some((s) => s.kind === 'open' || s === doubt?.at);
}

/** By how much more than elsewhere a reading must beat the next one beside a place in doubt. Known wrong without: “海炕號”, 總之，下設. */
const IN_DOUBT = 2;
/** The same for a rival of another length: a pair was dropped in one of them. Known wrong without: 弄虛作假 is read 艙作假. */
const SURE_LENGTH = 1.5 * SURE_PAIR;

/** What a run says but for what is in doubt; null where that is too much. */
function knownOf(run: Reading[], steps: Reading[], text: string, evidence: Evidence): string | null {
  const doubtful = new Set<Reading>(outlandish(run, steps, evidence));
  for (const [i, { rival, rivalText }] of steps.entries()) {
    if (rival >= 2 * SURE_PAIR) continue;
    const until = steps.slice(0, i + 1);
    const alike = rivalText.length === until.reduce((sum, s) => sum + s.text.length, 0);
    const margin = IN_DOUBT * marginAt(differsAt(until, rivalText, text), text);
    if (rival >= (alike ? margin : Math.max(margin, SURE_LENGTH))) continue;
    for (const s of contradicted(until, rivalText)) doubtful.add(s);
  }
  // A reading that leaves the seen characters beside the run otherwise is another story, not another character.
  const [first, last] = [steps.indexOf(run[0]!), steps.indexOf(run.at(-1)!)];
  if (doubtful.has(steps[first - 1]!) || doubtful.has(steps[last + 1]!)) return null;
  return partialText(run, doubtful);
}

/** Nats of the characters that no list counts, and of those that are rare where they belong to no word. */
const UNCOUNTED = 17;
const RARE_ALONE = 14;

/**
 * Whether a run holds a character that the page does not have and no list counts, or that is rare and belongs to no word. Known wrong
 * without: ？？谞赓|, open on a page that was simplified since, is read 。孔犫質; 乾果能賣 is read 擒賣.
 */
function isOutlandish(run: Reading[], steps: Reading[], evidence: Evidence): boolean {
  return outlandish(run, steps, evidence).length > 0;
}

function outlandish(run: Reading[], steps: Reading[], { seen }: Evidence): Reading[] {
  const foreign = run.filter(({ text, intrusions }) => {
    const unit = text.charCodeAt(0);
    return !intrusions.length && unit >= 0x3400 && !seen[unit] && characterCost(unit) > RARE_ALONE;
  });
  if (!foreign.length) return foreign;
  const alone = standingAlone(steps);
  return foreign.filter((s) => characterCost(s.text.charCodeAt(0)) > UNCOUNTED || alone.has(s.step));
}

/** Where the words of one character end in the cutting of what was read. */
function standingAlone(steps: Reading[]): ReadonlySet<Step | null> {
  const alone = new Set<Step | null>();
  for (let step = steps.at(-1)!.step; step; ) {
    if (step.length === 1) alone.add(step);
    let before: Step | null = step;
    for (let n = 0; n < step.length && before; n++) before = before.prev;
    step = before;
  }
  return alone;
}

/** Nats a character above which a run is no language: what it was is not among what was tried. */
const POOR = 9;

/** Steps behind a run that may still belong to its last word: 應急預 is dear, 應急預案 is not. */
const WORD_END = 3;

function isPoor(run: Reading[], steps: Reading[]): boolean {
  let length = run.reduce((n, s) => n + s.text.length, 0);
  if (length <= 2) return false;
  const from = run[0]!.prev!.cost;
  const end = steps.indexOf(run.at(-1)!);
  // A made-up sign ends the word, whatever follows.
  const last = run.some(isSign) ? end : Math.min(end + WORD_END, steps.length - 1);
  for (let i = end; i <= last; i++) {
    if (i > end) length++;
    if (steps[i]!.cost - from <= POOR * length) return false;
  }
  return true;
}

/** Whether the channel, run forward, turns what a run says into exactly what is seen. */
function isLawful(run: Reading[], text: string): boolean {
  const seen = canonical(text.slice(run[0]!.from, run.at(-1)!.to));
  const original = run.map((s) => s.text).join('');
  let bytes = 0;
  const intrusions = run.flatMap((s) => {
    const from = bytes;
    for (let i = 0; i < s.text.length; i++) bytes += s.text.charCodeAt(i) < 0x80 ? 1 : 2;
    return s.intrusions.map(({ at, insert }) => ({ at: from + at, insert }));
  });
  const isSeen = (made: string | null): boolean => made !== null && canonical(made) === seen;
  return (
    ['', '?', LATER].some((mark) => isSeen(damage(original, intrusions, mark))) ||
    ['', '?'].some((mark) => isSeen(damage(original, intrusions, mark, '')))
  );
}

function openNote(run: Reading[], doubt: Doubt | null, text: string, site = 0): Note {
  const start = run[0]?.from ?? site;
  const end = run.at(-1)?.to ?? site + 1;
  const best = run.map((s) => (s.kind === 'open' ? '□' : s.text)).join('');
  const candidates = [best, doubt && `…${doubt.text.slice(-8)}`].filter(Boolean).join(' or ');
  return {
    level: 'warn',
    code: 'repair/open',
    text: `bytes are lost in ${JSON.stringify(text.slice(start, end))}${candidates && `; may have been ${candidates}`}`,
    start,
    end,
  };
}

function editOf(run: Reading[], text: string, insert = run.map((s) => s.text).join('')): Edit {
  const across = run.find((s) => s.kind === 'gloss');
  const rule = run.some((s) => s.kind === 'pair') ? 'lost-pair' : across ? 'gloss-across' : 'shift';
  const gloss = across && glossAt(text, across.from + 1, false);
  const why = gloss ? `${gloss.reading} stood across two characters; ` : '';
  return {
    start: run[0]!.from,
    end: run.at(-1)!.to,
    insert,
    rule: `repair/${rule}`,
    why: `${why}${hex(insert)} read one byte late`,
  };
}

function hex(insert: string): string {
  const pairs = [...insert.slice(0, 5)].map((c) =>
    (pairOf(c.charCodeAt(0)) || c.charCodeAt(0)).toString(16).toUpperCase(),
  );
  return pairs.join(' ') + (insert.length > 5 ? ' …' : '');
}
