import { Command } from 'commander';
import { ingestDefaults, ingestOptions } from '../ingest/index.ts';
import { builtinPipelines } from '../pipeline/load.ts';
import type { OptionSpec, OptionValues } from '../pipeline/types.ts';
import { stages } from '../stages/index.ts';
import type { Io } from './io.ts';
import { table } from './rows.ts';

export function stagesCommand(io: Io): Command {
  return new Command('stages')
    .summary('the stages and their options')
    .description('Lists what a pipeline file may hold: each stage with its options and their defaults.')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) => {
      const rows = [
        {
          name: 'ingest',
          kind: 'ingest',
          summary: 'bytes to text; its options stand under `ingest:`',
          defaults: ingestDefaults as OptionValues,
          options: ingestOptions as Record<string, OptionSpec>,
        },
        ...[...stages.values()].map(({ name, kind, summary, defaults, options }) => ({
          name,
          kind,
          summary,
          defaults: defaults as OptionValues,
          options: options as Record<string, OptionSpec>,
        })),
      ];
      io.out(json ? `${JSON.stringify(rows, null, 2)}\n` : print(rows));
    });
}

function print(
  rows: { name: string; kind: string; summary: string; defaults: OptionValues; options: Record<string, OptionSpec> }[],
): string {
  const out = rows.map(({ name, kind, summary, defaults, options }) => {
    const list = Object.entries(options).map(([key, spec]) => [
      key,
      // A list of names would push the summaries off the screen: it stands behind its own.
      Array.isArray(defaults[key]) ? '…' : JSON.stringify(defaults[key]),
      spec.summary + (spec.values ? ` (${spec.values.join(', ')})` : '') + range(spec) + listed(defaults[key]),
    ]);
    return `${name} (${kind}): ${summary}\n${table(list, '    ')}`;
  });
  return `${out.join('')}\nbuilt-in pipelines: ${builtinPipelines().join(', ')}\n`;
}

const listed = (value: OptionValues[string] | undefined): string =>
  Array.isArray(value) ? `: ${value.join(' ')}` : '';

function range({ min, max }: OptionSpec): string {
  return min === undefined && max === undefined ? '' : ` [${min ?? ''}…${max ?? ''}]`;
}
