import { constants } from 'node:os';
import { Command, CommanderError } from 'commander';
import { compareCommand } from './commands/compare.ts';
import { dupsCommand } from './commands/dups.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import type { Io } from './commands/io.ts';
import { runCommand } from './commands/run.ts';
import { schemaCommand } from './commands/schema.ts';
import { searchCommand } from './commands/search.ts';
import { showCommand } from './commands/show.ts';
import { stagesCommand } from './commands/stages.ts';
import { statusCommand } from './commands/status.ts';
import { textCommand } from './commands/text.ts';
import { version } from './version.ts';

/** Every command, in the order of the help. */
const commands = [
  runCommand,
  statusCommand,
  searchCommand,
  showCommand,
  explainCommand,
  compareCommand,
  dupsCommand,
  exportCommand,
  stagesCommand,
  textCommand,
  schemaCommand,
];

/** Signals by which users and systems end a program that may have a last word. */
const ENDING = ['SIGINT', 'SIGTERM'] as const;

/** Runs one command line. The only place that prints or sets the exit code. */
async function main(argv: readonly string[]): Promise<void> {
  let interrupted: NodeJS.SignalsListener = () => {};
  const io: Io = {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    input: readInput,
    terminal: process.stderr.isTTY === true,
    exit: (code) => {
      process.exitCode = code;
    },
    onInterrupt: (last) => {
      for (const signal of ENDING) process.off(signal, interrupted);
      if (!last) return;
      interrupted = (signal) => {
        last();
        // As a shell tells of a program that a signal ended.
        process.exit(128 + constants.signals[signal]);
      };
      for (const signal of ENDING) process.on(signal, interrupted);
    },
  };
  const program = new Command('wenshai')
    .description(
      '文筛: turns scraped Chinese policy pages into clean articles, distinct works, measures, slogans and figures.',
    )
    .version(version)
    .showHelpAfterError(false);
  for (const make of commands) program.addCommand(make(io));
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) =>
        write(
          `wenshai: ${text
            .replace(/^error: /, '')
            .trim()
            .replace(/\s*\n\s*/g, ' ')}\n`,
        ),
    });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (e) {
    if (e instanceof CommanderError) io.exit(e.exitCode === 0 ? 0 : 2);
    else {
      io.err(`wenshai: ${(e as Error).message.split('\n')[0]}\n`);
      if (process.env.WENSHAI_DEBUG) io.err(`${(e as Error).stack}\n`);
      io.exit(2);
    }
  }
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

// node:sqlite still warns on some of the Nodes we support; the warning is not the user's business.
process.removeAllListeners('warning');
process.on('warning', (w) => {
  if (w.name !== 'ExperimentalWarning') process.stderr.write(`${w.name}: ${w.message}\n`);
});
// A reader that closes the pipe (`| head`) has had what it wanted.
process.stdout.on('error', (e: NodeJS.ErrnoException) => {
  if (e.code === 'EPIPE') process.exit(0);
  process.stderr.write(`wenshai: cannot write to standard output: ${e.message}\n`);
  process.exit(2);
});
// Nobody listens to what is said: no reason to stop.
process.stderr.on('error', () => {});
// Started by the launcher, which was killed: end with it.
if (process.channel) {
  process.on('disconnect', () => process.exit(137));
  process.channel.unref();
}
await main(process.argv.slice(2));
