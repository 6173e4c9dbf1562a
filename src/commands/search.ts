import { Command, Option } from 'commander';
import { cleanWith } from '../pipeline/clean.ts';
import type { Store } from '../store/store.ts';
import { count, type Io, reading, UsageError, type Where, withWhere } from './io.ts';
import { counted, oneLine, placeIn, printable, titled } from './rows.ts';
import { finder, type Hit, hitsIn, KINDS, type Kind } from './search-hits.ts';

interface Flags extends Where {
  kind?: Kind;
  works?: boolean;
  limit: number;
  json?: boolean;
}

export function searchCommand(io: Io): Command {
  return withWhere(
    new Command('search')
      .summary('articles that hold words: in titles, text, slogans, measures, indicators')
      .description(
        'Searches titles, slogans, measures, the indicators of figures, and texts for words: each hit has all of them. Traditional words are searched for as simplified ones, too; case does not matter. Ends with 1 where nothing is found, as grep does.',
      )
      .argument('<words...>', 'words, in any order; quote one that holds blanks'),
  )
    .addOption(new Option('--kind <kind>', 'only hits of this kind').choices([...KINDS]))
    .option('--works', 'only in the best copy of each work')
    .option('--limit <n>', 'at most so many hits; 0 for all', count, 20)
    .option('--json', 'as JSON')
    .action((words: string[], flags: Flags) =>
      reading(flags, (store) => {
        const found = flags.json
          ? printJson(hits(store, words, flags), flags, io)
          : print(hits(store, words, flags), flags, io);
        if (found) return;
        if (!flags.json) io.err('nothing found\n');
        io.exit(1);
      }),
    );
}

/** Hit by hit in the order of the export: no more than one article is held at a time. */
function* hits(store: Store, words: readonly string[], { kind, works }: Flags): Generator<Hit> {
  if (words.some((w) => !w.trim())) throw new UsageError('a word to search for is empty');
  const find = finder(words.map((w) => [w, cleanWith('normalise', w).text]));
  for (const row of store.searched()) {
    if (works && row.work !== null && row.work !== row.uid) continue;
    for (const hit of hitsIn(row, find)) if (kind === undefined || hit.kind === kind) yield hit;
  }
}

/** @returns how many hits there are */
function print(found: Iterable<Hit>, { limit }: Flags, io: Io): number {
  let n = 0;
  for (const hit of found) if (++n <= limit || !limit) io.out(printed(hit));
  if (limit && n > limit) io.out(`… and ${counted(n - limit, 'more hit')} (--limit 0 for all)\n`);
  return n;
}

const printed = ({ id, kind, path, record, part, title, snippet }: Hit): string =>
  `${id}  ${kind.padEnd(7)}  ${printable(path)}${placeIn(record)}, part ${part}  ${oneLine(titled(title))}\n    ${oneLine(snippet, 200)}\n`;

/** A list that is written as it is found. @returns how many hits were written */
function printJson(found: Iterable<Hit>, { limit }: Flags, io: Io): number {
  let n = 0;
  for (const hit of found) {
    const json = JSON.stringify(hit, null, 2).replace(/^/gm, '  ');
    io.out(`${n++ ? ',' : '['}\n${json}`);
    if (n === limit) break;
  }
  io.out(n ? '\n]\n' : '[]\n');
  return n;
}
