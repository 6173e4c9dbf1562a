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
      JSON.stringify(defaults[key]),
      spec.summary + (spec.values ? ` (${spec.values.join(', ')})` : '') + range(spec),
    ]);
    return `${name} (${kind}): ${summary}\n${table(list, '    ')}`;
  });
  return `${out.join('')}\nbuilt-in pipelines: ${builtinPipelines().join(', ')}\n`;
}

function range({ min, max }: OptionSpec): string {
  return min === undefined && max === undefined ? '' : ` [${min ?? ''}…${max ?? ''}]`;
}
