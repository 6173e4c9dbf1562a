import { oneOf } from '../../../../text/ending.ts';
import { findNumbers, type NumberOptions } from '../../../../text/numbers.ts';
import { build } from './build.ts';
import type { Candidate } from './candidates.ts';
import { discounts } from './discounts.ts';
import { habits } from './habits.ts';
import { halfUnits, halves } from './halves.ts';
import { bareMultipliers, beyond, medals, multipliers } from './multipliers.ts';
import { ratios, wholes, zeros } from './ratios.ts';

/** 分别回落|2.4和1.6个百分点: how far in front 分别 stands. */
const APIECE = 24;
const SHARED = oneOf('percent money measure times people thing event');

/** Numbers joined to the next one, whose unit they share: 分别回落2.4|和1.6个百分点. */
function sharing(text: string, found: Candidate[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const [c, next] = [found[i]!, found[i + 1]!];
    // 高2.6个|和1.1个百分点: parts of a thing are no count.
    const parts = c.unit === '个' && !Number.isInteger(c.value) && next.unit === '个百分点';
    if (parts && next.start <= c.end + 1) found[i] = { ...c, unit: next.unit, kind: next.kind };
    if (c.kind !== 'none' || !c.arabic || c.rule !== 'number' || next.start !== c.end + 1) continue;
    if (!/[和、与及]/u.test(text[c.end]!) || !SHARED.test(next.kind)) continue;
    if (!text.slice(Math.max(0, c.start - APIECE), c.start).includes('分别')) continue;
    found[i] = { ...c, value: c.scale === 1 ? c.value * next.scale : c.value, unit: next.unit, kind: next.kind };
  }
}

/** Ranges of addresses: their digits count nothing, and the % in them escapes a byte. */
function addresses(text: string): [start: number, end: number][] {
  if (!text.includes('://')) return [];
  return [...text.matchAll(/https?:\/\/[!-~]+/gu)].map((m) => [m.index, m.index + m[0].length]);
}

/** What each number of the text says by itself. */
function numbered(text: string, options: NumberOptions): Candidate[] {
  const masked = addresses(text);
  let k = 0;
  const out: Candidate[] = [];
  for (const n of findNumbers(text, options)) {
    while (k < masked.length && masked[k]![1] <= n.start) k++;
    // The 零 of 零下 is no number.
    if (text.startsWith('零下', n.start) || (masked[k]?.[0] ?? text.length) <= n.start) continue;
    out.push(build(text, n, options));
  }
  return out;
}

/**
 * Every number of the text with its unit, bounds and range, in order, without overlaps: the one reader of quantities. Whether
 * one of them *means* a quantity (四川, 三个方面, 第三批) is not asked here; for articles `reject` does.
 *
 * @returns candidates with offsets in UTF-16 units of the text.
 */
export function readQuantities(text: string, options: NumberOptions = {}): Candidate[] {
  // The more special reading first: of two that cover the same ground the first stays.
  const all = [...zeros(text), ...ratios(text), ...habits(text), ...numbered(text, options)];
  all.push(
    ...bareMultipliers(text),
    ...multipliers(text),
    ...beyond(text),
    ...medals(text),
    ...halves(text),
    ...halfUnits(text),
    ...discounts(text, options),
    ...wholes(text),
  );
  all.sort((a, b) => a.number - b.number || b.end - a.end);
  const out: Candidate[] = [];
  let end = -1;
  for (const c of all) {
    if (c.number < end) continue;
    // The approximator of the second of two figures may touch the first: 20人以上不少于3次.
    out.push(c.start < end ? { ...c, start: c.number } : c);
    end = c.end;
  }
  sharing(text, out);
  return out;
}
