/**
 * `npm run score:shared`: runs the program over the seed pages beside the project and holds the scores against
 * floors-shared.json. Says so and ends with 2 where they are not there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../src/pipeline/run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shared = path.resolve(root, '../shared');
const floors = JSON.parse(readFileSync(path.join(root, 'test/floors-shared.json'), 'utf8')) as Record<
  string,
  Record<string, number>
>;

if (!existsSync(path.join(shared, 'gold/score.mjs'))) {
  console.error(`nothing was scored: ${path.relative('.', shared)}, which holds the gold, is not beside this checkout`);
  process.exitCode = 2;
} else {
  const out = mkdtempSync(path.join(tmpdir(), 'wenshai-shared-'));
  let failed = 0;
  const hold = (set: string, name: string, value: number): void => {
    const floor = floors[set]?.[name];
    const below = floor !== undefined && value < floor;
    if (below) failed++;
    console.log(
      `${set} ${name.padEnd(14)} ${value.toFixed(4)}${floor === undefined ? '' : ` floor ${floor}`}${below ? '  BELOW' : ''}`,
    );
  };
  const node = (...args: string[]): string => execFileSync(process.execPath, args, { encoding: 'utf8' });

  await run(['../shared/seeds'], { cwd: root, out: path.join(out, 'seeds') });
  const gold = JSON.parse(
    node(
      path.join(shared, 'gold/score.mjs'),
      path.join(out, 'seeds/articles.jsonl'),
      path.join(shared, 'gold/dev'),
      '--json',
    ),
  ) as Record<string, number | null>;
  for (const [name, value] of Object.entries(gold))
    if (value !== null && name !== 'articles') hold('gold', name, value);

  await run(['../shared/suites/pages/*.html'], { cwd: root, out: path.join(out, 'pages') });
  const pages = node(
    path.join(shared, 'suites/score-pages.mjs'),
    path.join(out, 'pages/articles.jsonl'),
    path.join(shared, 'suites/pages'),
  );
  const [, mean, least] = /mean ([\d.]+) least ([\d.]+)/.exec(pages)!;
  hold('pages', 'mean', Number(mean));
  hold('pages', 'least', Number(least));
  rmSync(out, { recursive: true });
  process.exitCode = failed ? 1 : 0;
}
