import { Command } from 'commander';
import { ingest, ingestDefaults } from '../ingest/index.ts';
import { type ExplainedEdit, explainStage } from '../pipeline/explain.ts';
import { applyOutcome, startState } from '../pipeline/replay.ts';
import { stages } from '../stages/index.ts';
import { editRows } from './explain-print.ts';
import { type Io, UsageError } from './io.ts';

export function textCommand(io: Io): Command {
  return new Command('text')
    .summary('a filter: repairs and simplifies standard input')
    .description('Reads text from standard input and writes it repaired and simplified to standard output.')
    .option('--explain', 'write the edits instead of the text')
    .action(async ({ explain }: { explain?: boolean }) => {
      const { text, edits } = await clean(await io.input());
      io.out(explain ? edits.map(editRows).join('') : text && `${text.replace(/\n$/, '')}\n`);
    });
}

async function clean(bytes: Uint8Array): Promise<{ text: string; edits: ExplainedEdit[][] }> {
  // Nothing but blanks is no text, and no mistake of a filter's user either.
  if (bytes.every((b) => b <= 32)) return { text: '', edits: [] };
  const { pages, rejects } = await ingest(bytes, 'stdin.txt', ingestDefaults);
  const page = pages[0];
  if (!page) throw new UsageError(`standard input: ${rejects[0]?.reason ?? 'no text'}`);
  let state = startState('-', page, '');
  const edits: ExplainedEdit[][] = [];
  for (const name of ['repair', 'normalise']) {
    const stage = stages.get(name)!;
    if (stage.kind !== 'each') continue;
    const outcome = stage.apply(state.doc, stage.defaults);
    edits.push(...explainStage(state, { stage: name, outcome, spans: null }).passes);
    state = applyOutcome(state, name, outcome, '')[0]!;
  }
  return { text: state.doc.text, edits };
}
