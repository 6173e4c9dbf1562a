/**
 * `npm run calibrate`: how far the confidences of extraction keep their word, on texts that they were not fitted on (only
 * totals are shown); `npm run calibrate -- FOLDER…` on other annotated texts. `npm run calibrate -- --write` fits them
 * anew, on corpus/fresh and, counted less, on corpus/bodies, and writes src/stages/extract/confidence.json.
 *
 * The rules were made on the bodies: what they find there is nearly always right, and says little of other texts. How much
 * they count is chosen by leaving out each fresh article in turn.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { judgeFolder, type Verdict } from './judge.ts';
import { fit, type Judged, type Rates, rateOf, reliability } from './reliability.ts';

const root = path.resolve(import.meta.dirname, '../..');
const KINDS = ['points', 'slogans', 'figures'] as const;
/** A point is as sure as its role, which is fitted by `npm run train`. */
const FITTED = ['slogans', 'figures'] as const;
/** Weights of the bodies that are tried. */
const WEIGHTS = [0, 0.05, 0.1, 0.2, 0.4];
/** Items of one article stand and fall together, so a rule may have to be seen often before its own rate counts. */
const LEANS = [64, 32, 16, 8, 4];
/** A likelier choice must be better by this much: else the more cautious one, which comes first, stays. */
const BETTER = 1e-4;

const weighted = (verdicts: readonly Verdict[], weight: number): Judged[] => verdicts.map((v) => ({ ...v, weight }));

/** Squared distance from the outcomes of each fresh article, with the table fitted on all others. */
function leftOut(fresh: readonly Verdict[], bodies: readonly Verdict[], weight: number, lean: number): number {
  let sum = 0;
  for (const article of new Set(fresh.map((v) => v.article))) {
    const rest = fresh.filter((v) => v.article !== article);
    const table = fit([...weighted(rest, 1), ...weighted(bodies, weight)], lean);
    for (const v of fresh) if (v.article === article) sum += (rateOf(table, v.key) - Number(v.ok)) ** 2;
  }
  return sum / Math.max(1, fresh.length);
}

function fitKind(kind: (typeof FITTED)[number], fresh: readonly Verdict[], bodies: readonly Verdict[]): Rates {
  const own = fresh.filter((v) => v.kind === kind);
  const other = bodies.filter((v) => v.kind === kind);
  const scored = LEANS.flatMap((lean) =>
    WEIGHTS.map((weight) => ({ weight, lean, loss: leftOut(own, other, weight, lean) })),
  );
  const best = scored.reduce((a, b) => (b.loss < a.loss - BETTER ? b : a));
  const { weight, lean, loss } = best;
  console.log(`${kind}: bodies count ${weight}, lean ${lean}; Brier of left-out articles ${loss.toFixed(4)}`);
  return fit([...weighted(own, 1), ...weighted(other, weight)], lean);
}

function write(): void {
  const fresh = judgeFolder(path.join(root, 'corpus/fresh'));
  const bodies = judgeFolder(path.join(root, 'corpus/bodies'));
  const table = Object.fromEntries(FITTED.map((kind) => [kind, fitKind(kind, fresh, bodies)]));
  writeFileSync(path.join(root, 'src/stages/extract/confidence.json'), `${JSON.stringify(table, null, 2)}\n`);
}

function report(folder: string): void {
  const verdicts = judgeFolder(folder);
  for (const kind of [...KINDS, 'all'] as const) {
    const r = reliability(verdicts.filter((v) => kind === 'all' || v.kind === kind));
    const show = (x: number): string => x.toFixed(3);
    console.log(
      `${path.relative(root, folder)} ${kind.padEnd(8)} n ${String(r.n).padStart(4)}  confirmed ${show(r.confirmed)}  claimed ${show(r.claimed)}  ECE ${show(r.ece)}  Brier ${show(r.brier)} (one constant: ${show(r.constant)})`,
    );
  }
}

const args = process.argv.slice(2);
if (args.includes('--write')) write();
else for (const folder of args.length ? args : [path.join(root, 'corpus/held')]) report(path.resolve(folder));
