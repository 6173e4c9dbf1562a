import { fingerprint } from '../../kernel/shingles.ts';
import type { Corpus, Edit, Json } from '../../pipeline/types.ts';
import type { Hunk } from '../../text/align.ts';
import { bisect } from '../../text/bisect.ts';
import { utf16 } from '../../text/utf16.ts';
import type { Remedy } from './heal.ts';
import { type Prepared, prepare } from './prepare.ts';
import { HEALED, ONE_TEXT, type Texts, type Told } from './texts.ts';
import type { Unit } from './units.ts';
import type { Work } from './works.ts';

/** A place of a unit that is to be restored, in folded units, and the unit that has it whole. */
interface Cure extends Omit<Remedy, 'side'> {
  witness: number;
}

/** A plain copy within a group: how it stands to the text at the group's root. */
interface Copy {
  unit: number;
  to: Told;
}

/** A figure that damage hid is restored only where so many articles have it: one may have changed it. */
const VOUCHERS = 2;
/** So many copies of a group are asked whether they have what the root has. */
const ASKED = 8;

/**
 * The edits by which copies of one text heal each other, by uid. Only places that show damage (see heal.ts), only from
 * copies that are one text with the damaged one, and only where the witnesses agree.
 */
export function healing(
  work: Work,
  units: readonly Unit[],
  texts: Texts,
  corpus: Corpus,
  shingle: number,
): Map<string, Edit[]> {
  const edits = new Map<string, Edit[]>();
  for (const [root, copies] of groups(work, texts)) {
    if (!copies.some((c) => c.to.remedies.length)) continue;
    for (const [unit, cures] of cure(root, copies, units, texts)) {
      if (!cures.length) continue;
      for (const { uid, sketch } of units[unit]!.members) {
        const made = remembered(corpus, sketch.raw, cures, units, () => prepare(corpus.doc(uid).text, shingle));
        if (made.length) edits.set(uid, made);
      }
    }
  }
  return edits;
}

/** The cures as edits of a document, from memory where the same text was healed by the same before. */
function remembered(
  { memo }: Corpus,
  raw: string,
  cures: readonly Cure[],
  units: readonly Unit[],
  text: () => Prepared,
): Edit[] {
  if (!memo) return editsFor(text(), cures, units);
  const healed = JSON.stringify(cures.map((c) => ({ ...c, witness: uidOf(units, c.witness) })));
  const key = `${HEALED}${raw} ${fingerprint(utf16(healed))}`;
  const known = memo.get(key);
  if (known !== undefined) return known as unknown as Edit[];
  const made = editsFor(text(), cures, units);
  memo.set(key, made as unknown as Json);
  return made;
}

const uidOf = (units: readonly Unit[], unit: number): string => units[unit]!.members[0]!.uid;

/** Plain copies of one text, each compared with the one that they copy. */
function groups(work: Work, texts: Texts): Map<number, Copy[]> {
  const found = new Map<number, Copy[]>();
  for (const m of work.members) {
    const copiesHead = m.copyOf === work.head || (m.copyOf === m.unit && ONE_TEXT.has(m.to.relation));
    if (!copiesHead && m.copyOf === m.unit) continue;
    const root = copiesHead ? work.head : m.copyOf;
    const to = copiesHead ? m.to : texts.compare(m.unit, m.copyOf);
    if (!ONE_TEXT.has(to.relation)) continue;
    const list = found.get(root);
    if (list) list.push({ unit: m.unit, to });
    else found.set(root, [{ unit: m.unit, to }]);
  }
  return found;
}

function cure(root: number, copies: readonly Copy[], units: readonly Unit[], texts: Texts): Map<number, Cure[]> {
  const ofRoot = agreed(
    copies.flatMap(({ unit, to }) =>
      to.remedies.filter((r) => r.side === 'b').map(({ side: _side, ...r }) => ({ ...r, witness: unit })),
    ),
    units,
  );
  const found = new Map<number, Cure[]>([[root, ofRoot]]);
  for (const copy of copies) {
    const own = copy.to.remedies
      .filter((r) => r.side === 'a')
      .map(({ side: _side, ...r }) => ({ ...r, witness: root }))
      .filter((r) => isVouchedFor(r, copy, root, copies, units));
    found.set(copy.unit, disjoint([...own, ...throughRoot(copy, ofRoot, texts)]));
  }
  return found;
}

const sizeOf = (units: readonly Unit[], unit: number): number => units[unit]!.members.length;
/** True where the remedy tells a figure that the damaged copy does not show. */
const bringsFigure = (r: Omit<Remedy, 'side'>): boolean =>
  (r.insert.match(/\d+|[一二三四五六七八九十百千万亿两〇零]+/gu) ?? []).some((n) => !r.seen.includes(n));

/** Of the proposals for one text those on which all who have the place agree; where places overlap, the best attested. */
function agreed(proposals: readonly Cure[], units: readonly Unit[]): Cure[] {
  const places = new Map<string, Cure[]>();
  for (const p of proposals) {
    const key = `${p.start} ${p.end}`;
    const known = places.get(key);
    if (known) known.push(p);
    else places.set(key, [p]);
  }
  const sure: { cure: Cure; votes: number }[] = [];
  for (const list of places.values()) {
    if (list.some((p) => p.insert !== list[0]!.insert)) continue;
    const votes = list.reduce((n, p) => n + sizeOf(units, p.witness), 0);
    if (bringsFigure(list[0]!) && votes < VOUCHERS) continue;
    const cure = list.reduce((best, p) => (p.witness < best.witness ? p : best));
    sure.push({ cure, votes });
  }
  sure.sort((x, y) => y.votes - x.votes || x.cure.start - y.cure.start || x.cure.end - y.cure.end);
  return disjoint(sure.map((s) => s.cure));
}

/** Where places touch, the earlier entry of the list wins; the result is in the order of the text. */
function disjoint(list: readonly Cure[]): Cure[] {
  const rank = new Map(list.map((c, i) => [c, i]));
  const kept: Cure[] = [];
  for (const c of [...list].sort((x, y) => x.from - y.from || rank.get(x)! - rank.get(y)!)) {
    const last = kept.at(-1);
    if (!last || last.to < c.from) kept.push(c);
    else if (rank.get(c)! < rank.get(last)!) kept[kept.length - 1] = c;
  }
  return kept;
}

/**
 * How far folded units `[from, to)` of the second text are moved in the first; null where the texts differ there.
 * Differences are in order.
 */
function inFirst(list: readonly Hunk[], from: number, to: number): number | null {
  const i = bisect(list, (d) => d.bEnd >= from);
  if (list[i] && list[i].bStart <= to) return null;
  const before = list[i - 1];
  return before ? before.aEnd - before.bEnd : 0;
}

/** Where in the root the place of a copy is: between the same two differences. */
function placeInRoot(list: readonly Hunk[], from: number, to: number): [from: number, to: number] {
  const d = list[bisect(list, (d) => d.aEnd >= to)];
  return d && d.aStart === from && d.aEnd === to ? [d.bStart, d.bEnd] : [from, to];
}

/** A figure needs a second article that has it; the root's equal copies count, and copies that agree with it there. */
function isVouchedFor(r: Cure, copy: Copy, root: number, copies: readonly Copy[], units: readonly Unit[]): boolean {
  if (!bringsFigure(r)) return true;
  let votes = sizeOf(units, root);
  const [from, to] = placeInRoot(copy.to.differences, r.from, r.to);
  for (const other of copies.slice(0, ASKED)) {
    if (votes >= VOUCHERS) break;
    if (other !== copy && inFirst(other.to.differences, from, to) !== null) votes += sizeOf(units, other.unit);
  }
  return votes >= VOUCHERS;
}

/** What heals the root heals a copy that has the same damage; where its damage is another, the root's witness is asked. */
function throughRoot(copy: Copy, ofRoot: readonly Cure[], texts: Texts): Cure[] {
  const found: Cure[] = [];
  const unlike = new Set<number>();
  for (const c of ofRoot) {
    if (c.witness === copy.unit) continue;
    const delta = inFirst(copy.to.differences, c.from, c.to);
    if (delta !== null) found.push({ ...c, from: c.from + delta, to: c.to + delta });
    else unlike.add(c.witness);
  }
  for (const witness of [...unlike].slice(0, 1)) {
    const to = texts.compare(copy.unit, witness);
    if (!ONE_TEXT.has(to.relation)) continue;
    for (const { side, ...r } of to.remedies) if (side === 'a' && !bringsFigure(r)) found.push({ ...r, witness });
  }
  return found;
}

/** The cures as edits of one document; left out where its text reads otherwise there (another mark, another blank). */
function editsFor(t: Prepared, cures: readonly Cure[], units: readonly Unit[]): Edit[] {
  const edits: Edit[] = [];
  for (const { from, to, seen, insert, witness } of cures) {
    const behind = t.at[from - 1]! + 1;
    const inside = t.text.slice(behind, t.at[to] ?? t.text.length).indexOf(seen);
    if (inside < 0) continue;
    const start = behind + inside;
    const end = start + seen.length;
    const why = `witness ${uidOf(units, witness)}`;
    edits.push({ start, end, insert, rule: 'dedup/heal', why });
  }
  return edits;
}
