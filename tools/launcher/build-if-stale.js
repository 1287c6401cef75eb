import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders whose files the build is made from, and the ones inside them that it makes. */
const SOURCES = ['packages', 'solutions', 'apps'];
const MADE = new Set(['dist', 'node_modules']);
const SINGLE = ['package-lock.json', 'tsconfig.base.json', 'tools/app-build.ts'];

/** What Vite builds: the server into a few files, and the two web apps. Types are checked by `npm test`. */
const APPS = ['server', 'portal', 'console'];

/** Builds when a source file was added, removed or changed since the last build. */
export async function buildIfStale(root) {
  const folder = fileURLToPath(root);
  const stamp = join(folder, 'node_modules', '.cache', 'muster', 'build');
  const fingerprint = fingerprintOf(folder);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === fingerprint) return;
  process.stderr.write('Building (once, and again after changes).\n');
  await runAll(folder);
  await mkdir(join(stamp, '..'), { recursive: true });
  await writeFile(stamp, fingerprint);
}

/** Builds the apps side by side; the first that fails ends the others and the process. */
async function runAll(folder) {
  const others = new AbortController();
  try {
    await Promise.all(APPS.map((app) => build(join(folder, 'apps', app), others.signal)));
  } catch {
    others.abort();
    process.stderr.write('The build did not succeed. Nothing was started.\n');
    process.exit(1);
  }
}

/** Path, size and time of every source file, hashed. Synchronous calls take half the time of the others here. */
function fingerprintOf(folder) {
  const paths = [
    ...SOURCES.flatMap((name) => filesBelow(join(folder, name))),
    ...SINGLE.map((name) => join(folder, name)),
  ];
  const facts = paths.sort().map((path) => {
    const { size, mtimeMs } = statSync(path);
    return `${path}:${size}:${mtimeMs}`;
  });
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return MADE.has(entry.name) ? [] : filesBelow(path);
    return entry.name.endsWith('.test.ts') || entry.name.endsWith('.test.tsx') ? [] : [path];
  });
}

/** Tests call this too, with NODE_ENV=test, which would put the developer's half of React into what people load. */
function build(cwd, signal) {
  return new Promise((resolve, reject) => {
    const args = ['../../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 2, 2], signal });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The build did not succeed.'))));
  });
}
