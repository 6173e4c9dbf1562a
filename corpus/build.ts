/**
 * Rebuilds `sample/` and `expected/` from the bodies and the recipes: `node corpus/build.ts`.
 * `node corpus/build.ts --check` writes nothing and fails when what is there differs.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Article, Page, Variant } from './lib.ts';
import { DIFFERENT, PAGES } from './pages/index.ts';
import { readme } from './readme.ts';

const HERE = import.meta.dirname;

interface Named {
  name: string;
  article: Article;
}

const prefix = (p: Page): string => p.file.split('-')[0]!;

function named(pages: readonly Page[]): Named[] {
  return pages.flatMap((p) => p.articles.map((article, i) => ({ name: `${prefix(p)}-a${i + 1}`, article })));
}

type Relation = 'same' | 'version' | 'template' | 'derived' | 'different' | readonly string[];

/** What two articles of one body are to each other; null where that is open (a masked copy against a version, say). */
function relation(a: Article, b: Article): Relation | null {
  const copy = (v: Variant) => v === 'plain' || v === 'excerpt';
  if (copy(a.variant) && copy(b.variant))
    return a.variant === 'excerpt' && b.variant === 'excerpt' && a.text !== b.text ? null : 'same';
  if (a.variant === b.variant && a.text === b.text) return null;
  if (a.variant !== b.variant && a.variant !== 'plain' && b.variant !== 'plain') return null;
  const changed = a.variant === 'plain' ? b.variant : a.variant;
  // The guide has no word of its own for a self-censored copy.
  return changed === 'censored' ? ['template', 'derived'] : (changed as Relation);
}

function pairs(list: readonly Named[]): [string, string, Relation][] {
  const out: [string, string, Relation][] = [];
  list.forEach((x, i) => {
    for (const y of list.slice(i + 1)) {
      if (x.article.body !== y.article.body) continue;
      const r = relation(x.article, y.article);
      if (r) out.push([x.name, y.name, r]);
    }
  });
  const known = new Set(list.map((x) => x.name));
  for (const [x, y] of DIFFERENT) {
    if (!known.has(x) || !known.has(y)) throw new Error(`no such article: ${x} or ${y}`);
    out.push([x, y, 'different']);
  }
  return out;
}

/** Annotations of a body (`bodies/<id>.json`: points, slogans, figures) hold for every article that is the body itself. */
function annotation(n: Named): string | null {
  const file = path.join(HERE, 'bodies', `${n.article.body}.json`);
  if (n.article.variant !== 'plain' || !fs.existsSync(file)) return null;
  const known = JSON.parse(fs.readFileSync(file, 'utf8'));
  return json({
    article: n.name,
    title: n.article.title,
    points: known.points,
    slogans: known.slogans,
    figures: known.figures,
  });
}

const json = (x: unknown): string => `${JSON.stringify(x, null, 1)}\n`;
const rows = (list: readonly unknown[]): string => `[\n${list.map((x) => ` ${JSON.stringify(x)}`).join(',\n')}\n]\n`;

function build(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (name: string, content: string) => files.set(name, Buffer.from(content, 'utf8'));
  const seen = new Set<string>();
  for (const p of PAGES) {
    if (seen.has(prefix(p))) throw new Error(`two pages begin with ${prefix(p)}`);
    seen.add(prefix(p));
    files.set(`sample/${p.file}`, p.bytes);
  }
  const list = named(PAGES);
  for (const n of list) {
    put(`expected/${n.name}.txt`, `${n.article.text}\n`);
    const known = annotation(n);
    if (known) put(`expected/${n.name}.json`, known);
  }
  put(
    'expected/meta.json',
    json(Object.fromEntries(list.map((n) => [n.name, { title: n.article.title, ...n.article.meta }]))),
  );
  put('expected/pairs.json', rows(pairs(list)));
  const sites = PAGES.map((p) => [prefix(p), p.articles.flatMap((a) => a.sites)] as const).filter(([, s]) => s.length);
  put('expected/sites.json', json(Object.fromEntries(sites)));
  put('expected/pages.json', `${JSON.stringify(PAGES.map(prefix))}\n`);
  put('README.md', readme(PAGES));
  return files;
}

function existing(): string[] {
  return ['sample', 'expected'].flatMap((d) => {
    const dir = path.join(HERE, d);
    return fs.existsSync(dir) ? fs.readdirSync(dir).map((f) => `${d}/${f}`) : [];
  });
}

function check(files: ReadonlyMap<string, Uint8Array>): string[] {
  const wrong = existing()
    .filter((f) => !files.has(f))
    .map((f) => `not built any more: ${f}`);
  for (const [f, bytes] of files) {
    const at = path.join(HERE, f);
    if (!fs.existsSync(at)) wrong.push(`missing: ${f}`);
    else if (!fs.readFileSync(at).equals(bytes)) wrong.push(`differs: ${f}`);
  }
  return wrong;
}

function write(files: ReadonlyMap<string, Uint8Array>): void {
  for (const f of existing()) if (!files.has(f)) fs.unlinkSync(path.join(HERE, f));
  for (const [f, bytes] of files) {
    fs.mkdirSync(path.dirname(path.join(HERE, f)), { recursive: true });
    fs.writeFileSync(path.join(HERE, f), bytes);
  }
}

const files = build();
if (process.argv.includes('--check')) {
  const wrong = check(files);
  for (const w of wrong) console.error(w);
  process.exitCode = wrong.length ? 1 : 0;
} else {
  write(files);
  const size = [...files.values()].reduce((n, b) => n + b.length, 0);
  console.error(`${PAGES.length} pages, ${files.size} files, ${Math.round(size / 1024)} KB`);
}
