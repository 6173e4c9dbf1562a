import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { endings } from '../ingest/kind.ts';
import { type Progress, type RunSummary, run } from '../pipeline/run.ts';
import { kindsOf } from '../pipeline/skipped.ts';
import { aName, commandAt, DEFAULT, type Io, refuseFile, type Where } from './io.ts';
import { counted, oneLine, placeOf, printable, sinceLine } from './rows.ts';

interface Flags extends Where {
  workers?: number;
  base?: string;
  quiet?: boolean;
  verbose?: boolean;
  lenient?: boolean;
}

export function runCommand(io: Io): Command {
  return new Command('run')
    .summary('clean, compare and read pages')
    .description(
      'Runs a pipeline over pages: writes OUT/<pipeline>.db and OUT/articles.jsonl. What is done already is not done again.',
    )
    .argument(
      '<inputs...>',
      `folders, globs and files: ${endings.join(' ')}, each also .gz; feeds called .xml, .rss or .atom`,
    )
    .option('-p, --pipeline <name|file>', 'a built-in pipeline or a YAML file', DEFAULT.pipeline)
    .option('-o, --out <dir>', 'folder for the database and the export', aName, DEFAULT.out)
    .option('-w, --workers <n>', 'worker threads (default: one a core); the result does not depend on it', wholeNumber)
    .option(
      '--base <dir>',
      'folder that paths, and with them ids, are relative to (default: that of the last run into OUT; at first the working directory)',
      aName,
    )
    .option('-q, --quiet', 'say nothing unless something went wrong')
    .option('-v, --verbose', 'tell how long each part of the run took')
    .option('--lenient', 'end with 0 also where documents are in quarantine')
    .action(async (inputs: string[], flags: Flags) => {
      refuseFile(flags.out, 'the export is written into it, as articles.jsonl');
      const show = flags.quiet ? undefined : progress(io);
      const interrupted = (): void => {
        show?.end();
        io.err("wenshai: interrupted: what is done is kept, the same 'wenshai run' goes on from there\n");
      };
      io.onInterrupt(interrupted);
      const onProgress = (p: Progress): void => {
        io.onInterrupt(p.busy ? null : interrupted);
        show?.event(p);
      };
      const summary = await run(inputs, { ...flags, onProgress });
      io.onInterrupt(null);
      show?.end();
      if (!flags.quiet) io.err(report(summary, flags));
      if (!summary.quarantined || flags.lenient) return;
      if (flags.quiet)
        io.err(`wenshai: ${timeOf(summary)} ${printable(flags.out)}: ${quarantineLine(summary.quarantine, flags)}\n`);
      io.exit(1);
    });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It takes a whole number from 1 to 9999.');
  return Number(text);
}

/** From so many files on a phase is long enough to be told of while it lasts. */
const LONG = 100;

/** A bar on a terminal; elsewhere a line when a phase ends, and at every tenth of a long one. */
function progress(io: Io): { event(p: Progress): void; end(): void } {
  let last = '';
  let shown = '';
  return {
    event({ phase, done, total }) {
      const share = total ? done / total : 1;
      if (io.terminal) {
        const bar = '█'.repeat(Math.floor(share * 24)).padEnd(24, '░');
        const line = `${bar} ${phase} ${done}/${total}`;
        io.err(`\r${line.padEnd(shown.length)}`);
        shown = line;
        return;
      }
      const step = `${phase} ${total < LONG ? share === 1 : Math.floor(share * 10)}`;
      if (step !== last && done && (total >= LONG || share === 1)) io.err(`${phase} ${done}/${total}\n`);
      last = step;
    },
    end() {
      if (io.terminal && shown) io.err(`\r${' '.repeat(shown.length)}\r`);
    },
  };
}

/** When a run ended, UTC to the second: the one line of a quiet run stands among those of other jobs. */
const timeOf = ({ finished }: RunSummary): string => `${finished.slice(0, 19)}Z`;

/** As the user would write it: from the working directory. */
const shown = (file: string): string => path.relative('.', file) || file;

function report(s: RunSummary, where: Flags): string {
  const lines = [
    `${counted(s.files, 'file')} (${s.changed} with work to do), ${counted(s.pages, 'page')}, ${counted(s.articles, 'article')}, ${counted(s.works, 'work')}`,
    ...(s.since ? [sinceLine(s.since)] : []),
    ...(s.base === process.cwd() ? [] : [`paths are relative to ${printable(shown(s.base))}`]),
    ...(s.skipped.length ? [skippedLine(s.skipped)] : []),
    ...(s.quarantined ? [quarantineLine(s.quarantine, where)] : []),
    ...(where.verbose ? [tookLine(s.took)] : []),
    `wrote ${shown(s.export.file)} and ${shown(s.database)}`,
  ];
  return lines.map((l) => `${l}\n`).join('');
}

/** `took 24.7 s: read 0.3, to site 1.2, …`: the parts that took a tenth of a second or more. */
function tookLine(took: RunSummary['took']): string {
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  const sum = took.reduce((all, t) => all + t.ms, 0);
  const parts = took.filter((t) => t.ms >= 100).map((t) => `${t.phase} ${seconds(t.ms)}`);
  return `took ${seconds(sum)} s${parts.length ? `: ${parts.join(', ')}` : ''}`;
}

/** Of many files that are not read some are named, and the kinds of all: `.doc` among pictures is worth a look. */
function skippedLine(skipped: RunSummary['skipped']): string {
  const named = skipped.slice(0, NAMED).map((x) => `${printable(x.path)} (${x.reason})`);
  if (skipped.length <= NAMED) return `${skipped.length} skipped: ${named.join(', ')}`;
  const all = kindsOf(skipped).map(([kind, n]) => `${n} ${kind}`);
  return `${skipped.length} skipped (${all.join(', ')}): ${named.join(', ')}, …`;
}

/** The first documents in quarantine with their reasons, and how to see them all: in that very database. */
function quarantineLine(quarantine: RunSummary['quarantine'], where: Where): string {
  const named = quarantine.slice(0, NAMED).map((q) => `${oneLine(placeOf(q), 100)} (${oneLine(q.reason, 60)})`);
  const more = quarantine.length > NAMED ? ', …' : '';
  return `${quarantine.length} quarantined: ${named.join(', ')}${more}; '${commandAt('status', where)}' tells why`;
}

/** Files that are skipped or set aside, and named in the report. */
const NAMED = 3;
