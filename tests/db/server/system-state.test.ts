import { secureRandom } from '@muster/kernel';
import { systemPrincipal } from '@muster/records';
import { createRecruiting } from '@muster/recruiting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { runJobs } from '../../support/run-jobs.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const SETUP = '/services/data/v67.0/setup';
let server: TestServer;
let admin: ApiClient;
let clerk: ApiClient;
let isMailServerUp = false;

beforeAll(async () => {
  server = await startTestServer({
    createSolutions: ({ files }) => [
      createRecruiting({
        transport: {
          send: async () => {
            if (!isMailServerUp) throw new Error('connect ECONNREFUSED 192.0.2.1:25');
          },
        },
        files,
        random: secureRandom,
      }),
    ],
  });
  const { records, org } = server.instance;
  const system = records.openSession(systemPrincipal(org), { key: 'test' });
  await createUser(system, 'clerk@test.example', 'Standard');
  admin = await apiClient(server);
  clerk = await apiClient(server, 'clerk@test.example');
});
afterAll(() => server?.close());

describe('the state of the system', () => {
  it('is nobody’s business without the permission', async () => {
    const paths = ['health', 'jobs', 'schedule', 'bulkjobs', 'mail'];
    const answers = await Promise.all(paths.map((path) => clerk.call('GET', `${SETUP}/${path}`)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 403));
    expect((await clerk.call('POST', `${SETUP}/jobs/1/retry`, {})).status).toBe(403);
    expect((await clerk.call('POST', `${SETUP}/mail/test`, { to: 'a@b.example' })).status).toBe(403);
  });

  it('tells versions, database, disk and what waits', async () => {
    const { body } = await admin.call('GET', `${SETUP}/health`);
    expect(body).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      isReady: true,
      database: { version: expect.stringMatching(/^\d+/), isEmbedded: false },
      jobs: { failed: 0 },
      mail: { failed: expect.any(Number) },
    });
    expect(body.database.size).toBeGreaterThan(1_000_000);
    expect(body.disk.free).toBeLessThanOrEqual(body.disk.total);
  });

  it('has every clock job with its next run', async () => {
    const { tasks } = (await admin.call('GET', `${SETUP}/schedule`)).body;
    const names = tasks.map(({ jobType }: { jobType: string }) => jobType);
    expect(names).toEqual(expect.arrayContaining(['platform.purge-expired', 'recruiting.outbox']));
    for (const { nextFireTime } of tasks)
      expect(Date.parse(nextFireTime)).toBeGreaterThan(Date.now() - 60_000);
  });
});

describe('a job that failed', () => {
  it('is shown with its error, and runs again when somebody asks', async () => {
    const { database } = server.instance.store;
    const [row] = await database.rows({
      text: `insert into graphile_worker._private_tasks (identifier) values ('test.nowhere')
        on conflict (identifier) do update set identifier = excluded.identifier returning id`,
      values: [],
    });
    const [job] = await database.rows({
      text: `insert into graphile_worker._private_jobs (task_id, payload, attempts, max_attempts, last_error)
        values ($1, '{}', 3, 3, 'The roof leaks') returning id`,
      values: [row?.[0] ?? null],
    });
    const id = job?.[0] ?? '';
    const find = async () =>
      (await admin.call('GET', `${SETUP}/jobs`)).body.jobs.find((each: { id: string }) => each.id === id);
    expect(await find()).toMatchObject({
      jobType: 'test.nowhere',
      status: 'Failed',
      attempts: 3,
      extendedStatus: 'The roof leaks',
    });
    expect((await admin.call('GET', `${SETUP}/health`)).body.jobs.failed).toBe(1);
    expect((await admin.call('POST', `${SETUP}/jobs/${id}/retry`, {})).status).toBe(204);
    expect(await find()).toMatchObject({ attempts: 0 });
    expect((await admin.call('POST', `${SETUP}/jobs/999999999/retry`, {})).status).toBe(404);
  });
});

describe('mail', () => {
  it('that failed says why, and leaves when it is tried again', async () => {
    const odd = await admin.call('POST', `${SETUP}/mail/test`, { to: 'nobody' });
    expect(odd.body[0].errorCode).toBe('INVALID_EMAIL_ADDRESS');
    expect((await admin.call('POST', `${SETUP}/mail/test`, { to: 'ewa@mail.example' })).status).toBe(204);
    const find = async () => {
      await runJobs(server);
      const { outbox } = (await admin.call('GET', `${SETUP}/mail`)).body;
      return outbox.find(({ to }: { to: string }) => to === 'ewa@mail.example');
    };
    await expect.poll(find, { timeout: 20_000 }).toMatchObject({
      state: 'Failed',
      failure: 'connect ECONNREFUSED 192.0.2.1:25',
    });
    isMailServerUp = true;
    const { id } = await find();
    expect((await admin.call('POST', `${SETUP}/mail/${id}/retry`, {})).status).toBe(204);
    await expect.poll(find, { timeout: 20_000 }).toMatchObject({ state: 'Sent', failure: null });
    expect((await admin.call('POST', `${SETUP}/mail/${id}/retry`, {})).status).toBe(404);
  });
});
