/**
 * wenshai as a library.
 *
 * ```ts
 * import { extract, repair, run, simplify } from 'wenshai';
 * ```
 */
import { type Cleaned, cleanWith, extractArticle, type Findings } from './pipeline/clean.ts';

export { articleSchema } from './export/schema.ts';
export type { Cleaned, Findings } from './pipeline/clean.ts';
export { loadPipeline, PipelineError, type Plan, parsePipeline } from './pipeline/load.ts';
export { type Progress, type RunOptions, type RunSummary, run } from './pipeline/run.ts';
export type * from './pipeline/types.ts';
export type * from './stages/extract/types.ts';
export { stages } from './stages/index.ts';
export { applyEdits, applyPasses } from './text/edits.ts';
export { version } from './version.ts';

/**
 * Undoes the damage of converters and encoders: pinyin glosses, byte shifts, mojibake, leaked markup, odd characters.
 * Correct text comes back as it is.
 *
 * @returns the text, the edits that made it (offsets in UTF-16 units of the text each pass was applied to) and notes on
 *   places that were left open.
 */
export function repair(text: string): Cleaned {
  return cleanWith('repair', text);
}

/**
 * Simplified characters, one form of width and punctuation, one paragraph a line. Run it on repaired text: conversion
 * destroys the bytes that the repair needs. Doing it twice changes nothing.
 */
export function simplify(text: string): Cleaned {
  return cleanWith('normalise', text);
}

/**
 * Points, slogans and figures of one clean article, with offsets in code points of the text.
 *
 * @param about what is known of the article; relative times are resolved against `published` (ISO 8601) only.
 */
export function extract(text: string, about: { title?: string | null; published?: string | null } = {}): Findings {
  return extractArticle(text, about);
}
