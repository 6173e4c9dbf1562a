import { Command, Option } from 'commander';
import { type Format, formats, tableLines, tables } from '../export/tables.ts';
import { writeLines } from '../export/write.ts';
import { nearest } from '../pipeline/load.ts';
import { type Io, openStore, UsageError, type Where } from './io.ts';

interface Flags extends Where {
  format?: Format;
  output?: string;
  bom: boolean;
}

export function exportCommand(io: Io): Command {
  return new Command('export')
    .summary('tables: measures, figures, slogans, works, glossary')
    .description(
      'Writes a table of the corpus, a row a finding, each with its article, its offsets (code points of the text) and the sentence it rests on. `glossary` gathers the slogans of all articles, a row a concept.',
    )
    .argument('<what>', Object.keys(tables).join(', '))
    .option('-o, --out <dir>', 'folder of the database', 'out')
    .option('-p, --pipeline <name|file>', 'pipeline of the database', 'default')
    .addOption(new Option('-f, --format <format>', 'csv, or jsonl (the default for FILE.jsonl)').choices([...formats]))
    .option('--output <file>', 'file to write, whole or not at all (default: standard output)')
    .option('--bom', 'begin a CSV with a byte-order mark, by which Excel knows UTF-8', false)
    .action((what: string, flags: Flags) => {
      if (!Object.hasOwn(tables, what))
        throw new UsageError(`unknown table '${what}'${nearest(what, Object.keys(tables))}`);
      const format = flags.format ?? (flags.output?.endsWith('.jsonl') ? 'jsonl' : 'csv');
      const store = openStore(flags);
      try {
        const lines = tableLines(store, what, format, flags.bom);
        if (flags.output === undefined) for (const line of lines) io.out(line);
        else {
          const rows = writeLines(flags.output, lines) - (format === 'csv' ? 1 : 0);
          io.err(`wrote ${flags.output}: ${rows} rows\n`);
        }
      } finally {
        store.close();
      }
    });
}
