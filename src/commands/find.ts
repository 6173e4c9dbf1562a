import path from 'node:path';
import type { Store, StoredArticle } from '../store/store.ts';
import { memberOf } from './article-head.ts';
import { UsageError } from './io.ts';
import { oneLine, placeOf, printable, table } from './rows.ts';
import { called } from './whence.ts';

/** How an article is named on a command line. */
export const NAMES = 'id of an article in articles.jsonl, the path of its file, or the beginning of an id';

/** Files that a message names in its line; of more it says that there are more. */
const NAMED = 5;

/** Articles that are listed below a message. */
const LISTED = 20;

/** What the beginning of an id looks like. */
const ID = /^[0-9a-f]{1,16}$/;

/** An ending or two, behind the name that somebody types. */
const ENDINGS = /^(?:\.[a-z]{1,6}){1,2}$/i;

/**
 * The one article that has this id, or else that a file of this path holds, or else whose id begins so. Of a path the end will do, in
 * whole names: `pages/a.html`, `a.html`, `a`. Crawlers number their files, and 12.txt is meant by 12, whatever ids begin so.
 *
 * @throws UsageError when there is none, or there are several.
 */
export function findArticle(store: Store, name: string): StoredArticle {
  const byId = ID.test(name) ? store.findArticles(name, LISTED + 1) : [];
  if (byId[0]?.id === name) return byId[0];
  const file = name ? findFile(store, name) : null;
  if (file !== null) return onlyOf(store, file);
  if (byId.length === 1) return byId[0]!;
  if (byId.length) throw new UsageError(`'${name}' is the beginning of several ids:`, choices(byId));
  throw new UsageError(`no article with id '${name}'${ID.test(name) ? '' : `, nor a file of that path${hint(name)}`}`);
}

/** Somebody who gives words where an id or a path is asked for wants to search: what has a slash or an ending is a path. */
const hint = (name: string): string =>
  name && !/[/\\]|\.[a-z0-9]{1,6}$/i.test(name) ? `: 'wenshai search' looks for words` : '';

/** An article a line: id, place, title. */
function choices(articles: readonly StoredArticle[]): string {
  const rows = articles
    .slice(0, LISTED)
    .map((a) => [a.id, `${placeOf({ ...a, member: memberOf(a) })}, part ${a.part}`, oneLine(called(a), 60)]);
  return table(rows, '  ') + (articles.length > LISTED ? '  … and more\n' : '');
}

function onlyOf(store: Store, file: string): StoredArticle {
  const found = store.articlesAt(file, LISTED + 1);
  if (found.length > 1) throw new UsageError(`'${file}' holds several articles, say which by its id:`, choices(found));
  if (found[0]) return found[0];
  const reason = store.quarantine().find((q) => q.path === file)?.reason;
  throw new UsageError(`'${file}' holds no article${reason === undefined ? '' : `: ${reason}`}`);
}

/** At most {@link NAMED} of what there is. */
const listed = (items: readonly string[]): string =>
  printable(items.slice(0, NAMED).join(', ')) + (items.length > NAMED ? ', …' : '');

/**
 * The path of the one file that is meant: the very path, else one that ends so, else one that does but for its endings.
 *
 * @throws UsageError when several files are called so.
 */
function findFile(store: Store, name: string): string | null {
  // As the run showed it, or as it is called from the working directory.
  const under = (folder: string): string => path.relative(folder, path.resolve(name)).split(path.sep).join('/');
  const wanted = [...new Set([name, under('.'), under(store.base() ?? '.')])].filter(Boolean);
  const ways: ((file: string, name: string) => boolean)[] = [
    (file, name) => file === name,
    (file, name) => file.endsWith(`/${name}`),
    (file, name) => ENDINGS.test(behind(file, name) ?? ''),
  ];
  const paths = [...new Set(wanted.flatMap((w) => [...store.pathsWith(w)]))];
  for (const way of ways) {
    const found = paths.filter((file) => wanted.some((w) => way(file, w)));
    if (found.length === 1) return found[0]!;
    if (found.length) throw new UsageError(`'${name}' is the end of several paths: ${listed(found)}`);
  }
  return null;
}

/** What follows the last whole name in a path; null where it does not stand there. */
function behind(file: string, name: string): string | null {
  const at = `/${file}`.lastIndexOf(`/${name}`);
  return at < 0 ? null : file.slice(at + name.length);
}
