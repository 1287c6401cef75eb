import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '@muster/kernel';
import { type Store, startStore, stopEmbeddedServer } from '@muster/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-embedded-'));
  // For root: the account PostgreSQL runs under has to get through.
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
});
afterAll(async () => {
  await stopEmbeddedServer(dataDir);
  await rm(folder, { recursive: true });
});

const start = (dir = dataDir) => startStore({ dataDir: dir, log: silentLog });
const sql = (text: string) => ({ text, values: [] });

async function postmaster(dir = dataDir): Promise<number | undefined> {
  const record = JSON.parse(await readFile(join(dir, 'postgres.json'), 'utf8'));
  const text = await readFile(resolve(dir, record.folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  return text === '' ? undefined : Number(text.split('\n')[0]);
}

/** What the row counter says once the server answers again. */
async function countAgain(store: Store): Promise<number> {
  for (;;) {
    try {
      return Number((await store.database.rows(sql('select count(*) from t.kept')))[0]?.[0]);
    } catch (failure) {
      if ((failure as { code?: string }).code !== 'SERVER_UNAVAILABLE') throw failure;
    }
  }
}

test('starts in an empty folder, keeps what was written, and is stopped by the last to leave', async () => {
  const [first, second] = await Promise.all([start(), start()]);
  await first.database.rows(sql('create schema t'));
  await first.database.rows(sql('create table t.kept (n integer)'));
  await first.database.rows(sql('insert into t.kept values (1)'));
  expect(await countAgain(second)).toBe(1);
  await first.close();
  expect(await postmaster()).toBeDefined();
  expect(await countAgain(second)).toBe(1);
  await second.close();
  expect(await postmaster()).toBeUndefined();

  const third = await start();
  expect(await countAgain(third)).toBe(1);
  await third.close();
});

test('goes with its data folder when that is moved', async () => {
  const moved = join(folder, 'moved');
  await rename(dataDir, moved);
  const store = await start(moved);
  expect(await countAgain(store)).toBe(1);
  await store.close();
  await rename(moved, dataDir);
});

test('listens on no port and lets only its own account in', async () => {
  const store = await start();
  expect(await store.database.rows(sql('show listen_addresses'))).toEqual([['']]);
  expect(await store.database.rows(sql('show fsync'))).toEqual([['on']]);
  expect(await store.database.rows(sql('show data_checksums'))).toEqual([['on']]);
  expect(await store.database.rows(sql('show server_encoding'))).toEqual([['UTF8']]);
  await store.close();
});

describe('when the server is killed,', () => {
  test('statements under way fail as unavailable, no committed row is lost, and it comes back by itself', async () => {
    const store = await start();
    let acknowledged = await countAgain(store);
    for (let round = 0; round < 3; round += 1) {
      let killed = false;
      const writers = [1, 2, 3].map(async () => {
        while (!killed) {
          try {
            await store.database.transaction((transaction) =>
              transaction.rows(sql('insert into t.kept values (2)')),
            );
            acknowledged += 1;
          } catch (failure) {
            expect(failure).toMatchObject({ code: 'SERVER_UNAVAILABLE' });
          }
        }
      });
      const sleeping = expect(store.database.rows(sql('select pg_sleep(60)'))).rejects.toMatchObject({
        code: 'SERVER_UNAVAILABLE',
      });
      await sleep(100);
      process.kill((await postmaster()) ?? 0, 'SIGKILL');
      await sleeping;
      killed = true;
      await Promise.all(writers);
      const count = await countAgain(store);
      expect(count).toBeGreaterThanOrEqual(acknowledged);
      expect(count).toBeLessThanOrEqual(acknowledged + 3);
      acknowledged = count;
    }
    await store.close();
  });

  test('together with every process that uses it, the next start clears up', async () => {
    const before = await start();
    const count = await countAgain(before);
    await before.close();
    const user = await spawnUser();
    user.kill('SIGKILL');
    process.kill((await postmaster()) ?? 0, 'SIGKILL');
    const after = await start();
    expect(await countAgain(after)).toBe(count);
    await after.close();
  });
});

test('a server that outlived its Muster is joined, and stopped by the last to leave', async () => {
  const user = await spawnUser();
  const pid = await postmaster();
  user.kill('SIGKILL');
  await new Promise((resolve) => user.once('exit', resolve));
  expect(await postmaster()).toBe(pid);
  const store = await start();
  expect(await postmaster()).toBe(pid);
  await store.close();
  expect(await postmaster()).toBeUndefined();
});

test('a long path to the data folder is no hindrance', async () => {
  const long = join(folder, 'x'.repeat(90), 'y'.repeat(90));
  await mkdir(long, { recursive: true });
  const store = await start(long);
  expect(await store.database.rows(sql('select 1'))).toEqual([['1']]);
  await store.close();
  await rm(JSON.parse(await readFile(join(long, 'postgres.json'), 'utf8')).socketFolder, { recursive: true });
});

test.runIf(userInfo().uid === 0)(
  'as root, a folder its account cannot enter is said and worked round',
  async () => {
    const closed = join(folder, 'closed');
    await mkdir(join(closed, 'data'), { recursive: true, mode: 0o700 });
    const said: string[] = [];
    const log = { ...silentLog, warn: (_facts: object, message: string) => said.push(message) };
    const store = await startStore({ dataDir: join(closed, 'data'), log });
    const record = JSON.parse(await readFile(join(closed, 'data', 'postgres.json'), 'utf8'));
    expect(record.folder).toMatch(/^\/var\/lib\/muster-/);
    expect(said.join()).toContain(record.folder);
    await store.close();
    await rm(record.folder, { recursive: true });
  },
);

test('another account than the one that made the folder is told whose it is', async () => {
  const other = join(folder, 'other');
  await mkdir(other);
  const record = {
    osUser: 'ana',
    uid: 4_000_000,
    gid: 4_000_000,
    folder: other,
    socketFolder: join(other, 'run'),
  };
  const script = `
    import { stopEmbeddedServer } from '@muster/store';
    if (process.getuid() === 0) process.setuid(65534);
    await stopEmbeddedServer(${JSON.stringify(other)}).catch((failure) => console.log(failure.message));`;
  await writeFile(join(other, 'postgres.json'), JSON.stringify(record));
  const child = runScript(script);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await new Promise((resolve) => child.once('close', resolve));
  expect(output).toContain('The database belongs to the account ana (uid 4000000)');
});

/** Another process that uses the store until it is killed. */
async function spawnUser() {
  const child = runScript(`
    import { silentLog } from '@muster/kernel';
    import { startStore } from '@muster/store';
    await startStore({ dataDir: ${JSON.stringify(dataDir)}, log: silentLog });
    console.log('ready');
    setInterval(() => {}, 1000);`);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

function runScript(script: string) {
  return spawn(
    process.execPath,
    ['-C', 'muster-src', '--import', 'tsx', '--input-type=module', '--eval', script],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
}
