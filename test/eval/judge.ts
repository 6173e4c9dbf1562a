/** Which found items annotators confirm; the keys are those of src/stages/extract/confidence.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from '../../src/index.ts';
import { figureKey, sloganKey } from '../../src/stages/extract/confidence.ts';

export interface Verdict {
  kind: 'points' | 'slogans' | 'figures';
  /** What its confidence is fitted by; '' of a point. */
  key: string;
  ok: boolean;
  confidence: number;
  article: string;
}

const bare = (s: string): string =>
  s
    .normalize('NFKC')
    .replace(/[\s“”"‘’'「」《》]/gu, '')
    .replace(/[,.;:!?、。]+$/u, '');

/** Found items against expected ones with equal keys, each used once; null where the expected one is optional. */
function judged<G extends { optional?: boolean }, O>(
  gold: readonly G[],
  out: readonly O[],
  goldKey: (g: G) => string,
  outKey: (o: O) => string,
  same: (g: G, o: O) => boolean,
): (boolean | null)[] {
  const pool = new Map<string, G[]>();
  for (const g of gold) pool.set(goldKey(g), [...(pool.get(goldKey(g)) ?? []), g]);
  return out.map((o) => {
    const g = pool.get(outKey(o))?.shift();
    if (g?.optional) return null;
    return g !== undefined && same(g, o);
  });
}

const amount = (f: any): string => (f.value === undefined || f.value === null ? `${f.min}..${f.max}` : `${f.value}`);
const joint = (f: any): string => `${bare(f.text)} ${f.bound} ${amount(f)} ${f.unit ?? ''}`;
const sloganText = (s: any): string => bare(s.text).replace(/[、,]/gu, '');

function ofArticle(article: string, text: string, want: any): Verdict[] {
  const got = extract(text, { title: want.title ?? null });
  const lists = [
    ['points', judged(want.points ?? [], got.points, (p: any) => bare(p.heading), (p) => bare(p.heading), (g: any, o) => g.role === o.role), got.points.map((p) => ['', p.confidence])],
    ['slogans', judged(want.slogans ?? [], got.slogans, sloganText, sloganText, (g: any, o) => g.kind === o.kind), got.slogans.map((s) => [sloganKey(s), s.confidence])],
    ['figures', judged(want.figures ?? [], got.figures, joint, joint, () => true), got.figures.map((f) => [figureKey(f), f.confidence])],
  ] as const; // biome-ignore format: a table
  return lists.flatMap(([kind, verdicts, items]) =>
    verdicts.flatMap((ok, i) => {
      const [key, confidence] = items[i] as [string, number];
      return ok === null ? [] : [{ kind, key, ok, confidence, article }];
    }),
  );
}

/** All items that are found in a folder of annotated texts (`<name>.txt` beside `<name>.json`). */
export function judgeFolder(folder: string): Verdict[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.json'))
    .flatMap((f) => {
      const want = JSON.parse(readFileSync(path.join(folder, f), 'utf8'));
      if (!want.points && !want.slogans && !want.figures) return [];
      const text = readFileSync(path.join(folder, f.replace('.json', '.txt')), 'utf8')
        .replace(/^# .*\n/u, '')
        .trim();
      return ofArticle(f, text, want);
    });
}
