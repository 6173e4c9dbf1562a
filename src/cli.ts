import { constants } from 'node:os';
import { Command, CommanderError } from 'commander';
import type { Io } from './commands/io.ts';
import { version } from './version.ts';

/**
 * Every command, in the order of the help. Each is loaded when it is asked for: all stages and their tables, which most of them need,
 * take longer to load than many a command to run.
 */
const commands: Readonly<Record<string, (io: Io) => Promise<Command>>> = {
  run: async (io) => (await import('./commands/run.ts')).runCommand(io),
  status: async (io) => (await import('./commands/status.ts')).statusCommand(io),
  search: async (io) => (await import('./commands/search.ts')).searchCommand(io),
  show: async (io) => (await import('./commands/show.ts')).showCommand(io),
  explain: async (io) => (await import('./commands/explain.ts')).explainCommand(io),
  compare: async (io) => (await import('./commands/compare.ts')).compareCommand(io),
  dups: async (io) => (await import('./commands/dups.ts')).dupsCommand(io),
  export: async (io) => (await import('./commands/export.ts')).exportCommand(io),
  stages: async (io) => (await import('./commands/stages.ts')).stagesCommand(io),
  text: async (io) => (await import('./commands/text.ts')).textCommand(io),
  schema: async (io) => (await import('./commands/schema.ts')).schemaCommand(io),
};

/** The command that is asked for; all of them where the help tells of them or a name is misspelt; none for the version. */
function asked([first]: readonly string[]): string[] {
  if (first === '--version' || first === '-V') return [];
  return first !== undefined && Object.hasOwn(commands, first) ? [first] : Object.keys(commands);
}

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
  for (const name of asked(argv)) program.addCommand(await commands[name]!(io));
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
      io.err(`wenshai: ${(e as Error).message.split('\n')[0]}\n${(e as { choices?: string }).choices ?? ''}`);
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
