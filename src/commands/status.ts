import { Command } from 'commander';
import type { Since } from '../pipeline/since.ts';
import { pathOf, recordOf } from '../pipeline/types.ts';
import type { Store } from '../store/store.ts';
import { type Io, reading, type Where, withWhere } from './io.ts';
import { cutOf, keptOf } from './page-report.ts';
import { counted, oneLine, placeOf, printable, sinceLine, table } from './rows.ts';

export function statusCommand(io: Io): Command {
  return withWhere(
    new Command('status')
      .summary('what the last run did, and what it could not do')
      .description(
        'Shows the last run: counts, how much of the pages was cut by which rule, works by relation, edits by rule, notes, pages whose articles are suspiciously short, and each quarantined document with its reason.',
      ),
  )
    .option('--json', 'as JSON')
    .action((flags: Where & { json?: boolean }) =>
      reading(flags, null, (store) => {
        const found = gather(store);
        io.out(flags.json ? `${JSON.stringify(found, null, 2)}\n` : print(found));
      }),
    );
}

/** Whether the run goes on or its process is gone, the database does not know. */
const UNFINISHED = 'running, or ended before its time: run again to go on';

function gather(store: Store) {
  const run = store.lastRun();
  return {
    run: run && {
      started: run.started,
      finished: run.finished,
      pipeline: run.pipeline,
      state: run.state,
      error: errorOf(run.counts),
    },
    ...store.counts(),
    since: sinceOf(run?.counts),
    skipped: skippedOf(run?.counts),
    characters: { ...store.pageSums(), cut: store.cutSums() },
    findings: store.findingCounts(),
    relations: store.relationCounts(),
    rules: store.ruleCounts(),
    notes: store.noteCounts(),
    short: store.shortPages(),
    quarantine: store.quarantine(),
  };
}

/** Why it failed; null where it did not. */
function errorOf(counts: unknown): string | null {
  return (counts as { error?: string } | null | undefined)?.error ?? null;
}

/** What the run passed over, by kind; a run that is not finished has not told yet. */
function skippedOf(counts: unknown): [kind: string, n: number][] {
  return (counts as { kinds?: [string, number][] } | null | undefined)?.kinds ?? [];
}

/** How its inputs differed from those of the run before; null where there was none, or an older version ran. */
function sinceOf(counts: unknown): Since | null {
  return (counts as { since?: Since | null } | null | undefined)?.since ?? null;
}

type Status = ReturnType<typeof gather>;

function print(s: Status): string {
  return [
    heading(s),
    ...sections(s).map(([title, rows]) => (rows.length ? `\n${title}\n${table(rows, '  ')}` : '')),
  ].join('');
}

function stateOf({ state, error }: NonNullable<Status['run']>): string {
  if (state === 'running') return UNFINISHED;
  return error === null ? state : `${state}: ${oneLine(error, 200)}`;
}

function heading({ run, findings, characters, ...s }: Status): string {
  const lines = [
    run ? `last run ${run.started} · ${run.pipeline} · ${stateOf(run)}` : 'no run yet',
    [counted(s.files, 'file'), counted(s.pages, 'page'), counted(s.articles, 'article'), counted(s.works, 'work')].join(
      ', ',
    ),
    ...(s.since ? [sinceLine(s.since, 'run before')] : []),
    [counted(findings.points, 'point'), counted(findings.slogans, 'slogan'), counted(findings.figures, 'figure')].join(
      ', ',
    ),
    ...(characters.chars ? [keptOf(characters)] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function sections(s: Status): [title: string, rows: string[][]][] {
  return [
    ['characters cut by rule', s.characters.cut.map((c) => [c.rule, cutOf(c.chars), `on ${counted(c.pages, 'page')}`])],
    ['relations', s.relations.map((r) => [r.relation, String(r.n)])],
    ['edits by rule', s.rules.map((r) => [r.rule, String(r.n), `in ${counted(r.articles, 'article')}`])],
    ['notes', s.notes.map((n) => [n.code, String(n.n), `${pageOf(n.uid)}: ${oneLine(n.example, 60)}`])],
    ['skipped, not read', s.skipped.map(([kind, n]) => [kind, counted(n, 'file')])],
    ['suspiciously short', s.short.map((p) => [pageOf(p.uid), `${p.kept.chars} of ${p.chars}`, p.short!])],
    ['quarantine', s.quarantine.map((q) => [placeOf(q), q.stage, printable(q.reason)])],
  ];
}

/** The path of a page, and which of its pages where the file holds several. */
const pageOf = (uid: string): string => placeOf({ path: pathOf(uid), record: recordOf(uid) });
