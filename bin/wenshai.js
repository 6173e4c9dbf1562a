#!/usr/bin/env node
// Starts wenshai on a Node that can run it. Written for old Nodes, so that one that is too old can say so.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepCode } from './keep-code.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
const recent = major > 22 || (major === 22 && minor >= 18);
// In a checkout the sources run unbuilt; the published package has only dist.
const cli = existsSync(here('../src/cli.ts')) ? here('../src/cli.ts') : here('../dist/cli.js');
// The node that `npm ci` puts into a checkout.
const own = [here('../node_modules/node/bin/node'), here('../node_modules/.bin/node.exe')].find(existsSync);

if (recent) {
  keepCode(process.argv[2]);
  await import(pathToFileURL(cli));
} else if (own) {
  // The channel lets the child notice when this process is killed.
  const child = spawn(own, [cli, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (e) => fail(e.message));
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exitCode = code;
  });
} else {
  fail(`needs Node 22.18 or newer; this is ${process.version}`);
}

function fail(message) {
  console.error(`wenshai: ${message}`);
  process.exitCode = 2;
}
