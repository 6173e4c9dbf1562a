import { Command } from 'commander';
import { articleSchema } from '../export/schema.ts';
import type { Io } from './io.ts';

export function schemaCommand(io: Io): Command {
  return new Command('schema')
    .summary('JSON Schema of articles.jsonl')
    .description('Prints the JSON Schema (draft 2020-12) of one line of articles.jsonl.')
    .action(() => io.out(`${JSON.stringify(articleSchema, null, 2)}\n`));
}
