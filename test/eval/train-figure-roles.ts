/**
 * The part of `npm run train` for the roles of figures: src/stages/extract/figures/role-weights.json, and role-trust.json, which says
 * how far weights and each rule are to be trusted. That is fitted on what the rules said of authors when they first saw them.
 */

import type { Ruling } from '../../src/stages/extract/figures/role.ts';
import { ROLES } from '../../src/stages/extract/figures/role-model.ts';
import { roleBy, saidOf } from '../../src/stages/extract/figures/role-weights.ts';
import { Linear, type LinearTable } from '../../src/stages/extract/linear.ts';
import type { Trust } from '../../src/stages/extract/trust.ts';
import type { FigureRole } from '../../src/stages/extract/types.ts';
import { type Example, fit } from './logistic.ts';
import { fitTrust, reportTrust, type Stranger, withoutAuthors } from './trust.ts';

/** A figure that is annotated; `seen` what rules said of it at first sight (`result verbs`), where that is known. */
export type JudgedFigure = Example & { author: string; seen: string | null };

/** The options did best on authors who were left out (decay .001 to .03, slight 5 to 10, 6 to 30 epochs were tried: 86.2 to 86.6 %). */
const OPTIONS = { decay: 0.01, rare: 3, slight: 10, epochs: 12 };

const fitted = (examples: readonly JudgedFigure[]): LinearTable => fit(examples, ROLES, OPTIONS);

function rulingOf(seen: string): Ruling {
  const [role, by] = seen.split(' ');
  return { role, by } as Ruling;
}

export function trainFigureRoles(
  examples: readonly JudgedFigure[],
  quiet: boolean,
): { table: LinearTable; trust: Trust } {
  const modelOf = withoutAuthors(
    examples.map((e) => e.author),
    examples,
    (some) => new Linear<FigureRole>(fitted(some)),
  );
  const strangers = examples.flatMap(({ author, seen, label, features }): Stranger<FigureRole>[] => {
    if (!seen) return [];
    const model = modelOf(author);
    const ruling = rulingOf(seen);
    const logs = model.logs(model.sums(features));
    return [{ author, label: label as FigureRole, ruled: ruling.role, said: saidOf(ruling), logs }];
  });
  if (!quiet) reportTrust('roles of figures', strangers, ROLES, (s, by) => roleBy(s.logs, rulingOf(s.said[1]!), by));
  return { table: fitted(examples), trust: fitTrust(strangers, ROLES) };
}
