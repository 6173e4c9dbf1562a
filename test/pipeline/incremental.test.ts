import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePipeline } from '../../src/pipeline/load.ts';
import { run } from '../../src/pipeline/run.ts';
import { corpus } from '../bench/dedup-corpus.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-incremental-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const plan = parsePipeline('name: p\nstages: [site, dedup, extract]', 'p');
const go = async (out: string, workers = 1): Promise<string> => {
  await run(['in'], { cwd: folder, out, pipeline: plan, workers });
  return readFileSync(path.join(folder, out, 'articles.jsonl'), 'utf8');
};

/** Articles of two families, with damage here and there so that copies heal each other. */
const texts = corpus(2, 31).docs.map((d, i) => (i % 5 ? d.text : d.text.replace(/(.{60})./su, '$1\ufffd')));
const file = (i: number): string => path.join(folder, 'in', `p${String(i).padStart(3, '0')}.txt`);

describe('a run over what has grown, shrunk and changed', () => {
  it('exports the bytes of one full run, whatever came when', async () => {
    const which = fc.uniqueArray(fc.nat(texts.length - 1), { minLength: 1, maxLength: texts.length });
    await fc.assert(
      fc.asyncProperty(
        fc.array(which, { minLength: 2, maxLength: 4 }),
        fc.nat(texts.length - 1),
        async (sets, moved) => {
          for (const out of ['in', 'grown', 'full']) rmSync(path.join(folder, out), { recursive: true, force: true });
          mkdirSync(path.join(folder, 'in'));
          let grown = '';
          for (const [step, set] of sets.entries()) {
            texts.forEach((text, i) => {
              // One file changes its text from step to step.
              if (set.includes(i)) writeFileSync(file(i), i === moved ? texts[(i + step) % texts.length]! : text);
              else rmSync(file(i), { force: true });
            });
            grown = await go('grown');
          }
          expect(grown).toBe(await go('full', 3));
        },
      ),
      { numRuns: 5 },
    );
  }, 300_000);

  it('works on nothing but the new article where the others are only told of it', async () => {
    for (const out of ['in', 'grown', 'full']) rmSync(path.join(folder, out), { recursive: true, force: true });
    mkdirSync(path.join(folder, 'in'));
    const text = texts[1]!;
    writeFileSync(file(0), text);
    writeFileSync(file(1), texts.at(-1)!);
    await go('grown');
    writeFileSync(file(2), `${text}\n`);
    const { changed } = await run(['in'], { cwd: folder, out: 'grown', pipeline: plan, workers: 1 });
    expect(changed).toBe(1);
    const grown = readFileSync(path.join(folder, 'grown', 'articles.jsonl'), 'utf8');
    expect(JSON.parse(grown.split('\n')[0]!).work).toMatchObject({ relation: 'canonical', size: 2 });
    expect(grown).toBe(await go('full'));
  });

  it('sees a change that left size and time as they were', async () => {
    for (const out of ['in', 'grown', 'full']) rmSync(path.join(folder, out), { recursive: true, force: true });
    mkdirSync(path.join(folder, 'in'));
    const old = new Date('2020-01-01T00:00:00Z');
    const put = (text: string): void => {
      writeFileSync(file(0), text);
      utimesSync(file(0), old, old);
    };
    put('今年全镇新建村级文化广场3处,修缮农家书屋12间。');
    await go('grown');
    put('今年全镇新建村级文化广场8处,修缮农家书屋12间。');
    expect(await go('grown')).toContain('8处');
  });
});
