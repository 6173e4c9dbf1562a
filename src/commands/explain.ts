import { Command } from 'commander';
import { type Explanation, explain } from '../pipeline/explain.ts';
import { nearest } from '../pipeline/load.ts';
import { print, workOf } from './explain-print.ts';
import { findArticle, NAMES } from './find.ts';
import { count, type Io, reading, UsageError, type Where, withWhere } from './io.ts';

interface Flags extends Where {
  stage?: string;
  rule?: string;
  limit: number;
  json?: boolean;
}

export function explainCommand(io: Io): Command {
  return withWhere(
    new Command('explain')
      .summary('every change that made an article, with its rule')
      .description(
        'Shows where an article came from and every edit that was made to it, replayed from the page it was cut from.',
      )
      .argument('<id>', NAMES),
  )
    .option('--stage <name>', 'only this stage')
    .option('--rule <rule>', 'only edits by this rule, e.g. repair/gloss')
    .option('--limit <n>', 'at most so many edits a pass; 0 for all', count, 20)
    .option('--json', 'as JSON, with all edits')
    .action((id: string, flags: Flags) =>
      reading(flags, io, (store) => {
        const found = narrow(explain(store, findArticle(store, id)), flags);
        // Of the page as a whole only where no stage or rule is asked for.
        const whole = flags.stage === undefined && flags.rule === undefined;
        io.out(
          flags.json
            ? `${JSON.stringify(found, null, 2)}\n`
            : print(found, flags.limit, whole, workOf(store, found.article)),
        );
      }),
    );
}

/** The explanation without the stages and the edits that were not asked for. */
function narrow(e: Explanation, { stage, rule }: Flags): Explanation {
  const names = e.stages.map((s) => s.stage);
  if (stage !== undefined && !names.includes(stage))
    throw new UsageError(`no stage '${stage}'${nearest(stage, names)}`);
  const rules = [...new Set(e.stages.flatMap((s) => s.passes.flat().map((x) => x.rule)))].sort();
  // Most often the rule is well spelt and changed nothing here: the nearest one would be no better.
  if (rule !== undefined && !rules.includes(rule))
    throw new UsageError(
      `no edit by '${rule}' here${rules.length ? `, only by ${rules.join(', ')}` : ', nor by any rule'}`,
    );
  const stages = e.stages
    .filter((s) => stage === undefined || s.stage === stage)
    .map((s) => ({ ...s, passes: s.passes.map((p) => p.filter((x) => rule === undefined || x.rule === rule)) }));
  return { ...e, stages };
}
