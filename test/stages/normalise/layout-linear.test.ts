import { describe, it } from 'vitest';
import { findChunks } from '../../../src/stages/normalise/chunks.ts';
import { findGluedTitles } from '../../../src/stages/normalise/glued-titles.ts';
import { findPageNumbers } from '../../../src/stages/normalise/page-numbers.ts';
import { findWraps } from '../../../src/stages/normalise/wraps.ts';
import { findMarkup } from '../../../src/stages/repair/markup.ts';
import { expectLinear } from '../../linear.ts';

const SIZE = 400_000;

/** A string of one piece: `repeat` makes one of many, which is put together when it is first read. */
const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

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
    // Made beforehand: where next to nothing is done, the making would be measured.
    const texts = new Map([SIZE, SIZE / 8].map((n) => [n, flat(unit.repeat(n / unit.length))] as const));
    await expectLinear((n) => find(texts.get(n)!), SIZE);
  });
});
