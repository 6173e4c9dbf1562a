import { Command } from 'commander';
import type { Store } from '../store/store.ts';
import { count, type Io, reading, type Where, withWhere } from './io.ts';
import { limited, oneLine, placeOf, table, titled } from './rows.ts';
import { type Cited, called, dayOf, openingOf } from './whence.ts';

interface Flags extends Where {
  min: number;
  limit: number;
  json?: boolean;
}

/** An article of a work: what it is to the canonical one, and its place. */
interface Member {
  id: string;
  relation: string;
  title: string | null;
  /** How its text begins, where it has no title. */
  opening: string | null;
  /** Its day (ISO 8601) and whose it is; null where neither page nor text says. */
  day: string | null;
  org: string | null;
  altTitle: string | null;
  origin: string | null;
  publisher: string | null;
  path: string;
  record: number | null;
  /** Name inside an archive, or of a sheet. */
  member: string | null;
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
  return withWhere(
    new Command('dups')
      .summary('works by size: which articles are one')
      .description(
        'Lists the works with several articles, largest first, with what each article is and where it stands.',
      ),
  )
    .option('--min <n>', 'only works of so many articles', count, 2)
    .option('--limit <n>', 'at most so many works, and members of each; 0 for all', count, 20)
    .option('--json', 'as JSON, with all members')
    .action((flags: Flags) =>
      reading(flags, io, (store) => {
        const works = gather(store).filter((w) => w.size >= flags.min);
        const shown = flags.limit ? works.slice(0, flags.limit) : works;
        if (flags.json) io.out(`${JSON.stringify(shown, null, 2)}\n`);
        else if (works.length) io.out(print(shown, works.length, flags.limit));
        else io.err(`no work has ${flags.min} articles or more\n`);
      }),
    );
}

/** All works, largest first; equally large ones by the place of their first article. */
function gather(store: Store): WorkList[] {
  const works = new Map<string, Member[]>();
  for (const { uid, id, work, relation, title, meta: json, path, record, member, part, beginning } of store.worked()) {
    const members = works.get(work) ?? [];
    const meta = JSON.parse(json) as Cited;
    const { org = null, origin = null, publisher = null, altTitle = null } = meta;
    const cited = { day: dayOf(meta), org, origin, publisher, altTitle };
    const opening = beginning === null ? null : openingOf(beginning);
    members[uid === work ? 'unshift' : 'push']({ id, relation, title, opening, ...cited, path, record, member, part });
    works.set(work, members);
  }
  return [...works.values()]
    .map((members) => ({ work: members[0]!.id, title: members[0]!.title, size: members.length, members }))
    .sort((x, y) => y.size - x.size);
}

function print(works: readonly WorkList[], all: number, limit: number): string {
  const more = works.length < all ? `\n… and ${all - works.length} more works (--limit 0 for all)\n` : '';
  return works.map((w) => printWork(w, limit)).join('\n') + more;
}

/** Whether a member is called otherwise than its work; one of which it is not known whose it is says no more by that. */
const saysMore = (m: Member, name: string, title: string | null): boolean =>
  m.title !== title || ![name, titled(m.title)].includes(calledSo(m));

const calledSo = (m: Member): string => called({ title: m.title, meta: { ...m }, text: m.opening ?? '' });

function printWork({ work, title, size, members }: WorkList, limit: number): string {
  const name = members[0] ? calledSo(members[0]) : titled(title);
  const row = (m: Member): string[] => [
    m.relation,
    m.id,
    `${placeOf(m)}, part ${m.part}`,
    m.day ?? '',
    saysMore(m, name, title) ? oneLine(calledSo(m)) : '',
  ];
  const rows = limited(members, limit, (shown) => table(shown.map(row), '  '));
  return `${size}  ${work}  ${oneLine(name, 60)}\n${rows}`;
}
