import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const launcher = path.join(root, 'bin/wenshai.js');

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/**
 * Runs the program as a user would, in a process of its own. `killAfter`: SIGKILL after so many milliseconds; `interruptOn`: SIGINT,
 * as Ctrl-C sends it, or another `signal`, when it says so on standard error.
 */
export function wenshai(
  args: readonly string[],
  options: {
    cwd?: string;
    input?: string | Uint8Array;
    killAfter?: number;
    interruptOn?: string;
    signal?: NodeJS.Signals;
    env?: NodeJS.ProcessEnv;
  } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, ...args], {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
    });
    const chunks = { out: [] as Buffer[], err: [] as Buffer[] };
    child.stdout.on('data', (c: Buffer) => chunks.out.push(c));
    child.stderr.on('data', (c: Buffer) => {
      chunks.err.push(c);
      if (options.interruptOn && c.includes(options.interruptOn)) child.kill(options.signal ?? 'SIGINT');
    });
    child.stdin.on('error', () => {}); // A program that does not read its input may close it.
    child.stdin.end(options.input ?? '');
    const timer =
      options.killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.killAfter);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const text = (list: Buffer[]): string => Buffer.concat(list).toString('utf8');
      resolve({ code, signal, out: text(chunks.out), err: text(chunks.err) });
    });
  });
}
