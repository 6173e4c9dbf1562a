import { Command } from 'commander';
import { recordOf } from '../pipeline/types.ts';
import type { Store } from '../store/store.ts';
import { type Io, oneLine, openStore, table, type Where } from './io.ts';
import { cutOf, keptOf } from './page-report.ts';

export function statusCommand(io: Io): Command {
  return new Command('status')
    .summary('what the last run did, and what it could not do')
    .description(
      'Shows the last run: counts, how much of the pages was cut by which rule, works by relation, edits by rule, notes, pages whose articles are suspiciously short, and each quarantined document with its reason.',
    )
    .option('-o, --out <dir>', 'folder of the database', 'out')
    .option('-p, --pipeline <name|file>', 'pipeline of the database', 'default')
    .option('--json', 'as JSON', false)
    .action((flags: Where & { json: boolean }) => {
      const store = openStore(flags);
      try {
        const found = gather(store);
        io.out(flags.json ? `${JSON.stringify(found, null, 2)}\n` : print(found));
      } finally {
        store.close();
      }
    });
}

/** Whether the run goes on or its process is gone, the database does not know. */
const UNFINISHED = 'running, or ended before its time: run again to go on';

function gather(store: Store) {
  const run = store.lastRun();
  return {
    run: run && { started: run.started, finished: run.finished, pipeline: run.pipeline, state: run.state },
    ...store.counts(),
    characters: { ...store.pageSums(), cut: store.cutSums() },
    findings: store.findingCounts(),
    relations: store.relationCounts(),
    rules: store.ruleCounts(),
    notes: store.noteCounts(),
    short: store.shortPages(),
    quarantine: store.quarantine(),
  };
}

/** `path`, and which of its pages where it holds several. */
function placeOf(uid: string, path: string): string {
  const record = recordOf(uid);
  return record === null ? path : `${path} line ${record}`;
}

function print(s: ReturnType<typeof gather>): string {
  const out = [
    s.run
      ? `last run ${s.run.started} · ${s.run.pipeline} · ${s.run.state === 'running' ? UNFINISHED : s.run.state}\n`
      : 'no run yet\n',
    `${s.files} files, ${s.pages} pages, ${s.articles} articles, ${s.works} works\n`,
    `${s.findings.points} points, ${s.findings.slogans} slogans, ${s.findings.figures} figures\n`,
  ];
  if (s.characters.chars) out.push(`${keptOf(s.characters)}\n`);
  const section = (title: string, rows: string[][]): void => {
    if (rows.length) out.push(`\n${title}\n`, table(rows, '  '));
  };
  section(
    'characters cut by rule',
    s.characters.cut.map((c) => [c.rule, cutOf(c.chars), `on ${c.pages} pages`]),
  );
  section(
    'relations',
    s.relations.map((r) => [r.relation, String(r.n)]),
  );
  section(
    'edits by rule',
    s.rules.map((r) => [r.rule, String(r.n), `in ${r.articles} articles`]),
  );
  section(
    'notes',
    s.notes.map((n) => [n.code, String(n.n), `${n.uid}: ${oneLine(n.example, 60)}`]),
  );
  section(
    'suspiciously short',
    s.short.map((p) => [placeOf(p.uid, p.path), `${p.kept.chars} of ${p.chars}`, p.short!]),
  );
  section(
    'quarantine',
    s.quarantine.map((q) => [q.path + (q.record === null ? '' : ` line ${q.record}`), q.stage, q.reason]),
  );
  return out.join('');
}
