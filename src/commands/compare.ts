import { Command } from 'commander';
import type { Doc } from '../pipeline/types.ts';
import { type AlignedComparison, compareAligned, type DedupOptions, sharedPassages } from '../stages/dedup/index.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { codePointIndex } from '../text/offsets.ts';
import { comparedDoc, comparedWith } from './compared.ts';
import { slotRows } from './explain-print.ts';
import { findArticle, NAMES } from './find.ts';
import { count, type Io, reading, type Where, withWhere } from './io.ts';
import { limited, oneLine, table } from './rows.ts';
import { called } from './whence.ts';

interface Flags extends Where {
  limit: number;
  json?: boolean;
}

/** Two articles, the texts of theirs that were compared, and how the first stands to the second. */
interface Compared {
  a: StoredArticle;
  b: StoredArticle;
  texts: [string, string];
  found: AlignedComparison;
  /** What two articles share that are no copies of each other: places in both, in code points. */
  passages: SharedPassage[];
}

interface SharedPassage {
  a: { start: number; end: number };
  b: { start: number; end: number };
  text: string;
}

/** Of copies all is shared, and the differences say more. */
const COPIES = new Set(['exact', 'near', 'version', 'template']);

function passagesOf(a: Doc, b: Doc, relation: string, o: DedupOptions): SharedPassage[] {
  if (COPIES.has(relation)) return [];
  const chars = Array.from(a.text);
  return sharedPassages(a, b, o).map((m) => ({
    a: { start: m.aStart, end: m.aEnd },
    b: { start: m.bStart, end: m.bEnd },
    text: chars.slice(m.aStart, m.aEnd).join(''),
  }));
}

export function compareCommand(io: Io): Command {
  return withWhere(
    new Command('compare')
      .summary('how two articles relate, where they differ, and which rule decided')
      .description(
        'Compares two articles: scores, exchanged names and numbers, the aligned differences, and the rule that decided.',
      )
      .argument('<id>', NAMES)
      .argument('<other>', 'the article that it is compared with'),
  )
    .option('--limit <n>', 'at most so many differences; 0 for all', count, 20)
    .option('--json', 'as JSON, with all differences')
    .action((id: string, other: string, flags: Flags) =>
      reading(flags, io, (store) => {
        const both = compare(store, findArticle(store, id), findArticle(store, other));
        io.out(flags.json ? `${JSON.stringify(asJson(both), null, 2)}\n` : print(both, flags));
      }),
    );
}

function compare(store: Store, a: StoredArticle, b: StoredArticle): Compared {
  const [x, y] = [comparedDoc(store, a), comparedDoc(store, b)];
  const options = comparedWith(store);
  const found = compareAligned(x, y, options);
  return { a, b, texts: [x.text, y.text], found, passages: passagesOf(x, y, found.relation, options) };
}

/** Offsets in code points, as everywhere outside. */
function asJson({ a, b, texts, found, passages }: Compared): object {
  const side = (list: AlignedComparison['differences'], which: 'a' | 'b', text: string) => {
    const index = codePointIndex(text);
    return list.map((d) => ({ ...d[which], start: index(d[which].start), end: index(d[which].end) }));
  };
  const { differences, ...scores } = found;
  const [x, y] = [side(differences, 'a', texts[0]), side(differences, 'b', texts[1])];
  return {
    a: a.id,
    b: b.id,
    ...scores,
    passages,
    differences: differences.map((d, i) => ({ ...d, a: x[i], b: y[i] })),
  };
}

const figure = (x: number): string => x.toFixed(4);
const SAID: Record<AlignedComparison['relation'], string> = {
  exact: 'the first is equal to the second',
  near: 'the first is a copy of the second',
  contained: 'the first is an excerpt of the second',
  contains: 'the second is an excerpt of the first',
  version: 'the first is a version of the second',
  template: 'the first is another filling of the second',
  derived: 'the first is derived from the second',
  different: 'neither is made of the other',
};

function print({ a, b, found, passages }: Compared, { limit }: Flags): string {
  const scores = (s: { jaccard: number; containment: number; covered: number }): string =>
    `Jaccard ${figure(s.jaccard)}, first in second ${figure(s.containment)}, second in first ${figure(s.covered)}`;
  const section = (title: string, rows: string): string => (rows ? `\n${title}\n${rows}` : '');
  return [
    table([
      ['first', `${a.id}  ${called(a)}`],
      ['second', `${b.id}  ${called(b)}`],
      ['relation', `${found.relation}: ${SAID[found.relation]}`],
      ['rule', found.rule],
      ['scores', scores(found)],
      ['masked', `${scores(found.masked)} (without slots, slips and leads)`],
    ]),
    section(`slots, second → first: ${found.slotCount}`, slotRows(found.slots)),
    section(
      `shared passages, first and second: ${passages.length}`,
      limited(passages, limit, (shown) => table(shown.map(passageRow), '  ')),
    ),
    section(
      `differences, [second → first]: ${found.differences.length}`,
      limited(found.differences, limit, (shown) => table(shown.map(differenceRow), '  ')),
    ),
  ].join('');
}

const passageRow = ({ a, b, text }: SharedPassage): string[] => [
  `${a.start}–${a.end}`,
  `${b.start}–${b.end}`,
  oneLine(text, 60),
];

function differenceRow(d: AlignedComparison['differences'][number]): string[] {
  const what = d.slot ? `${d.kind} ${d.slot}${d.masked ? ' masked' : ''}` : d.kind;
  return [
    String(d.a.start),
    what,
    `${oneLine(d.left)}[${oneLine(d.b.text, 60)} → ${oneLine(d.a.text, 60)}]${oneLine(d.right)}`,
  ];
}
