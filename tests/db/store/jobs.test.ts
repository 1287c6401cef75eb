import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '@muster/kernel';
import { openDatabase, runJobs, type Task } from '@muster/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const addJob = (task: string, payload: Record<string, unknown> = {}) =>
  db.database.transaction((transaction) => transaction.addJob({ task, payload }));
const rows = (text: string) => db.database.rows({ text, values: [] });
const start = (tasks: Record<string, Task>, recurring: { task: string; schedule: string }[] = []) =>
  runJobs({ database: db.database, tasks, recurring, log: silentLog });

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(10);
}

test('runs what was asked for with its payload, and tries again after a failure', async () => {
  const seen: unknown[] = [];
  const runner = start({
    async greet(payload, { attempt }) {
      seen.push([payload, attempt]);
      if (attempt === 1) throw new Error('not yet');
    },
  });
  await addJob('greet', { name: 'Ana' });
  await until(() => seen.length === 1);
  await until(
    async () =>
      (
        await rows('select count(*) from graphile_worker.jobs where attempts = 1 and locked_at is null')
      )[0]?.[0] === '1',
  );
  await rows('update graphile_worker._private_jobs set run_at = now()');
  await addJob('unknown to this process');
  await until(() => seen.length === 2);
  expect(seen).toEqual([
    [{ name: 'Ana' }, 1],
    [{ name: 'Ana' }, 2],
  ]);
  await runner.stop();
});

test('a recurring task that was missed while nothing ran is made up for once', async () => {
  const missed = new Date(Date.now() - 5 * 60_000);

  await rows(`insert into graphile_worker._private_known_crontabs as known (identifier, known_since, last_execution)
              values ('nightly', now() - interval '2 days', now() - interval '10 minutes')`);
  let runs = 0;
  const tasks = {
    async nightly() {
      runs += 1;
    },
  };
  const runner = start(tasks, [
    { task: 'nightly', schedule: `${missed.getUTCMinutes()} ${missed.getUTCHours()} * * *` },
  ]);
  await until(() => runs > 0);
  await runner.stop();
  expect(runs).toBe(1);
});

test('stopping waits for the job under way', async () => {
  let begun = false;
  let ended = false;
  const runner = start({
    async slow() {
      begun = true;
      await sleep(300);
      ended = true;
    },
  });
  await addJob('slow');
  await until(() => begun);
  await runner.stop();
  expect(ended).toBe(true);
  expect(await rows(`select count(*) from graphile_worker.jobs where task_identifier = 'slow'`)).toEqual([
    ['0'],
  ]);
});

test('a job of a process that was killed is taken up by another', async () => {
  await addJob('orphaned');
  await rows(
    `update graphile_worker._private_jobs set locked_by = 'pool-of-the-dead', locked_at = now(), attempts = 1`,
  );
  const attempts: number[] = [];
  const runner = start({
    async orphaned(_payload, { attempt }) {
      attempts.push(attempt);
    },
  });
  await until(() => attempts.length === 1);
  expect(attempts).toEqual([2]);
  await runner.stop();
});

test('a job of a living process is left to it', async () => {
  let begun = 0;
  let mayEnd = false;
  const long: Task = async () => {
    begun += 1;
    await until(() => mayEnd);
  };
  const first = start({ long });
  await addJob('long');
  await until(() => begun === 1);
  let isUp = false;
  const second = start({
    long,
    async marker() {
      isUp = true;
    },
  });
  await addJob('marker');
  await until(() => isUp);
  await sleep(200);
  mayEnd = true;
  await Promise.all([first.stop(), second.stop()]);
  expect(begun).toBe(1);
});

test('the runner goes on after its connections are lost', async () => {
  let runs = 0;
  const runner = start({
    async again() {
      runs += 1;
    },
  });
  await addJob('again');
  await until(() => runs === 1);
  await rows(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await addJob('again');
  await until(() => runs === 2);
  await runner.stop();
});

test('two processes share the jobs there are, and do each once', async () => {
  const done: [unknown, number][] = [];
  const open = () => openDatabase({ target: db.target, log: silentLog });
  const databases = [open(), open()];
  const runners = databases.map((database, runner) =>
    runJobs({
      database,
      log: silentLog,
      tasks: {
        count: async ({ number }) => {
          await sleep(1);
          done.push([number, runner]);
        },
      },
    }),
  );
  const numbers = Array.from({ length: 200 }, (_, i) => i);
  await db.database.transaction(async (transaction) => {
    for (const number of numbers) await transaction.addJob({ task: 'count', payload: { number } });
  });
  await until(
    async () => (await rows("select from graphile_worker.jobs where task_identifier = 'count'")).length === 0,
  );
  expect(done.map(([number]) => number).toSorted((a, b) => Number(a) - Number(b))).toEqual(numbers);
  await Promise.all(runners.map((runner) => runner.stop()));
  await Promise.all(databases.map((database) => database.close()));
});
