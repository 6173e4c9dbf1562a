/**
 * One run in a process of its own, for dedup-growth.ts: code and tables are cold, as they are for whoever calls the program,
 * but for the compiled code that an earlier start left (bin/keep-code.js).
 *
 *   node test/bench/timed-run.ts FOLDER OUT PIPELINE
 */

import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** CPU seconds of a run, those of its main thread, and of loading the program; the most memory of both. */
export interface Timed {
  seconds: number;
  main: number;
  start: number;
  mb: number;
}

if (import.meta.main) {
  const [folder, out, pipeline] = process.argv.slice(2) as [string, string, string];
  const launcher = pathToFileURL(path.join(import.meta.dirname, '../../bin/keep-code.js')).href;
  ((await import(launcher)) as { keepCode(command: string): void }).keepCode('run');
  const { run } = await import('../../src/pipeline/run.ts');
  const sum = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
  const [loaded, main] = [process.cpuUsage(), process.threadCpuUsage()];
  await run(['pages'], { cwd: folder, out, pipeline, workers: 1 });
  const timed: Timed = {
    seconds: sum(process.cpuUsage(loaded)),
    main: sum(process.threadCpuUsage(main)),
    start: sum(loaded),
    mb: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(timed));
}
