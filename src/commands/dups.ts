import { Command } from 'commander';
import type { Store } from '../store/store.ts';
import { count } from './explain.ts';
import { type Io, oneLine, openStore, table, type Where } from './io.ts';

interface Flags extends Where {
  min: number;
  limit: number;
  json: boolean;
}

/** An article of a work: what it is to the canonical one, and its place. */
interface Member {
  id: string;
  relation: string;
  title: string | null;
  path: string;
  record: number | null;
  part: number;
}

interface WorkList {
  /** Id of the canonical article. */
  work: string;
  title: string | null;
  size: number;
  /** The canonical article first, then in the order of the export. */
  members: Member[];
}

export function dupsCommand(io: Io): Command {
  return new Command('dups')
    .summary('works by size: which articles are one')
    .description('Lists the works with several articles, largest first, with what each article is and where it stands.')
    .option('-o, --out <dir>', 'folder of the database', 'out')
    .option('-p, --pipeline <name|file>', 'pipeline of the database', 'default')
    .option('--min <n>', 'only works of so many articles', count, 2)
    .option('--limit <n>', 'at most so many works, and members of each; 0 for all', count, 20)
    .option('--json', 'as JSON, with all members', false)
    .action((flags: Flags) => {
      const store = openStore(flags);
      try {
        const works = gather(store).filter((w) => w.size >= flags.min);
        const shown = flags.limit ? works.slice(0, flags.limit) : works;
        io.out(
          flags.json
            ? `${JSON.stringify(shown, null, 2)}\n`
            : shown.map((w) => print(w, flags.limit)).join('\n') +
                (shown.length < works.length
                  ? `\n… and ${works.length - shown.length} more works (--limit 0 for all)\n`
                  : ''),
        );
      } finally {
        store.close();
      }
    });
}

/** All works, largest first; equally large ones by the place of their first article. */
function gather(store: Store): WorkList[] {
  const works = new Map<string, Member[]>();
  for (const { uid, id, work, relation, title, path, record, part } of store.articles()) {
    if (work === null || relation === null) continue;
    const members = works.get(work) ?? [];
    members[uid === work ? 'unshift' : 'push']({ id, relation, title, path, record, part });
    works.set(work, members);
  }
  return [...works.values()]
    .map((members) => ({ work: members[0]!.id, title: members[0]!.title, size: members.length, members }))
    .sort((x, y) => y.size - x.size);
}

function print({ work, title, size, members }: WorkList, limit: number): string {
  const shown = limit ? members.slice(0, limit) : members;
  const rows = shown.map((m) => [
    m.relation,
    m.id,
    `${m.path}${m.record === null ? '' : ` line ${m.record}`}, part ${m.part}`,
    m.title === title ? '' : oneLine(m.title ?? '(no title)'),
  ]);
  const more = size > shown.length ? `  … and ${size - shown.length} more\n` : '';
  return `${size}  ${work}  ${oneLine(title ?? '(no title)', 60)}\n${table(rows, '  ')}${more}`;
}
