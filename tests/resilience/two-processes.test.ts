import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@muster/kernel';
import {
  type EmbeddedServer,
  listOrgs,
  type Org,
  openDatabase,
  type PooledDatabase,
  readChangeHead,
  readChanges,
  startEmbeddedServer,
} from '@muster/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../tools/launcher/build-if-stale.js';
import { call } from '../support/api-client.js';
import { ADMIN, spawnServer, untilReady } from './server-process.js';
import { signIn } from './write-load.js';

/** Two in the tests, twenty with `npm run test:resilience`. */
const ROUNDS = Number(process.env.MUSTER_KILL_ROUNDS ?? 2);
const PORTS = [18_945, 18_946] as const;
const BASE = '/services/data/v60.0';
const urlOf = (port: number) => `http://127.0.0.1:${port}`;

let dataDir: string;
let embedded: EmbeddedServer;
let database: PooledDatabase;
let org: Org;
let token: string;
const processes = new Map<number, ChildProcess>();

async function start(port: number): Promise<void> {
  const child = spawnServer(dataDir, port);
  processes.set(port, child);
  await untilReady(urlOf(port), child);
}

/** The port of the process whose connection holds the lock of the sequencer; undefined while nobody does. */
async function sequencerPort(): Promise<number | undefined> {
  const [row] = await database.rows({
    text: `select split_part(a.application_name, ' ', 2) from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and (l.classid::bigint << 32) | l.objid::bigint = hashtextextended($1, 3)`,
    values: [org.schema],
  });
  return PORTS.find((port) => processes.get(port)?.pid === Number(row?.[0]));
}

async function create(port: number, name: string): Promise<string> {
  const authorization = { authorization: `Bearer ${token}` };
  const { status, body } = await call(urlOf(port), authorization, 'POST', `${BASE}/sobjects/Account`, {
    Name: name,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

async function nameAt(port: number, id: string): Promise<string> {
  const path = `${BASE}/sobjects/Account/${id}?fields=Name`;
  return (await call(urlOf(port), { authorization: `Bearer ${token}` }, 'GET', path)).body.Name;
}

describe.skipIf(process.platform !== 'linux')('two processes on one database', () => {
  beforeAll(async () => {
    await buildIfStale(new URL('../../', import.meta.url));
    dataDir = await mkdtemp(join(tmpdir(), 'muster-two-'));
    await chmod(dataDir, 0o711);
    for (const port of PORTS) await start(port);
    embedded = await startEmbeddedServer(dataDir, silentLog);
    database = openDatabase({ target: embedded.target, log: silentLog });
    [org] = (await listOrgs(database)) as [Org];
    token = await signIn(urlOf(PORTS[0]), ADMIN);
  });
  afterAll(async () => {
    for (const child of processes.values()) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
    await database?.close();
    await embedded?.leave();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('see at once what the other saved, and share a sign-in', async () => {
    const [one, other] = PORTS;
    expect(await nameAt(other, await create(one, 'Ferry'))).toBe('Ferry');
    expect(await nameAt(one, await create(other, 'Barge'))).toBe('Barge');
  });

  it('go on when the one that orders the changes is killed: the other orders them, none twice and none lost', async () => {
    for (let n = 0; n < ROUNDS; n += 1) {
      await expect.poll(sequencerPort, { timeout: 20_000 }).toBeDefined();
      const holder = (await sequencerPort()) as number;
      const other = PORTS.find((port) => port !== holder) as number;
      const before = await readChangeHead(database, org);
      const ids = [await create(holder, `round ${n}`), await create(other, `round ${n}`)];

      const child = processes.get(holder) as ChildProcess;
      const gone = once(child, 'exit');
      process.kill(-(child.pid as number), 'SIGKILL');
      await gone;
      ids.push(await create(other, `round ${n}`));

      await expect.poll(sequencerPort, { timeout: 20_000 }).toBe(other);
      await expect.poll(() => created(before), { timeout: 20_000 }).toEqual(ids);
      await start(holder);
      expect(await nameAt(holder, ids[2] as string)).toBe(`round ${n}`);
    }
  });
});

/** Ids of the accounts created after a position, as the log has them; its positions have no gap. */
async function created(after: number): Promise<readonly string[]> {
  const read = await readChanges(database, org, { after, limit: 1000 });
  if (read.kind !== 'changes') throw new Error('The log does not reach back so far.');
  expect(read.changes.map(({ position }) => position)).toEqual(read.changes.map((_, i) => after + 1 + i));
  return read.changes.flatMap(({ object, kind, ids }) =>
    object === 'Account' && kind === 'create' ? [...ids] : [],
  );
}
