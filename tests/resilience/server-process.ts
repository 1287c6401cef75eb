import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const ADMIN = { username: 'admin@test.example', password: 'correct horse battery staple' };
/** Milliseconds the server may take until a test gives up on it. */
const PATIENCE = 120_000;

/** What is ended without warning. */
export const VICTIMS = ['the server', 'the postmaster', 'server and database together'] as const;
export type Victim = (typeof VICTIMS)[number];

/** A server as a process of its own, with the embedded database, as `muster serve` runs it. */
export interface ServerProcess {
  readonly url: string;
  readonly admin: typeof ADMIN;
  /** Sends SIGKILL, starts again what does not start by itself, and gives the milliseconds until it can work again. */
  kill(victim: Victim): Promise<number>;
  close(): Promise<void>;
}

export async function startServerProcess(port: number): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-kill-'));
  await chmod(dataDir, 0o711);
  const url = `http://127.0.0.1:${port}`;
  let child = spawnServer(dataDir, port);
  await untilReady(url, child);
  return {
    url,
    admin: ADMIN,
    async kill(victim) {
      const started = performance.now();
      if (victim === 'the postmaster') {
        process.kill(await postmasterOf(dataDir), 'SIGKILL');
        await untilReady(url, child);
        return performance.now() - started;
      }
      if (victim === 'server and database together') {
        for (const pid of await databaseProcesses(dataDir)) end(pid);
      }
      const gone = once(child, 'exit');
      process.kill(-(child.pid as number), 'SIGKILL');
      await gone;
      child = spawnServer(dataDir, port);
      await untilReady(url, child);
      return performance.now() - started;
    },
    async close() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** `muster serve` over a data directory; by default nobody reads what it says. */
export function spawnServer(
  dataDir: string,
  port: number,
  stdio: StdioOptions = ['ignore', 'ignore', 'inherit'],
): ChildProcess {
  return spawn(process.execPath, ['apps/server/dist/main.js', 'serve'], {
    cwd: ROOT,
    detached: true,
    stdio,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      MUSTER_DATA_DIR: dataDir,
      MUSTER_ADMIN_USERNAME: ADMIN.username,
      MUSTER_ADMIN_PASSWORD: ADMIN.password,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
    },
  });
}

/** Ready: it listens and its database answers. */
export async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const isReady = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (child.exitCode !== null) throw new Error(`The server ended by itself (${child.exitCode}).`);
    if (Date.now() > deadline) throw new Error('The server did not come back.');
    await sleep(25);
  }
}

async function dataFolder(dataDir: string): Promise<string> {
  const record = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')) as { folder: string };
  return resolve(dataDir, record.folder, 'data');
}

async function postmasterOf(dataDir: string): Promise<number> {
  const text = await readFile(join(await dataFolder(dataDir), 'postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}

/** The postmaster and every process it started: all work in the data directory. */
export async function databaseProcesses(dataDir: string): Promise<number[]> {
  const folder = await realpath(await dataFolder(dataDir));
  const found: number[] = [];
  for (const pid of (await readdir('/proc')).map(Number)) {
    if (pid > 0 && (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder) found.push(pid);
  }
  return found;
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in between.
  }
}
