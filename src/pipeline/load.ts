import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closest, distance } from 'fastest-levenshtein';
import { parseDocument } from 'yaml';
import { type IngestOptions, ingestDefaults, ingestOptions, ingestVersion } from '../ingest/index.ts';
import { stages } from '../stages/index.ts';
import { canonicalJson, keyOf } from './keys.ts';
import type { OptionSpec, OptionValues, Stage } from './types.ts';

/** One stage of a plan with its options filled in. */
export interface Step {
  stage: Stage;
  options: OptionValues;
  /** Hash of name, version and options: what the stage's results depend on besides their input. */
  signature: string;
}

/** A pipeline with every option filled in, as plain JSON: `parsePipeline` and `loadPipeline` make one. */
export interface Pipeline {
  /** Letters, digits, - and _: the database is called after it. */
  name: string;
  summary: string;
  /** Options of reading, as `wenshai stages` lists them. */
  ingest: OptionValues;
  /** In the order in which they run. */
  stages: { name: string; options: OptionValues }[];
}

/** A pipeline ready to run. */
export interface Plan extends Pipeline {
  ingest: IngestOptions & OptionValues;
  ingestSignature: string;
  steps: Step[];
}

/** A pipeline file or flag that cannot be used; the message is one line for the user. */
export class PipelineError extends Error {}

const FOLDER = fileURLToPath(new URL('../../pipelines/', import.meta.url));

/** Names of the pipelines that come with wenshai. */
export function builtinPipelines(): string[] {
  return readdirSync(FOLDER)
    .filter((f) => f.endsWith('.yaml'))
    .map((f) => f.slice(0, -5))
    .sort();
}

/**
 * Reads a pipeline by the name of a built-in one or by the path of a YAML file.
 *
 * @throws PipelineError with one line that names the nearest valid word.
 */
export function loadPipeline(nameOrFile: string): Plan {
  const builtin = builtinPipelines().includes(nameOrFile);
  const isFile = !builtin && (/\.ya?ml$/i.test(nameOrFile) || /[/\\]/.test(nameOrFile));
  if (!isFile && !builtin)
    throw new PipelineError(`unknown pipeline '${nameOrFile}'${nearest(nameOrFile, builtinPipelines())}`);
  const file = isFile ? nameOrFile : path.join(FOLDER, `${nameOrFile}.yaml`);
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (e) {
    throw new PipelineError(
      `cannot read pipeline ${file}: ${(e as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (e as Error).message}`,
    );
  }
  return parsePipeline(source, path.basename(file).replace(/\.ya?ml$/i, ''), file);
}

/**
 * Reads a pipeline from YAML text.
 *
 * @param name used when the file gives no name of its own.
 * @throws PipelineError
 */
export function parsePipeline(source: string, name: string, where = 'pipeline'): Plan {
  const fail = (message: string): never => {
    throw new PipelineError(`${where}: ${message}`);
  };
  const parsed = parseDocument(source);
  if (parsed.errors.length) fail(`not YAML: ${parsed.errors[0]!.message.split('\n')[0]!.replace(/:$/, '')}`);
  const raw: unknown = parsed.toJS({ maxAliasCount: 100 });
  if (!isRecord(raw)) return fail('a pipeline is a mapping with a list of stages');
  for (const key of Object.keys(raw)) if (!FIELDS.includes(key)) fail(`unknown key '${key}'${nearest(key, FIELDS)}`);
  if (!Array.isArray(raw.stages) || !raw.stages.length) return fail("'stages' is a list with at least one stage");
  return makePlan(
    {
      name: (raw.name ?? name) as string,
      summary: typeof raw.summary === 'string' ? raw.summary : '',
      ingest: (raw.ingest ?? {}) as OptionValues,
      stages: raw.stages.map((entry) => stageEntry(entry, fail)),
    },
    fail,
  );
}

const FIELDS = ['name', 'summary', 'ingest', 'stages'];

/** Fills in defaults and checks every option. Also rebuilds a plan in a worker from {@link planJson}. */
export function makePlan(json: Pipeline, fail: (message: string) => never = raise): Plan {
  if (typeof json.name !== 'string' || !/^[\p{L}\p{N}_-]+$/u.test(json.name))
    fail(`name '${String(json.name)}' may hold letters, digits, - and _ only`);
  const seen = new Set<string>();
  const steps = json.stages.map(({ name, options: given }): Step => {
    const stage = stages.get(name) ?? fail(`unknown stage '${name}'${nearest(name, [...stages.keys()])}`);
    if (seen.has(name)) fail(`stage '${name}' stands twice`);
    seen.add(name);
    const options = fillOptions(name, stage.defaults, stage.options, given, fail);
    return { stage, options, signature: keyOf(name, String(stage.version), canonicalJson(options)) };
  });
  const ingest = fillOptions('ingest', ingestDefaults, ingestOptions, json.ingest, fail);
  return {
    name: json.name,
    summary: json.summary,
    ingest: ingest as IngestOptions & OptionValues,
    stages: steps.map((s) => ({ name: s.stage.name, options: s.options })),
    ingestSignature: keyOf('ingest', String(ingestVersion), canonicalJson(ingest)),
    steps,
  };
}

/** What {@link makePlan} needs to make this plan again, and can be stored and sent. */
export function planJson({ name, summary, ingest, stages }: Pipeline): Pipeline {
  return { name, summary, ingest, stages };
}

function raise(message: string): never {
  throw new PipelineError(message);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list entry: `repair`, or `dedup: {shingle: 5}`. */
function stageEntry(entry: unknown, fail: (message: string) => never): { name: string; options: OptionValues } {
  if (typeof entry === 'string') return { name: entry, options: {} };
  if (isRecord(entry)) {
    const [name, ...rest] = Object.keys(entry);
    if (name !== undefined && !rest.length) {
      const options = entry[name] ?? {};
      if (!isRecord(options)) return fail(`the options of stage '${name}' are a mapping`);
      return { name, options: options as OptionValues };
    }
  }
  return fail(
    `a stage is a name or 'name: {option: value}', not ${typeof entry === 'object' ? 'a longer list or mapping' : String(entry)}`,
  );
}

function fillOptions(
  owner: string,
  defaults: OptionValues,
  specs: Record<string, OptionSpec>,
  given: unknown,
  fail: (message: string) => never,
): OptionValues {
  if (!isRecord(given)) return fail(`the options of '${owner}' are a mapping`);
  const out: OptionValues = { ...defaults };
  for (const [key, value] of Object.entries(given)) {
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
    const fallback = defaults[key];
    if (!spec || fallback === undefined)
      return fail(`unknown option '${key}' of ${owner}${nearest(key, Object.keys(specs))}`);
    const problem = checkOption(value, fallback, spec);
    if (problem) return fail(`option '${key}' of ${owner} ${problem}`);
    out[key] = value as OptionValues[string];
  }
  return out;
}

/** @returns what is wrong with the value, or null. */
function checkOption(value: unknown, fallback: OptionValues[string], spec: OptionSpec): string | null {
  if (Array.isArray(fallback))
    return Array.isArray(value) && value.every((v) => typeof v === 'string') ? null : 'is a list of strings';
  if (typeof value !== typeof fallback) return `is a ${typeof fallback}, not ${JSON.stringify(value)}`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return 'is a finite number';
    if (Number.isInteger(fallback) && !Number.isInteger(value)) return `is a whole number, not ${value}`;
    if (spec.min !== undefined && value < spec.min) return `is at least ${spec.min}, not ${value}`;
    if (spec.max !== undefined && value > spec.max) return `is at most ${spec.max}, not ${value}`;
  }
  if (typeof value === 'string' && spec.values && !spec.values.includes(value))
    return `has no value '${value}'${nearest(value, spec.values)}`;
  return null;
}

/** What there is, and before it `did you mean 'x'?` where a word is near: at most half of its letters are others. */
export function nearest(word: string, words: readonly string[]): string {
  if (!words.length) return '; there is none to set';
  const given = word.slice(0, 80);
  const best = closest(given, words);
  const near = distance(given, best) <= Math.max(given.length, best.length) / 2;
  return `; ${near ? `did you mean '${best}'? ` : ''}(${words.join(', ')})`;
}
