import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({ pid: z.number(), instance: z.string(), url: z.string() });

/** A server that runs on a data folder: each keeps a file there while it runs. */
export type RunningServer = z.output<typeof shape>;

const folderOf = (dataDir: string) => join(dataDir, 'run');

/** Says that this process serves the data folder; gives the action that takes the file away. */
export async function writeRunFile(dataDir: string, server: RunningServer): Promise<() => Promise<void>> {
  const folder = folderOf(dataDir);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${server.pid}.json`);
  await writeFile(path, JSON.stringify(server), { mode: 0o600 });
  await chmod(path, 0o600);
  return () => rm(path, { force: true });
}

/** The servers that say they run on a data folder. */
export async function readRunFiles(dataDir: string): Promise<readonly RunningServer[]> {
  const names = await readdir(folderOf(dataDir)).catch(() => []);
  const texts = await Promise.all(
    names.map((name) => readFile(join(folderOf(dataDir), name), 'utf8').catch(() => '')),
  );
  return texts.flatMap((text) => {
    const parsed = shape.safeParse(parseJson(text));
    return parsed.success ? [parsed.data] : [];
  });
}

export async function removeRunFile(dataDir: string, { pid }: RunningServer): Promise<void> {
  await rm(join(folderOf(dataDir), `${pid}.json`), { force: true });
}

/**
 * Whether the process of a file is the server that wrote it: it answers at its address under its own name. A process
 * id alone may have gone to somebody else since.
 */
export async function isAnswering({ url, instance }: RunningServer): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(3000) });
    await response.arrayBuffer();
    return response.headers.get('x-muster-instance') === instance;
  } catch {
    return false;
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
