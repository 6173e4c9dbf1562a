import fs from 'node:fs';
import path from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { looksLikeFeed } from './feed.ts';
import { formatOf, holdsPage, mayBePage, PAGE_HEAD } from './kind.ts';
import { isOwnExport } from './own.ts';

/** A file to read. */
export interface InputFile {
  /** As shown: relative to one folder for all, forward slashes, `../x` if outside. */
  path: string;
  absolute: string;
  bytes: number;
  /** When the file or its entry was last changed, ms since 1970: the later of mtime and ctime, which no program can set. */
  changedMs: number;
  /** Size, times and inode: what tells a file that was written since from one that was not. */
  stamp: string;
}

export interface Inputs {
  files: InputFile[];
  /** What was found and is not read, with the reason. */
  skipped: Skipped[];
}

/** `failed`: it may have been meant to be read and could not be, unlike a file of another kind. */
export interface Skipped {
  path: string;
  reason: string;
  failed: boolean;
}

interface Entry {
  absolute: string;
  /** Named on the command line: read whatever its name. */
  named: boolean;
}

/** What a file is called. */
interface Names {
  /** Its path without links. */
  real: string;
  shown: string;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A path from a folder, with forward slashes. */
export function shownFrom(absolute: string, folder: string): string {
  return path.relative(folder, absolute).split(path.sep).join('/') || '.';
}

/** In code-unit order of their paths. */
export function inOrder<T extends { path: string }>(found: T[]): T[] {
  return found.sort((a, b) => byCodeUnit(a.path, b.path));
}

/** In a few words why a file cannot be read. */
export function why(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOENT') return 'broken link';
  if (code === 'ELOOP') return 'link to itself';
  return message;
}

function special(stats: fs.Stats): string {
  if (stats.isFIFO()) return 'not a file (FIFO)';
  if (stats.isSocket()) return 'not a file (socket)';
  return 'not a file (device)';
}

/** The first bytes of a file. */
function headOf(absolute: string, length: number): Uint8Array {
  const fd = fs.openSync(absolute, 'r');
  try {
    const head = Buffer.alloc(length);
    return head.subarray(0, fs.readSync(fd, head));
  } finally {
    fs.closeSync(fd);
  }
}

/** A feed by its first bytes: most of what is called .xml is none (site maps, settings). */
const isFeed = (absolute: string): boolean =>
  /\.(?:xml|rss|atom)$/i.test(absolute) && looksLikeFeed(headOf(absolute, 2048));

/** A page by its first bytes, under a name that pages may have. */
const isPage = (absolute: string): boolean => mayBePage(absolute) && holdsPage(headOf(absolute, PAGE_HEAD));

/** Why a file is not read, or null. */
function refusal(absolute: string, stats: fs.Stats, named: boolean): string | null {
  if (!stats.isFile()) return special(stats);
  if (named) return null;
  if (!formatOf(absolute) && !isFeed(absolute) && !isPage(absolute)) return 'unsupported';
  return isOwnExport(absolute) ? OWN : null;
}

/** The reason why what another run wrote is passed over. */
const OWN = 'written by wenshai';

/** What an argument names: the file or folder itself, else the matches of a glob. */
function expand(input: string, cwd: string): Entry[] {
  const absolute = path.resolve(cwd, input);
  if (fs.lstatSync(absolute, { throwIfNoEntry: false })) return [{ absolute, named: true }];
  if (input.includes('\ufffd')) throw new Error(`cannot be named, for the name is not UTF-8: ${input}`);
  if (!isDynamicPattern(input)) throw new Error(`no such file or folder: ${input}`);
  const found = matches(input.split(path.sep).join('/'), cwd);
  if (!found.length) throw new Error(`nothing matches: ${input}`);
  return found.map((match) => ({ absolute: match, named: false }));
}

/** A glob's matches. Links are followed in its fixed beginning, not where it searches: there they may go in circles. */
function matches(pattern: string, cwd: string): string[] {
  const parts = pattern.split('/');
  const fixed = parts.findIndex((part) => isDynamicPattern(part));
  const base = path.resolve(cwd, `${parts.slice(0, fixed).join('/')}${fixed > 0 ? '/' : ''}` || '.');
  if (!fs.existsSync(base)) return [];
  return globSync(parts.slice(fixed).join('/'), {
    cwd: fs.realpathSync(base),
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  }).map((match) => path.resolve(base, match));
}

/** Walks folders without recursion; each real folder and file once. */
class Walk {
  readonly #cwd: string;
  readonly #folders = new Set<string>();
  /** By real path. */
  readonly #files = new Map<string, InputFile>();
  readonly #skipped = new Map<string, Skipped>();
  /** Links to folders wait until all else is read, so that a file is shown under its own path if it has one here. */
  #queue: string[] = [];
  #links: string[] = [];

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** @param names where they are known */
  add({ absolute, named }: Entry, names?: Names): void {
    try {
      const stats = fs.statSync(absolute);
      if (!stats.isDirectory()) this.#file(absolute, stats, named, names);
      else if (fs.lstatSync(absolute).isSymbolicLink()) this.#links.push(absolute);
      else this.#queue.push(absolute);
    } catch (error) {
      // Names in GBK, as old archives hold them, cannot be asked for again once they are strings.
      this.#skip(absolute, absolute.includes('\ufffd') ? 'the name is not UTF-8' : why(error), true);
    }
  }

  #skip(absolute: string, reason: string, failed = false): void {
    const name = shownFrom(absolute, this.#cwd);
    this.#skipped.set(name, { path: name, reason, failed });
  }

  #file(absolute: string, stats: fs.Stats, named: boolean, names?: Names): void {
    const refused = refusal(absolute, stats, named);
    if (refused) {
      // What is named is wanted: that it was not read is more than a remark.
      this.#skip(absolute, refused, named);
      return;
    }
    const real = names?.real ?? fs.realpathSync(absolute);
    const { size, mtimeMs, ctimeMs, ino } = stats;
    const file = {
      path: names?.shown ?? shownFrom(absolute, this.#cwd),
      absolute,
      bytes: size,
      changedMs: Math.max(mtimeMs, ctimeMs),
      stamp: `${size} ${mtimeMs} ${ctimeMs} ${ino}`,
    };
    const known = this.#files.get(real);
    // The file's own path goes before a link to it, the first in order before other links: neither the order of arguments nor where
    // the run was started is anything.
    if (!known || (known.absolute !== real && (absolute === real || byCodeUnit(absolute, known.absolute) < 0)))
      this.#files.set(real, file);
  }

  #folder(absolute: string): void {
    const real = fs.realpathSync(absolute);
    if (this.#folders.has(real)) return;
    this.#folders.add(real);
    // Put together here: taking paths apart for each of many files costs as much as asking the disk for it.
    const [own, ofReal, all] = [
      path.join(absolute, path.sep),
      path.join(real, path.sep),
      shownFrom(absolute, this.#cwd),
    ];
    const below = all === '.' ? '' : `${all}/`;
    for (const entry of fs.readdirSync(absolute, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name))) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      // Where nothing is a link, all below a real folder is real: that need not be looked up for each of many files.
      const found = { absolute: own + name, named: false };
      if (entry.isFile()) this.add(found, { real: ofReal + name, shown: below + name });
      else this.add(found);
    }
  }

  run(): Inputs {
    while (this.#queue.length || this.#links.length) {
      if (!this.#queue.length) {
        this.#queue = this.#links.sort(byCodeUnit).reverse();
        this.#links = [];
      }
      const next = this.#queue.pop()!;
      try {
        this.#folder(next);
      } catch (error) {
        this.#skip(next, why(error), true);
      }
    }
    const files = inOrder([...this.#files.values()]);
    // A file named on the command line may have been met in a folder before, where its kind was not wanted.
    const read = new Set(files.map((f) => f.path));
    const skipped = [...this.#skipped.values()].filter((s) => !read.has(s.path));
    return { files, skipped: inOrder(skipped) };
  }
}

/**
 * Finds the files to read: folders (recursively, without hidden entries and `node_modules`), globs and single files.
 *
 * Each real file comes once, whatever arguments and links lead to it, in code-unit order of the shown paths. In folders
 * and globs only known formats are read, and nothing that wenshai wrote; a file that is named is tried whatever it is.
 *
 * @throws Error with a one-line message for an argument that names nothing. A folder that is there may be empty.
 */
export function listInputs(inputs: readonly string[], cwd: string): Inputs {
  const walk = new Walk(cwd);
  for (const input of inputs) {
    // An unset variable of a script is no wish for the whole working directory.
    if (!input) throw new Error('an input is empty');
    for (const entry of expand(input, cwd)) walk.add(entry);
  }
  return walk.run();
}
