import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../tools/launcher/build-if-stale.js';
import { type ServerProcess, startServerProcess, VICTIMS } from './server-process.js';
import { signIn } from './write-load.js';

/** One in the tests, as many as `npm run test:resilience` asks for. */
const ROUNDS = Math.max(1, Math.floor(Number(process.env.MUSTER_KILL_ROUNDS ?? 2) / 2));
const PORT = 18_938;
const ROWS = 12_000;
/** One row in so many has no name and is refused. */
const BAD_EVERY = 100;
/** Milliseconds: a kill comes at a random moment of this much work. */
const WORK = 2_500;
const JOBS = '/services/data/v60.0/jobs/ingest';

describe.skipIf(process.platform !== 'linux')('kill -9 at a random moment of a bulk load', () => {
  let server: ServerProcess;
  let token: string;

  beforeAll(async () => {
    await buildIfStale(new URL('../../', import.meta.url));
    server = await startServerProcess(PORT);
    token = await signIn(server.url, server.admin);
  });
  afterAll(() => server?.close());

  const call = (method: string, path: string, body?: string, type = 'application/json') =>
    fetch(server.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      ...(body === undefined ? {} : { body }),
    });

  async function start(round: string): Promise<string> {
    const made = await call('POST', JOBS, JSON.stringify({ object: 'Account', operation: 'insert' }));
    const path = `${JOBS}/${((await made.json()) as { id: string }).id}`;
    const rows = Array.from({ length: ROWS }, (_, i) =>
      i % BAD_EVERY === 0 ? `,${i}` : `${round} ${i},${i}`,
    );
    await call('PUT', `${path}/batches`, `Name,Phone\n${rows.join('\n')}\n`, 'text/csv');
    await call('PATCH', path, JSON.stringify({ state: 'UploadComplete' }));
    return path;
  }

  async function end(path: string): Promise<Record<string, unknown>> {
    for (;;) {
      const job = (await (await call('GET', path)).json()) as Record<string, unknown>;
      if (job.state !== 'UploadComplete' && job.state !== 'InProgress') return job;
      await sleep(100);
    }
  }

  async function count(soql: string): Promise<number> {
    const answer = await call('GET', `/services/data/v60.0/query?q=${encodeURIComponent(soql)}`);
    return ((await answer.json()) as { totalSize: number }).totalSize;
  }

  it.each(VICTIMS)('of %s: the load ends by itself, every row once, and so does its undo', async (victim) => {
    for (let n = 0; n < ROUNDS; n += 1) {
      const round = `Bulk ${VICTIMS.indexOf(victim)}r${n}`;
      const bad = ROWS / BAD_EVERY;
      const of = `FROM Account WHERE Name LIKE '${round} %'`;
      const path = await start(round);
      await sleep(Math.random() * WORK);
      await server.kill(victim);
      expect(await end(path)).toMatchObject({
        state: 'JobComplete',
        numberRecordsProcessed: ROWS,
        numberRecordsFailed: bad,
        numberRecordsCreated: ROWS - bad,
      });
      expect(await count(`SELECT COUNT() ${of}`)).toBe(ROWS - bad);
      const saved = await (await call('GET', `${path}/successfulResults`)).text();
      expect(new Set(saved.trimEnd().split('\n')).size).toBe(ROWS - bad + 1);
      const refused = await (await call('GET', `${path}/failedResults`)).text();
      expect(refused.trimEnd().split('\n')).toHaveLength(bad + 1);

      const undo = (await (await call('POST', `${path}/undo`, '{}')).json()) as { id: string };
      await sleep((Math.random() * WORK) / 2);
      await server.kill(victim);
      expect(await end(`${JOBS}/${undo.id}`)).toMatchObject({
        state: 'JobComplete',
        numberRecordsProcessed: ROWS - bad,
        numberRecordsFailed: 0,
      });
      expect(await count(`SELECT COUNT() ${of}`)).toBe(0);
    }
  });
});
