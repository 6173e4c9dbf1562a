import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
/** Other options, and bounds so low that few articles pass them: of formulas, of set phrases, of common property. */
const tight = parsePipeline(
  'name: p\nstages: [site, {dedup: {formula: 3, phrase: 2, common: 1, candidates: 2}}, extract]',
  'p',
);
const go = async (out: string, workers = 1, pipeline = plan): Promise<string> => {
  await run(['in'], { cwd: folder, out, pipeline, workers });
  return readFileSync(path.join(folder, out, 'articles.jsonl'), 'utf8');
};
const empty = (): void => {
  for (const out of ['in', 'grown', 'full']) rmSync(path.join(folder, out), { recursive: true, force: true });
  mkdirSync(path.join(folder, 'in'));
};
/** Makes the inputs these texts. */
const put = (set: readonly number[]): void =>
  texts.forEach((text, i) => {
    if (set.includes(i)) writeFileSync(file(i), text);
    else rmSync(file(i), { force: true });
  });

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
          empty();
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

  it('ends so, too, where options change from run to run and runs are cut short', async () => {
    const step = fc.record({
      set: fc.uniqueArray(fc.nat(texts.length - 1), { minLength: 1, maxLength: texts.length }),
      pipeline: fc.constantFrom(plan, tight),
      // At which of its steps the run ends; most have more.
      cut: fc.option(fc.nat(120)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
        empty();
        for (const { set, pipeline, cut } of steps) {
          put(set);
          let left = cut ?? Number.POSITIVE_INFINITY;
          const onProgress = (): void => {
            if (left-- <= 0) throw new Error('cut short');
          };
          await run(['in'], { cwd: folder, out: 'grown', pipeline, workers: 1, onProgress }).catch((e: Error) =>
            expect(e.message).toBe('cut short'),
          );
        }
        const last = steps.at(-1)!.pipeline;
        expect(await go('grown', 1, last)).toBe(await go('full', 1, last));
      }),
      { numRuns: 5 },
    );
  }, 300_000);

  it('gives the disk back what files that are gone have left, and exports the same', async () => {
    empty();
    put(texts.map((_, i) => i));
    await go('grown');
    const size = (): number => statSync(path.join(folder, 'grown', 'p.db')).size;
    const full = size();
    put([1, 2]);
    const reader = new DatabaseSync(path.join(folder, 'grown', 'p.db'), { readOnly: true });
    reader.exec('BEGIN; SELECT count(*) FROM articles');
    await go('grown');
    // Who reads keeps what was there when it began; the next run gives the space back.
    expect(reader.prepare('SELECT count(*) AS n FROM articles').get()).toEqual({ n: texts.length });
    expect(size()).toBeGreaterThan(full / 2);
    reader.close();
    const left = await go('grown');
    expect(size()).toBeLessThan(full / 2);
    expect(left).toBe(await go('full'));
    put(texts.map((_, i) => i));
    rmSync(path.join(folder, 'full'), { recursive: true });
    expect(await go('grown')).toBe(await go('full'));
  });

  it('does the whole anew where what is stored does not fit', async () => {
    empty();
    const all = texts.map((_, i) => i);
    put(all.slice(1));
    for (const change of [
      // As an older version leaves it: remembered under another key, decided on other grounds, exported otherwise.
      "UPDATE memos SET signature = 'older'",
      'UPDATE decisions SET digest = NULL',
      "UPDATE decided SET key = 'older'",
      'DELETE FROM exports',
      "UPDATE exports SET sum = 1; UPDATE exported SET lines = '[]'",
      "UPDATE files SET phases = '{}'",
    ]) {
      await go('grown');
      const db = new DatabaseSync(path.join(folder, 'grown', 'p.db'));
      db.exec(change);
      db.close();
      put(all);
      expect(await go('grown')).toBe(await go('full'));
      put(all.slice(1));
    }
  }, 300_000);

  it('leaves the export as it lies where nothing changed, and puts it right where somebody changed it', async () => {
    empty();
    put([0, 1, 2]);
    const whole = await go('grown');
    const lies = (): number => statSync(path.join(folder, 'grown', 'articles.jsonl')).ino;
    const before = lies();
    expect(await go('grown')).toBe(whole);
    expect(lies()).toBe(before);
    writeFileSync(path.join(folder, 'grown', 'articles.jsonl'), whole.replace('"script":"hans"', '"script":"hant"'));
    expect(await go('grown')).toBe(whole);
    rmSync(file(1));
    expect(await go('grown')).toBe(await go('full'));
  });

  it('works on nothing but the new article where the others are only told of it', async () => {
    empty();
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
    empty();
    const old = new Date('2020-01-01T00:00:00Z');
    const write = (text: string): void => {
      writeFileSync(file(0), text);
      utimesSync(file(0), old, old);
    };
    write('今年全镇新建村级文化广场3处,修缮农家书屋12间。');
    await go('grown');
    write('今年全镇新建村级文化广场8处,修缮农家书屋12间。');
    expect(await go('grown')).toContain('8处');
  });
});
