import { type Overlap, overlap, ShingleSet } from '../../kernel/overlap.ts';
import { numeralsIn } from '../../text/slots.ts';
import { type Difference, type Differences, differences, type SlotClass } from './differences.ts';
import { otherSubject } from './exchanged.ts';
import { type Remedy, remedies } from './heal.ts';
import type { DedupOptions } from './options.ts';
import { blind, type Prepared } from './prepare.ts';

/** How the first text stands to the second. `contains` is `contained` seen from the other side. */
export type Relation = 'exact' | 'near' | 'contained' | 'contains' | 'version' | 'template' | 'derived' | 'different';

/** One kind of filling that was exchanged, with how often. `from` is the second text's (the canonical's), `to` the first's. */
interface SlotChange {
  kind: SlotClass | 'mask';
  from: string;
  to: string;
  count: number;
}

interface Scores {
  /** |A ∩ B| / |A ∪ B| of the full shingle sets. */
  jaccard: number;
  /** |A ∩ B| / |A|: how much of the first text stands in the second. */
  containment: number;
  /** |A ∩ B| / |B|. */
  covered: number;
}

export interface Comparison extends Scores {
  relation: Relation;
  /** Which rule decided, in words. */
  rule: string;
  /** The same scores with slots, slips and leads taken out of both texts; equal to the raw ones where nothing was aligned. */
  masked: Scores;
  slots: SlotChange[];
  /** Distinct changes before `slots` was cut off. */
  slotCount: number;
  differences: Difference[];
  /** Places at which one of two copies of one text shows damage and the other is whole. */
  remedies: Remedy[];
}

function scoresOf({ a, b, shared }: Overlap): Scores {
  const all = a + b - shared;
  return { jaccard: all ? shared / all : 1, containment: a ? shared / a : 0, covered: b ? shared / b : 0 };
}

const scores = (a: Uint16Array, b: Uint16Array, shingle: number): Scores => scoresOf(overlap(a, b, shingle));

/** The shingles of one text of the last comparison: one text is often held against several, on either side. */
const set = new ShingleSet();
let entered: Uint16Array | null = null;
let enteredWith = 0;
let other: Uint16Array | null = null;

/** Scores of the texts as they are. */
function rawScores({ codes: a, shingle }: Prepared, { codes: b }: Prepared): Scores {
  const known = enteredWith === shingle ? entered : null;
  const byB = known === b || (known !== a && other === b);
  const [mine, its] = byB ? [b, a] : [a, b];
  if (known !== mine) {
    set.enter(mine, shingle);
    entered = mine;
    enteredWith = shingle;
  }
  other = its;
  const found = set.with(its);
  return scoresOf(byB ? { a: found.b, b: found.a, shared: found.shared } : found);
}

const within = (s: Scores): number => Math.max(s.containment, s.covered);

const blindScores = (a: Prepared, b: Prepared, o: DedupOptions): Scores =>
  scores(blind(a.codes), blind(b.codes), o.shingle);

/** Stand-ins for what is taken out: they occur in no folded text. */
const SLOT_SIGN = 1;
const SLIP_SIGN = 2;

/** Differences in the order of one side: what moved stands elsewhere in the other. */
function inOrderOf({ list, inMoved }: Differences, side: 'a' | 'b'): readonly Difference[] {
  if (!inMoved.length) return list;
  const start = side === 'a' ? 'aStart' : 'bStart';
  return [...list, ...inMoved].sort((x, y) => x[start] - y[start]);
}

/** Room for the masked units of either side, kept between calls. */
const room = { a: new Uint16Array(0), b: new Uint16Array(0) };
/** Longer texts have room of their own. */
const KEPT = 1 << 18;

function roomFor(side: 'a' | 'b', length: number): Uint16Array {
  if (length > KEPT) return new Uint16Array(length);
  if (room[side].length < length) room[side] = new Uint16Array(2 * length);
  return room[side];
}

/** One side's units with each taken-out stretch replaced by one sign, and edges cut away. Valid until the next call. */
function masked(
  codes: Uint16Array,
  found: Differences,
  side: 'a' | 'b',
  takeSlips: boolean,
  cutEdges: boolean,
): Uint16Array {
  const list = inOrderOf(found, side);
  const out = roomFor(side, codes.length + list.length);
  let n = 0;
  let at = 0;
  for (const d of list) {
    const start = side === 'a' ? d.aStart : d.bStart;
    const end = side === 'a' ? d.aEnd : d.bEnd;
    out.set(codes.subarray(at, start), n);
    n += start - at;
    at = start;
    if (d.kind === 'slot') out[n++] = SLOT_SIGN;
    else if (d.kind === 'slip' && takeSlips) out[n++] = SLIP_SIGN;
    else if (!(d.kind === 'edge' && cutEdges)) continue;
    at = end;
  }
  out.set(codes.subarray(at), n);
  return out.subarray(0, n + codes.length - at);
}

interface Tally {
  numbers: number;
  /** Places, organs, and anything masked. */
  names: number;
  persons: number;
  /** Negations put in or left out, and words that became their opposites. */
  senses: number;
  /** One form, filled in for another subject. */
  subject: boolean;
  clauses: number;
  /** Characters of the first text in changed clauses, and of both in slips, and at the edges (the longer side). */
  clauseLength: number;
  slipLength: number;
  edgeLength: number;
  /** Characters in common stretches of 20 and more. */
  stretches: number;
}

const STRETCH = 20;
const long = (n: number): number => (n >= STRETCH ? n : 0);

function tally({ list, inMoved }: Differences, a: Prepared, b: Prepared, o: DedupOptions): Tally {
  const t: Tally = {
    numbers: 0,
    names: 0,
    persons: 0,
    senses: 0,
    subject: otherSubject(list, a, b),
    clauses: 0,
    clauseLength: 0,
    slipLength: 0,
    edgeLength: 0,
    stretches: 0,
  };
  for (const d of [...list, ...inMoved]) {
    const x = d.aEnd - d.aStart;
    const y = d.bEnd - d.bStart;
    if (d.kind === 'slot') {
      if (d.masked || d.slot === 'place' || d.slot === 'organ') t.names++;
      else if (d.slot === 'person') t.persons++;
      else if (d.slot === 'sense') t.senses++;
      else t.numbers++;
    } else if (d.kind === 'slip') t.slipLength += Math.max(x, y);
    else if (d.kind === 'edge') t.edgeLength += Math.max(x, y);
    else if (d.kind === 'clause' && Math.max(x, y) >= o.clause) {
      t.clauses++;
      t.clauseLength += Math.max(x, y);
    }
  }
  let at = 0;
  for (const d of list) {
    if (d.kind === 'slip' || d.kind === 'slot') continue;
    t.stretches += long(d.aStart - at) + (d.kind === 'moved' ? long(d.aEnd - d.aStart) : 0);
    at = d.aEnd;
  }
  t.stretches += long(a.codes.length - at);
  if (!t.numbers && numbersDiffer(list, a, b)) t.numbers++;
  return t;
}

/** True where numbers stand in one text's differences that the other's lack, and the other way round: not loss, change. */
function numbersDiffer(list: readonly Difference[], a: Prepared, b: Prepared): boolean {
  const balance = new Map<string, number>();
  for (const d of list) {
    if (d.kind === 'edge' || d.kind === 'slip' || d.kind === 'slot') continue;
    for (const n of numeralsIn(a.folded.slice(d.aStart, d.aEnd))) balance.set(n, (balance.get(n) ?? 0) + 1);
    for (const n of numeralsIn(b.folded.slice(d.bStart, d.bEnd))) balance.set(n, (balance.get(n) ?? 0) - 1);
  }
  const rest = [...balance.values()];
  return rest.some((n) => n > 0) && rest.some((n) => n < 0);
}

/** 〔2022〕4号: of a difference that begins inside of the brackets of a document's number and ends outside, the whole; else null. */
function wholeNumber({ text, at }: Prepared, start: number, end: number): string | null {
  if (end <= start) return null;
  const [from, to] = [at[start]!, at[end - 1]! + 1];
  const cut = /^[\d〇一二三四五六七八九]{1,4}[〕\])）]/u.test(text.slice(from, from + 5));
  const open = cut ? Math.max(...[...'〔[(（'].map((c) => text.slice(Math.max(0, from - 4), from).lastIndexOf(c))) : -1;
  const close = open < 0 ? -1 : text.slice(to, to + 5).indexOf('号');
  return close < 0 ? null : text.slice(Math.max(0, from - 4) + open, to + close + 1);
}

/** The slot changes of an aligned pair, most frequent first, as they are written in the texts. */
function slotChanges(list: readonly Difference[], a: Prepared, b: Prepared): SlotChange[] {
  const found = new Map<string, SlotChange>();
  const written = (t: Prepared, start: number, end: number): string =>
    end > start ? t.text.slice(t.at[start]!, t.at[end - 1]! + 1) : '';
  for (const d of list) {
    if (d.kind !== 'slot') continue;
    const suffix = /^(?:省|市|区|县|州|镇|乡|村|街道|年|月|日|%)/u.exec(a.folded.slice(d.aEnd, d.aEnd + 2));
    const more = suffix ? suffix[0].length : 0;
    const change: SlotChange = {
      kind: d.slot!,
      from: wholeNumber(b, d.bStart, d.bEnd) ?? written(b, d.bStart, d.bEnd && d.bEnd + more),
      to: wholeNumber(a, d.aStart, d.aEnd) ?? written(a, d.aStart, d.aEnd && d.aEnd + more),
      count: 1,
    };
    const key = `${change.kind}\n${change.from}\n${change.to}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, change);
  }
  // A stable sort: equally frequent changes stay in the order of the text.
  return [...found.values()].sort((x, y) => y.count - x.count);
}

/** One text: only between these may one heal the other. */
const COPIES = new Set<Relation>(['near', 'contained', 'contains']);

type Verdict = [relation: Relation, rule: string];

/** Places and masks make a template, numbers a version; which of the two where both changed, see `templateSlots`. */
function filling(t: Tally, o: DedupOptions): Verdict | null {
  const changed = t.names + t.numbers;
  if (t.names > 0 && t.names >= o.templateSlots * changed)
    return ['template', 'places, organs or masks exchanged in one text'];
  if (t.numbers > 0) return ['version', 'a number or date changed in one text'];
  if (t.senses > 0) return ['version', 'a negation or an opposite changed in one text'];
  if (t.persons > 0) return ['template', 'persons exchanged in one text'];
  return null;
}

/** Clauses of an excerpt that may read otherwise: one in thirty characters is an editor's, more is a new text. */
const EXCERPT_CLAUSES = 0.03;

function decide(a: Prepared, b: Prepared, t: Tally, m: Scores, o: DedupOptions): Verdict {
  const shorter = Math.min(a.codes.length, b.codes.length);
  if (m.jaccard >= o.same) {
    const filled = filling(t, o);
    if (filled) return filled;
    if (t.clauses > 0) return ['version', 'a clause changed in one text'];
    return ['near', 'one text but for slips, damage, leads and gaps'];
  }
  // A term that was renamed in a text that is else the same makes no other one.
  if (t.subject) return ['different', 'one form on different subjects'];
  if (within(m) >= o.contained && t.clauseLength <= EXCERPT_CLAUSES * shorter)
    return (
      filling(t, o) ??
      (m.containment >= m.covered
        ? ['contained', 'an excerpt of the other']
        : ['contains', 'the other is an excerpt of it'])
    );
  if (within(m) >= o.derived && t.stretches >= o.stretches * shorter)
    return ['derived', 'whole passages in common, the rest rewritten'];
  return ['different', 'too little in common'];
}

const verdict = (relation: Relation, rule: string, raw: Scores): Comparison => ({
  ...raw,
  relation,
  rule,
  masked: raw,
  slots: [],
  slotCount: 0,
  differences: [],
  remedies: [],
});

function sameCodes(a: Uint16Array, b: Uint16Array): boolean {
  return a.length === b.length && a.every((c, i) => c === b[i]);
}

/**
 * Compares two prepared texts: how `a` stands to `b`, by which rule, with which scores, and where they differ.
 * Offsets in `differences` are of the folded texts, whose `at` leads back to the text.
 */
export function comparePrepared(a: Prepared, b: Prepared, o: DedupOptions): Comparison {
  const raw = rawScores(a, b);
  if (!a.codes.length || !b.codes.length) return verdict('different', 'an empty text', raw);
  if (sameCodes(a.codes, b.codes)) return verdict('exact', 'equal but for width, punctuation and white space', raw);
  const shorter = Math.min(a.codes.length, b.codes.length);
  if (shorter < o.excerpt * Math.max(a.codes.length, b.codes.length))
    return verdict('different', 'too small a part of the other', raw);
  // Taking slots out can double what is shared, not create it; but figures alone can hide it all.
  if (within(raw) < o.derived / 2 && within(blindScores(a, b, o)) < o.derived)
    return verdict('different', 'too little in common', raw);
  const found = differences(a, b, o);
  const { list } = found;
  const t = tally(found, a, b, o);
  const cutEdges = t.edgeLength <= Math.min(o.lead, shorter / 3);
  const slipsOnly = t.slipLength <= o.slips * shorter;
  const measure = (slips: boolean): Scores =>
    list.every((d) => d.kind === 'slot' || (d.kind === 'slip' && slips) || (d.kind === 'edge' && cutEdges))
      ? { jaccard: 1, containment: 1, covered: 1 }
      : scores(masked(a.codes, found, 'a', slips, cutEdges), masked(b.codes, found, 'b', slips, cutEdges), o.shingle);
  let m = measure(slipsOnly);
  let [relation, rule] = decide(a, b, t, m, o);
  if (relation === 'different' && !slipsOnly) {
    // Spun copies: every few characters a word exchanged. As one text they fail; as a rewritten one they may hold.
    m = measure(true);
    if (decide(a, b, t, m, o)[0] !== 'different')
      [relation, rule] = ['derived', 'the same passages, words exchanged throughout'];
  }
  const slots = slotChanges(inOrderOf(found, 'a'), a, b);
  return {
    ...raw,
    relation,
    rule,
    masked: m,
    slots: slots.slice(0, o.slots),
    slotCount: slots.length,
    differences: list,
    remedies: COPIES.has(relation) ? remedies(a, b, list) : [],
  };
}
