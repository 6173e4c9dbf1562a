/** The clean texts that damage is made of: the project's own bodies and what lies beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gbkBytes } from '../../src/text/gbk.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shared = path.resolve(root, '../shared');
/** Bodies that are about readings of characters or old books: nothing that a converter's page holds. */
const TRAPS = new Set(['lesson.txt', 'words.txt']);

export interface Text {
  name: string;
  text: string;
}

function folder(dir: string, take: (name: string) => boolean): Text[] {
  if (!existsSync(dir)) return [];
  const names = readdirSync(dir).filter((name) => name.endsWith('.txt') && take(name));
  return names.sort().map((name) => ({ name, text: readFileSync(path.join(dir, name), 'utf8') }));
}

/** Texts of the genre. */
export function genre(): Text[] {
  return [
    ...folder(path.join(root, 'corpus/bodies'), (name) => !TRAPS.has(name)),
    ...folder(path.join(shared, 'gold/dev'), () => true),
    ...folder(path.join(shared, 'seeds'), (name) => /^00[024]_/.test(name)),
  ];
}

/** News prose, which is not the genre. */
export function news(): Text[] {
  const file = path.join(shared, 'suites/pages/index.json');
  if (!existsSync(file)) return [];
  const pages: Record<string, { content: string }> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(pages).map(([name, { content }]) => ({ name, text: content }));
}

/** What the codec of the converter carries: the generator's imitation of it takes no other character. */
export function carried(texts: Text[]): Text[] {
  return texts.map(({ name, text }) => ({
    name,
    text: text.replace(/[^\n -~]/gu, (c) => (c.length === 1 && gbkBytes(c) ? c : '')),
  }));
}

/** The lines of texts, each once. */
export function distinctLines(texts: Text[]): string {
  return [...new Set(texts.flatMap(({ text }) => text.split('\n').map((line) => line.trim())))].join('\n');
}
