// Written for old Nodes, too: wenshai.js, which imports it, tells those that they are too old.
import { mkdirSync, statSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** A folder of the user's own: what lies in one that others may write to would be run as code. */
function cacheFolder() {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (xdg && path.isAbsolute(xdg)) return xdg;
  return process.platform === 'win32' && local ? local : path.join(homedir(), '.cache');
}

/** @throws where a folder above the last is not there: nobody's home is made for this */
function makeFolders(base, ...names) {
  let folder = base;
  for (const name of ['', ...names]) {
    folder = path.join(folder, name);
    if (!statSync(folder, { throwIfNoEntry: false })) mkdirSync(folder);
  }
  return folder;
}

/**
 * Keeps compiled code from one start to the next: without types taken off and code compiled anew, a start takes half as long.
 * Nothing depends on it: where Node has no such cache, it is turned off (NODE_DISABLE_COMPILE_CACHE=1) or the folder cannot be
 * written, code is compiled as ever.
 *
 * @param command what is kept is what the first start compiled: a run, which uses most of the code, gets a place of its own
 */
export function keepCode(command) {
  if (!module.enableCompileCache) return;
  try {
    const base = cacheFolder();
    // Without a home the folder would be one below the working directory.
    if (path.isAbsolute(base))
      module.enableCompileCache(makeFolders(base, 'wenshai', command === 'run' ? 'run' : 'other'));
  } catch {
    // A cache that cannot be is none.
  }
}
