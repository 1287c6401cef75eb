import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stopEmbeddedServer } from '@muster/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../tools/launcher/build-if-stale.js';
import { call } from '../support/api-client.js';
import { ADMIN, spawnServer, untilReady } from './server-process.js';
import { signIn } from './write-load.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** An agency of release 0.1: restoring it is an upgrade too. */
const RELEASE = fileURLToPath(new URL('../support/releases/0.1.tar.gz', import.meta.url));
/** Two in the tests, twenty with `npm run test:resilience`. */
const ROUNDS = Number(process.env.MUSTER_KILL_ROUNDS ?? 2);
const PORT = 18_951;
const URL_OF = `http://127.0.0.1:${PORT}`;
/** Milliseconds within which a command of this size is done; the kill comes at a random moment of them. */
const WORK = 4_000;

let scratch: string;

async function folder(name: string): Promise<string> {
  const made = await mkdtemp(join(scratch, `${name}-`));
  await chmod(made, 0o711);
  return made;
}

function spawnCommand(dataDir: string, ...args: readonly string[]) {
  return spawn(process.execPath, ['apps/server/dist/main.js', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', MUSTER_DATA_DIR: dataDir, DATABASE_URL: '' },
  });
}

/** Gives the exit code, and what it said of its failure. */
async function run(dataDir: string, ...args: readonly string[]): Promise<readonly [number, string]> {
  const child = spawnCommand(dataDir, ...args);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = await once(child, 'close');
  return [Number(code), said];
}

async function runAndKill(dataDir: string, ...args: readonly string[]): Promise<void> {
  const child = spawnCommand(dataDir, ...args);
  const gone = once(child, 'exit');
  await Promise.race([sleep(Math.random() * WORK), gone]);
  child.kill('SIGKILL');
  await gone;
}

/** The agency of the release as a server of this version has it: started, asked, stopped. */
async function ask(dataDir: string) {
  const child = spawnServer(dataDir, PORT);
  await untilReady(URL_OF, child);
  const token = await signIn(URL_OF, ADMIN);
  const soql = encodeURIComponent(
    "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name LIKE 'Orra%'",
  );
  const path = `/services/data/v60.0/query?q=${soql}`;
  const { body } = await call(URL_OF, { authorization: `Bearer ${token}` }, 'GET', path);
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  return body.records;
}

const AGENCY = [{ Name: 'Orra Lakes', Contacts: { records: [{ LastName: 'Finch' }] } }];

describe.skipIf(process.platform !== 'linux')('kill -9 at a random moment', () => {
  beforeAll(async () => {
    await buildIfStale(new URL('../../', import.meta.url));
    scratch = await mkdtemp(join(tmpdir(), 'muster-kill-'));
    await chmod(scratch, 0o711);
  });
  afterAll(async () => {
    for (const name of await readdir(scratch))
      await stopEmbeddedServer(join(scratch, name)).catch(() => undefined);
    await rm(scratch, { recursive: true, force: true });
  });

  it('of a restore leaves nothing or the whole agency, which the next start brings up to this version', async () => {
    for (let n = 0; n < ROUNDS; n += 1) {
      const dataDir = await folder('restore');
      await runAndKill(dataDir, 'restore', RELEASE);
      const [code, said] = await run(dataDir, 'restore', RELEASE);
      if (code !== 0) expect(said).toContain('There is an agency here already');
      expect(await ask(dataDir)).toMatchObject(AGENCY);
    }
  });

  it('of the first start of a new version leaves an agency that the next start brings up to it', async () => {
    for (let n = 0; n < ROUNDS; n += 1) {
      const dataDir = await folder('upgrade');
      expect(await run(dataDir, 'restore', RELEASE)).toEqual([0, expect.any(String)]);
      const child = spawnServer(dataDir, PORT);
      const gone = once(child, 'exit');
      await sleep(Math.random() * WORK);
      process.kill(-(child.pid as number), 'SIGKILL');
      await gone;
      expect(await ask(dataDir)).toMatchObject(AGENCY);
    }
  });

  it('of a backup leaves no file that looks whole, and the agency as it was', async () => {
    const dataDir = await folder('backup');
    await run(dataDir, 'restore', RELEASE);
    const kept = await folder('kept');
    for (let n = 0; n < ROUNDS; n += 1) {
      const file = join(kept, `${n}.tar.gz`);
      await runAndKill(dataDir, 'backup', file);
      const names = (await readdir(kept)).filter((name) => name.startsWith(`${n}.`));
      if (names.includes(`${n}.tar.gz`))
        expect((await run(await folder('copy'), 'restore', file))[0]).toBe(0);
      expect(names.filter((name) => name !== `${n}.tar.gz` && !name.endsWith('.partial'))).toEqual([]);
    }
    expect(await run(dataDir, 'backup', join(kept, 'last.tar.gz'))).toEqual([0, expect.any(String)]);
    expect(await ask(dataDir)).toMatchObject(AGENCY);
  });
});
