import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { type Format, formats, tableLines, tables } from '../export/tables.ts';
import { writeLines } from '../export/write.ts';
import { nearest } from '../pipeline/load.ts';
import { cannotWrite, isOfFiles } from '../store/refused.ts';
import type { Store } from '../store/store.ts';
import { aName, type Io, reading, refuseFile, UsageError, type Where, withWhere } from './io.ts';
import { counted } from './rows.ts';

interface Flags extends Where {
  format?: Format;
  output?: string;
  bom?: boolean;
}

export function exportCommand(io: Io): Command {
  return withWhere(
    new Command('export')
      .summary('tables: measures, figures, slogans, works, glossary')
      .description(
        'Writes a table of the corpus, a row a finding, each with its article, its offsets (code points of the text) and the sentence it rests on. `glossary` gathers the slogans of all articles, a row a concept.',
      )
      .argument('<what>', Object.keys(tables).join(', ')),
  )
    .addOption(new Option('-f, --format <format>', 'csv, or jsonl (the default for FILE.jsonl)').choices([...formats]))
    .option('--output <file>', 'file to write, whole or not at all (default: standard output)', aName)
    .option('--bom', 'begin a CSV with a byte-order mark, by which Excel knows UTF-8')
    .action((what: string, flags: Flags) => {
      if (!Object.hasOwn(tables, what))
        throw new UsageError(`unknown table '${what}'${nearest(what, Object.keys(tables))}`);
      refuseFile(flags.out, `that of the database; name the file to write with --output ${flags.out}`);
      const format = flags.format ?? formatOf(flags.output);
      if (flags.bom && format !== 'csv') throw new UsageError(`--bom is for CSV: JSONL has no byte-order mark`);
      reading(flags, io, (store) => {
        write(store, what, { ...flags, format }, io);
      });
    });
}

function write(store: Store, what: string, { output, format, bom }: Flags & { format: Format }, io: Io): void {
  const lines = tableLines(store, what, format, bom);
  if (output === undefined) {
    for (const line of lines) io.out(line);
    return;
  }
  const file = regularFile(output);
  let written: number;
  try {
    written = writeLines(file, lines);
  } catch (e) {
    throw isOfFiles(e) ? cannotWrite(output, e, 'name another --output') : e;
  }
  io.err(`wrote ${output}: ${counted(format === 'csv' ? written - 1 : written, 'row')}\n`);
}

/** What the ending of a file promises. CSV under the name of a workbook would only look broken. */
function formatOf(output: string | undefined): Format {
  const ending = path.extname(output ?? '').toLowerCase();
  if (ending === '' || ending === '.csv') return 'csv';
  if (ending === '.jsonl') return 'jsonl';
  throw new UsageError(`a table is CSV or JSONL, not ${ending}: name the file so, or say which with --format`);
}

/**
 * The file that is to be replaced: that which a link leads to, not the link. A device or a pipe cannot appear whole or not
 * at all; renaming a file over it would do away with it.
 */
function regularFile(output: string): string {
  const stats = statSync(output, { throwIfNoEntry: false });
  if (!stats) return output;
  if (!stats.isFile()) throw new UsageError(`cannot write ${output}: it is not a regular file`);
  return realpathSync(output);
}
