import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders whose files the build is made from, and the ones inside them that it makes. */
const SOURCES = ['packages', 'solutions', 'apps'];
const MADE = new Set(['dist', 'node_modules']);
const SINGLE = ['package-lock.json', 'tsconfig.base.json'];

/** Typed packages and the server through the native TypeScript compiler, the two web apps through Vite. */
const STEPS = [
  { args: ['node_modules/typescript7/bin/tsc', '-b', 'apps/server'], cwd: '.' },
  { args: ['../../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], cwd: 'apps/portal' },
  { args: ['../../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], cwd: 'apps/console' },
];

/** Builds when a source file was added, removed or changed since the last build. */
export async function buildIfStale(root) {
  const folder = fileURLToPath(root);
  const stamp = join(folder, 'node_modules', '.cache', 'muster', 'build');
  const fingerprint = await fingerprintOf(folder);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === fingerprint) return;
  process.stderr.write('Building (once, and again after changes).\n');
  await runAll(folder);
  await mkdir(join(stamp, '..'), { recursive: true });
  await writeFile(stamp, fingerprint);
}

/** Runs the steps side by side; the first that fails ends the others and the process. */
async function runAll(folder) {
  const others = new AbortController();
  try {
    await Promise.all(STEPS.map((step) => run(folder, step, others.signal)));
  } catch {
    others.abort();
    process.stderr.write('The build did not succeed. Nothing was started.\n');
    process.exit(1);
  }
}

/** Path, size and time of every source file, hashed. */
async function fingerprintOf(folder) {
  const listed = await Promise.all(SOURCES.map((name) => filesBelow(join(folder, name))));
  const paths = [...listed.flat(), ...SINGLE.map((name) => join(folder, name))].sort();
  const facts = await Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${path}:${size}:${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return MADE.has(entry.name) ? [] : filesBelow(path);
      return entry.name.endsWith('.test.ts') || entry.name.endsWith('.test.tsx') ? [] : [path];
    }),
  );
  return found.flat();
}

function run(folder, { args, cwd }, signal) {
  return new Promise((resolve, reject) => {
    const options = { cwd: join(folder, cwd), stdio: ['ignore', 2, 2], signal };
    const child = spawn(process.execPath, args, options);
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The build did not succeed.'))));
  });
}
