import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What a fresh installation fetches from the npm registry, in megabytes. */
const DOWNLOAD_MB = 340;

/**
 * Installs the dependencies when they are missing or older than the lock file, as npm keeps a copy of the lock file
 * it installed from. Nothing is written outside of the project's folder but npm's own cache.
 */
export async function installIfStale(root) {
  if (await isCurrent(root)) return;
  const folder = fileURLToPath(root);
  process.stderr.write(
    `Installing: npm downloads about ${DOWNLOAD_MB} MB into ${folder}node_modules (once).\n`,
  );
  run(folder, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

async function isCurrent(root) {
  const kept = new URL('node_modules/.package-lock.json', root);
  const [installed, wanted] = await Promise.all([kept, new URL('package-lock.json', root)].map(packagesOf));
  if (installed === undefined || wanted === undefined) return false;
  const names = Object.keys(wanted).filter((name) => name !== '' && !wanted[name].optional);
  return names.every((name) => isSame(installed[name], wanted[name]));
}

function isSame(installed, wanted) {
  return wanted.link === true || (installed !== undefined && installed.version === wanted.version);
}

async function packagesOf(url) {
  try {
    await stat(url);
    return JSON.parse(await readFile(url, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function run(folder, args) {
  const isWindows = process.platform === 'win32';
  const { status, error } = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  });
  if (status === 0) return;
  process.stderr.write(
    `npm ${args[0]} did not succeed${error ? `: ${error.message}` : ''}. Nothing was started.\n`,
  );
  process.exit(1);
}
