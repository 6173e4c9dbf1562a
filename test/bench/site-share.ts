/**
 * What `site` costs a run: processor time of the default pipeline with it and without, in one run, on pages of many sites.
 *
 *   node test/bench/site-share.ts [copies]
 *
 * Input: the sample's pages in text and HTML, each copy in a folder (a site) of its own and with its own figures.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../src/pipeline/run.ts';
import { cpuSeconds } from './way.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sample = path.join(root, 'corpus/sample');
const copies = Number(process.argv[2] ?? 10);
const folder = mkdtempSync(path.join(tmpdir(), 'wenshai-site-'));

const pages = readdirSync(sample).filter((f) => /\.(?:txt|html)$/.test(f));
for (let n = 0; n < copies; n++) {
  mkdirSync(path.join(folder, `in/${n}`), { recursive: true });
  for (const f of pages) {
    // Byte by byte, as the pages are in many encodings: only figures of two and more digits change, and no charset's name.
    const text = readFileSync(path.join(sample, f), 'latin1').replace(/(?<![\w#&;-])\d{2,3}(?![\w-])/g, (d) =>
      String(Number(d) + n).slice(0, d.length),
    );
    writeFileSync(path.join(folder, `in/${n}/${f}`), text, 'latin1');
  }
}

const all = readFileSync(path.join(root, 'pipelines/default.yaml'), 'utf8');
writeFileSync(path.join(folder, 'without.yaml'), all.replace(/^name:.*/m, 'name: without').replace(/^ +- site\n/m, ''));

async function secondsOf(pipeline: string, attempt: number): Promise<number> {
  const begun = cpuSeconds();
  await run(['in'], {
    cwd: folder,
    out: path.join(folder, `${path.basename(pipeline)}-${attempt}`),
    pipeline,
    workers: 1,
  });
  return cpuSeconds() - begun;
}

const best = { with: Number.POSITIVE_INFINITY, without: Number.POSITIVE_INFINITY };
for (let i = 0; i < 3; i++) {
  best.with = Math.min(best.with, await secondsOf('default', i));
  best.without = Math.min(best.without, await secondsOf(path.join(folder, 'without.yaml'), i));
}
rmSync(folder, { recursive: true });
const share = (100 * (best.with - best.without)) / best.with;
console.log(
  `${pages.length * copies} pages: with site ${best.with.toFixed(1)} s, without ${best.without.toFixed(1)} s of processor time; site takes ${share.toFixed(1)} % of a run`,
);
