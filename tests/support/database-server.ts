import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@muster/kernel';
import { type ConnectionTarget, startEmbeddedServer, stopEmbeddedServer } from '@muster/store';

export interface DatabaseServer {
  readonly target: ConnectionTarget;
  stop(): Promise<void>;
}

const FOLDER = 'muster-test-';

/** The PostgreSQL of TEST_DATABASE_URL or DATABASE_URL, else an embedded one in a temporary folder. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (url) return { target: { connectionString: url }, stop: async () => {} };
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), FOLDER));
  // For root: the account PostgreSQL runs under has to get through.
  await chmod(folder, 0o711);
  await writeFile(join(folder, 'owner'), String(process.pid));
  const server = await startEmbeddedServer(folder, silentLog);
  const stop = async () => {
    await server.leave();
    await rm(folder, { recursive: true });
  };
  return { target: server.target, stop };
}

/** Servers of runs that were killed: the embedded server outlives the process that started it. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER)) continue;
    const folder = join(tmpdir(), name);
    const owner = Number(await readFile(join(folder, 'owner'), 'utf8').catch(() => '0'));
    if (owner === 0 || isRunning(owner)) continue;
    await stopEmbeddedServer(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}
