import { describe, it } from 'vitest';
import { findChunks } from '../../../src/stages/normalise/chunks.ts';
import { findGluedTitles } from '../../../src/stages/normalise/glued-titles.ts';
import { findPageNumbers } from '../../../src/stages/normalise/page-numbers.ts';
import { findWraps } from '../../../src/stages/normalise/wraps.ts';
import { findMarkup } from '../../../src/stages/repair/markup.ts';
import { expectLinear } from '../../linear.ts';

describe('layout of libraries of documents', () => {
  it.each([
    ['wraps in one line', findWraps, '把水渠管护的担子压实，让每一段渠都有人看、有人修、有 '],
    ['spaces', findWraps, '渠 '],
    ['chunks', findChunks, '1、渠长要巡渠。渠长要记账。渠'],
    ['lines of chunks', findChunks, '1、渠长要巡渠。渠长要记账。渠\n'],
    ['glued titles', findGluedTitles, '青禾灌区管护工作总结一、总则\n二、任务\n'],
    ['page numbers', findPageNumbers, '渠 — 1 —\n'],
    ['line ends written out', findMarkup, 'x0dx0a x0d'],
  ])('%s: linear', async (_, find, unit) => {
    await expectLinear((n) => find(unit.repeat(n / unit.length)), 200_000);
  });
});
