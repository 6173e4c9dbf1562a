import type { Doc } from '../../pipeline/types.ts';
import { anchorsIn, anchorsOf } from './anchors.ts';
import { type Comparison, comparePrepared } from './compare.ts';
import { type Match, matches } from './matches.ts';
import type { DedupOptions } from './options.ts';
import { type Prepared, placeOf, prepare } from './prepare.ts';
import { type AlignedDifference, shown } from './shown.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** A comparison whose differences point into the texts themselves, not into the folded ones. */
export interface AlignedComparison extends Omit<Comparison, 'differences'> {
  differences: AlignedDifference[];
}

function spanOf(t: Prepared, from: number, to: number): { start: number; end: number } {
  const [start, end] = placeOf(t, from, to);
  return { start, end };
}

/** The passages that two texts share, in the order of the first; offsets in code points. */
export function sharedPassages(a: Doc, b: Doc, o: DedupOptions): Match[] {
  const [x, y] = [prepare(a.text, o.shingle), prepare(b.text, o.shingle)];
  return matches(x, y, anchorsIn(anchorsOf(x.codes)), anchorsIn(anchorsOf(y.codes)));
}

const isNumber = (kind: string | undefined): boolean => kind === 'number' || kind === 'date';

/** 〔2022〕4号: dedup itself gives such ones whole. */
const isDocumentNumber = (text: string): boolean => text.includes('〕');

/** Numbers and dates that changed, each change once, in the order of the text. */
function numbersIn(list: readonly AlignedDifference[]): Comparison['slots'] {
  const found = new Map<string, Comparison['slots'][number]>();
  for (const d of list) {
    if (d.kind !== 'slot' || !isNumber(d.slot) || isDocumentNumber(d.a.text)) continue;
    const unit = /^[年月日%]/u.exec(d.right)?.[0] ?? '';
    const [from, to] = [d.b, d.a].map((side) => side.text && side.text + unit) as [string, string];
    const known = found.get(`${from}\n${to}`);
    if (known) known.count++;
    else found.set(`${from}\n${to}`, { kind: d.slot!, from, to, count: 1 });
  }
  return [...found.values()];
}

/** Compares two documents: how `a` stands to `b`, by which rule, and the differences as they can be shown. */
export function compareAligned(a: Doc, b: Doc, o: DedupOptions): AlignedComparison {
  const [x, y] = [prepare(a.text, o.shingle), prepare(b.text, o.shingle)];
  const { differences, ...rest } = comparePrepared(x, y, o);
  const aligned = differences.map(({ kind, slot, masked, aStart, aEnd, bStart, bEnd }) => ({
    kind,
    ...(slot === undefined ? {} : { slot, masked: masked === true }),
    ...shown(a.text, b.text, spanOf(x, aStart, aEnd), spanOf(y, bStart, bEnd)),
  }));
  const whole = wholeNumbers(aligned, a.text, b.text);
  // Where the list was cut off, what is left out cannot be counted anew.
  const all = rest.slots.length === rest.slotCount;
  const slots = all
    ? [...rest.slots.filter((s) => !isNumber(s.kind) || isDocumentNumber(s.from)), ...numbersIn(whole)]
    : rest.slots;
  slots.sort((s, t) => t.count - s.count);
  return { ...rest, slots, slotCount: all ? slots.length : rest.slotCount, differences: whole };
}
