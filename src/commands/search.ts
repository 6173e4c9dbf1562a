import { Command, Option } from 'commander';
import { cleanWith } from '../pipeline/clean.ts';
import type { Store } from '../store/store.ts';
import { count, type Io, reading, UsageError, type Where, withWhere } from './io.ts';
import { type Found, foundIn, type Hit, hitsIn, KINDS, type Kind } from './search-hits.ts';
import { print } from './search-print.ts';
import { finder, type Word, wordOf } from './search-words.ts';

interface Flags extends Where {
  kind?: Kind;
  exact?: boolean;
  works?: boolean;
  oldest?: boolean;
  each?: number;
  limit: number;
  json?: boolean;
}

/** Hits of an article that are printed. */
const EACH = 3;

export function searchCommand(io: Io): Command {
  return withWhere(
    new Command('search')
      .summary('articles that hold words: in titles, text, slogans, measures, indicators')
      .description(
        'Searches titles, slogans, measures, the indicators of figures, and texts for words: each hit has all of them. Hits are listed by article; how many there are, in how many articles and works, is told last. A word in quotation marks (“三个一”, or \'"三个一"\' for the shell), or each with --exact, is found only where it stands by itself: not in 三个一批. Traditional words are searched for as simplified ones, too; case does not matter. Ends with 1 where nothing is found, as grep does.',
      )
      .argument('<words...>', 'words, in any order; quote one that holds blanks'),
  )
    .addOption(new Option('--kind <kind>', 'only hits of this kind').choices([...KINDS]))
    .option(
      '-w, --exact',
      'whole words, as grep -w: no letter, digit or Chinese character beside them; 三个一, not 三个一批',
    )
    .option('--works', 'only in the best copy of each work')
    .option('--oldest', 'the earliest articles first, those without a date last')
    .option('--each <n>', `at most so many hits of an article; 0 for all (default: ${EACH}, as JSON all)`, count)
    .option('--limit <n>', 'at most so many hits; 0 for all', count, 20)
    .option('--json', 'as JSON')
    .action((typed: string[], flags: Flags) =>
      reading(flags, io, (store) => {
        if (typed.some((w) => !w.trim())) throw new UsageError('a word to search for is empty');
        const words = wordsOf(typed, flags.exact);
        const all = search(store, words, flags);
        const found = flags.json
          ? printJson(all, flags, io)
          : print(all, { limit: flags.limit, each: flags.each ?? EACH }, io);
        if (found) return;
        if (!flags.json) io.err(`nothing found${hint(store, words, flags)}\n`);
        io.exit(1);
      }),
    );
}

type Asked = Pick<Flags, 'kind' | 'works' | 'oldest'>;

const wordsOf = (words: readonly string[], exact = false): Word[] =>
  words.map((w) => wordOf(w, exact, (x) => cleanWith('normalise', x).text));

/** Article by article in the order of the export, or by day: no more than one is held at a time. */
function* search(store: Store, words: readonly Word[], { kind, works, oldest }: Asked): Generator<Found> {
  const find = finder(words);
  for (const row of oldest ? store.searchedByDay() : store.searched()) {
    if (works && row.work !== null && row.work !== row.uid) continue;
    const hits = [...hitsIn(row, find)].filter((hit) => kind === undefined || hit.kind === kind);
    if (hits.length) yield { article: foundIn(row, (uid) => store.idOf(uid)), hits };
  }
}

/** Where only whole words were asked for and longer ones have them, that is told. */
function hint(store: Store, words: readonly Word[], flags: Asked): string {
  if (!words.some((w) => w.whole)) return '';
  const [loose] = search(
    store,
    words.map((w) => ({ ...w, whole: false })),
    flags,
  );
  return loose ? ' as a whole word; longer ones have it: leave out --exact or the quotation marks' : '';
}

/** A list that is written as it is found. @returns how many hits were written */
function printJson(found: Iterable<Found>, { limit, each = 0 }: Flags, io: Io): number {
  let n = 0;
  for (const hit of flat(found, each)) {
    const json = JSON.stringify(hit, null, 2).replace(/^/gm, '  ');
    io.out(`${n++ ? ',' : '['}\n${json}`);
    if (n === limit) break;
  }
  io.out(n ? '\n]\n' : '[]\n');
  return n;
}

function* flat(found: Iterable<Found>, each: number): Generator<Hit> {
  for (const { article, hits } of found)
    for (const { kind, start, end, snippet } of each ? hits.slice(0, each) : hits) {
      const { id, path, record, member, part, title, ...rest } = article;
      yield { id, kind, path, record, member, part, title, start, end, snippet, ...rest };
    }
}
