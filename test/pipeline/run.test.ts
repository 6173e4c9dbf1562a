import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parsePipeline } from '../../src/pipeline/load.ts';
import { pageUid } from '../../src/pipeline/replay.ts';
import { type Progress, run } from '../../src/pipeline/run.ts';
import { Store } from '../../src/store/store.ts';
import { codePointIndex } from '../../src/text/offsets.ts';

const sample = path.resolve(import.meta.dirname, '../../corpus/sample');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenshai-run-'));
  cpSync(sample, path.join(folder, 'in'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(path.join(folder, 'out'), { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const read = (out = 'out'): string => readFileSync(at(`${out}/articles.jsonl`), 'utf8');
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const go = (
  options: {
    inputs?: string[];
    out?: string;
    workers?: number;
    pipeline?: Parameters<typeof run>[1] extends infer O ? (O extends { pipeline?: infer P } ? P : never) : never;
  } = {},
) => {
  const { inputs = ['in'], ...rest } = options;
  return run(inputs, { cwd: folder, out: 'out', ...rest });
};

describe('run', () => {
  it('gives the same bytes with one worker or many, whatever the order of the inputs', async () => {
    await go({ workers: 1, out: 'one' });
    await go({ workers: 5, out: 'many' });
    const files = (await import('node:fs')).readdirSync(at('in')).map((f) => `in/${f}`);
    await go({ inputs: files.reverse(), workers: 3, out: 'reversed' });
    expect(read('one').length).toBeGreaterThan(10_000);
    expect(digest(read('many'))).toBe(digest(read('one')));
    expect(digest(read('reversed'))).toBe(digest(read('one')));
  });

  it('does nothing the second time, and leaves the same export', async () => {
    const first = await go();
    const before = read();
    const second = await go();
    expect(first.changed).toBe(first.files);
    expect(second.changed).toBe(0);
    expect(digest(read())).toBe(digest(before));
  });

  it('works on new, changed and removed files only, and ends as a full run would', async () => {
    cpSync(at('in'), at('moving'), { recursive: true });
    const names = (await import('node:fs')).readdirSync(at('moving')).filter((f) => /\.(txt|html)$/.test(f));
    await go({ inputs: ['moving'] });
    rmSync(at(`moving/${names[0]}`));
    writeFileSync(
      at(`moving/${names[1]}`),
      '关于做好防汛工作的通知\n各村民委员会:\n一、落实责任。各村要明确责任人3名。\n二、备足物资。每村不少于200条编织袋。\n',
    );
    mkdirSync(at('moving/new'), { recursive: true });
    writeFileSync(
      at('moving/new/page.txt'),
      '关于开展义务植树活动的倡议\n广大干部群众:\n让我们行动起来,今春植树10万株,绿化荒山3000亩。\n',
    );
    const part = await go({ inputs: ['moving'] });
    const after = read();
    expect(part.changed).toBeLessThan(part.files);
    rmSync(at('out'), { recursive: true });
    await go({ inputs: ['moving'] });
    expect(digest(read())).toBe(digest(after));
    rmSync(at('moving'), { recursive: true });
  });

  it('redoes only what follows a changed option, and ends as a fresh run with it would', async () => {
    const before = parsePipeline('name: p\nstages: [repair, normalise, split, strip, dedup, extract]', 'p');
    const after = parsePipeline('name: p\nstages: [repair, normalise, split, strip]', 'p');
    await go({ pipeline: before });
    await go({ pipeline: after });
    const resumed = read();
    await go({ pipeline: after, out: 'fresh' });
    expect(digest(read('fresh'))).toBe(digest(resumed));
    // And back again: what the first run decided must not be mistaken for what holds now.
    await go({ pipeline: before });
    await go({ pipeline: before, out: 'fresh2' });
    expect(digest(read('out'))).toBe(digest(read('fresh2')));
  });

  it('quotes every slogan and figure at its offsets, and maps every article to its source', async () => {
    await go();
    const store = Store.read(at('out/default.db'));
    let quotes = 0;
    for (const line of read().split('\n').filter(Boolean)) {
      const a = JSON.parse(line);
      const chars = Array.from(a.text as string);
      const slice = (x: { start: number; end: number }): string => chars.slice(x.start, x.end).join('');
      for (const f of a.figures) {
        expect(slice(f)).toBe(f.text);
        quotes++;
      }
      for (const p of a.points) {
        expect(slice(p)).toContain(p.heading);
        expect(chars.slice(p.headingStart, p.headingEnd).join('')).toBe(p.heading);
        quotes++;
      }
      for (const s of a.slogans)
        for (const m of s.mentions)
          expect(slice(m).replace(/["'“”‘’]/g, '')).toContain(s.text.replace(/["'“”‘’]/g, ''));
      const page = store.pageOf(pageUid(a.source.path, a.source.record))!.page.decoded;
      const length = codePointIndex(page)(page.length);
      expect(a.source.spans.length).toBeGreaterThan(0);
      for (const [s, e] of a.source.spans) expect(0 <= s && s < e && e <= length).toBe(true);
    }
    store.close();
    expect(quotes).toBeGreaterThan(50);
  });

  it('puts what cannot be used into quarantine with its reason and goes on', async () => {
    mkdirSync(at('bad'), { recursive: true });
    writeFileSync(at('bad/empty.txt'), '');
    writeFileSync(at('bad/photo.html'), Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex'));
    writeFileSync(
      at('bad/lines.jsonl'),
      '{"text": "一、加强领导。要明确责任。"}\n{"text": \n{"text": "二、落实措施。"}\n',
    );
    const summary = await go({ inputs: ['bad'] });
    const store = Store.read(at('out/default.db'));
    expect(store.quarantine().map((q) => [path.basename(q.path), q.record])).toEqual([
      ['empty.txt', null],
      ['lines.jsonl', 2],
      ['photo.html', null],
    ]);
    for (const q of store.quarantine()) expect(q.reason).toMatch(/^\S.{2,}/);
    store.close();
    expect(summary).toMatchObject({ quarantined: 3, pages: 2 });
    expect((await go({ inputs: ['bad'] })).quarantined).toBe(3);
  });

  it('loses nothing when pipelines of one name take turns and a run ends half-way', async () => {
    const without = parsePipeline('name: p\nstages: [repair, normalise, split, strip, extract]', 'p');
    const full = parsePipeline('name: p\nstages: [repair, normalise, split, strip, dedup, extract]', 'p');
    await go({ pipeline: without });
    const before = digest(read());
    // Ends after the first files were taken to dedup.
    const stop = {
      onProgress: ({ phase, done }: Progress) => {
        if (phase === 'to dedup' && done > 3) throw new Error('stop');
      },
    };
    await expect(run(['in'], { cwd: folder, out: 'out', pipeline: full, ...stop })).rejects.toThrow('stop');
    await go({ pipeline: without });
    expect(digest(read())).toBe(before);
  });

  it('does not read what it wrote, and takes names with signs of its own', async () => {
    mkdirSync(at('self'), { recursive: true });
    for (const name of ['a.txt', 'a.txt#b.txt', 'a%23.txt'])
      writeFileSync(at(`self/${name}`), `${name}\n各单位要加强值班，每班不少于2人。\n`);
    const inSelf = { cwd: at('self'), out: '.' };
    await run(['.'], inSelf);
    const first = readFileSync(at('self/articles.jsonl'), 'utf8');
    expect((await run(['.'], inSelf)).files).toBe(3);
    rmSync(at('self/a.txt'));
    await run(['.'], inSelf);
    const left = readFileSync(at('self/articles.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(left).toHaveLength(2);
    expect(first.split('\n').filter(Boolean)).toHaveLength(3);
    for (const a of left) expect(a.work.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('sets aside inputs that it cannot look at', async () => {
    mkdirSync(at('links'), { recursive: true });
    writeFileSync(at('links/page.txt'), '各单位要加强值班，每班不少于2人。\n');
    symlinkSync('nowhere', at('links/gone.txt'));
    expect((await go({ inputs: ['links'] })).quarantined).toBe(1);
    rmSync(at('links/gone.txt'));
    expect((await go({ inputs: ['links'] })).quarantined).toBe(0);
  });

  it('says in one line why it cannot run', async () => {
    await expect(go({ inputs: ['nowhere'] })).rejects.toThrow(/nowhere/);
    writeFileSync(at('file'), '');
    await expect(go({ out: 'file' })).rejects.toThrow();
  });
});
