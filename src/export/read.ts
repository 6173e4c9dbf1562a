import { createReadStream } from 'node:fs';
import type { Article } from './article.ts';

/**
 * The articles of an `articles.jsonl`, one after the other: a file may hold more of them than memory does.
 *
 * @throws Error of one line, with the number of the line (from 1) that is no article; the error of the file system where the
 *   file cannot be read.
 */
export async function* readArticles(file: string): AsyncGenerator<Article, void, undefined> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number++;
    // An editor may have put a byte-order mark in front.
    if (line.trim()) yield articleOf(number === 1 ? line.replace(/^\ufeff/u, '') : line, `${file}: line ${number}`);
  }
}

/** Only \n ends a line: titles may hold the other signs that are line breaks to Unicode (and to readline). */
async function* linesOf(file: string): AsyncGenerator<string, void, undefined> {
  let held: string[] = [];
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const [first, ...more] = (chunk as string).split('\n');
    held.push(first!);
    for (const piece of more) {
      yield held.join('');
      held = [piece];
    }
  }
  yield held.join('');
}

function articleOf(line: string, where: string): Article {
  let value: Partial<Article> | null;
  try {
    value = JSON.parse(line) as Partial<Article> | null;
  } catch (e) {
    throw new Error(`${where}: not JSON: ${(e as Error).message.replace(/\s+/g, ' ').slice(0, 200)}`);
  }
  // What a mistaken file shows; a whole check is the schema's.
  if (typeof value?.id !== 'string' || typeof value.text !== 'string') throw new Error(`${where}: no article`);
  return value as Article;
}
