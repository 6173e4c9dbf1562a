/**
 * wenshai as a library.
 *
 * ```ts
 * import { extract, readArticles, repair, run, simplify } from 'wenshai';
 * ```
 *
 * What is exported here is what versions keep to; all else may change with any of them.
 */
import { type Cleaned, cleanWith, extractArticle, type Findings } from './pipeline/clean.ts';
import { loadPipeline as load, type Pipeline, parsePipeline as parse, planJson } from './pipeline/load.ts';
import type { OptionSpec, OptionValues } from './pipeline/types.ts';
import { stages as known } from './stages/index.ts';

export type {
  Actor,
  Article,
  Attested,
  Bound,
  Change,
  Deadline,
  Evidence,
  Figure,
  FigureRole,
  Found,
  Interval,
  Measure,
  Passage,
  Phrase,
  Place,
  Point,
  Relation,
  RepairCount,
  Role,
  Script,
  Slogan,
  SloganKind,
  Slot,
  Source,
  Variant,
  Work,
} from './export/article.ts';
export type { Exported } from './export/articles.ts';
export { readArticles } from './export/read.ts';
export { articleSchema } from './export/schema.ts';
export type { Cleaned, Findings } from './pipeline/clean.ts';
export type { Took } from './pipeline/clock.ts';
export { type Pipeline, PipelineError } from './pipeline/load.ts';
export { type Progress, type RunOptions, type RunSummary, run } from './pipeline/run.ts';
export type { Since } from './pipeline/since.ts';
export type { Edit, Meta, Note, OptionSpec, OptionValues, Origin, Origins } from './pipeline/types.ts';
export type { Quarantined } from './store/store.ts';
export { applyEdits, applyPasses } from './text/edits.ts';
export { version } from './version.ts';

/** What a pipeline can be made of. */
export interface StageInfo {
  name: string;
  /** Raised with every change of behaviour: what runs have stored of another version is made anew. */
  version: number;
  /** One line. */
  summary: string;
  /** `each`: page by page; `all`: once over the whole corpus. */
  kind: 'each' | 'all';
  defaults: OptionValues;
  options: Record<string, OptionSpec>;
}

/** Every stage by name, in the order of the default pipeline, with its options. */
export const stages: ReadonlyMap<string, StageInfo> = new Map(
  [...known.values()].map(({ name, version, summary, kind, defaults, options }) => [
    name,
    { name, version, summary, kind, defaults, options },
  ]),
);

/**
 * Reads a pipeline, for `run`, by the name of a built-in one or by the path of a YAML file.
 *
 * @throws PipelineError with one line that names the nearest valid word.
 */
export function loadPipeline(nameOrFile: string): Pipeline {
  return planJson(load(nameOrFile));
}

/**
 * Reads a pipeline, for `run`, from YAML text.
 *
 * @param name used where the text gives no name of its own.
 * @throws PipelineError with one line that names the nearest valid word.
 */
export function parsePipeline(source: string, name: string): Pipeline {
  return planJson(parse(source, name));
}

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
