import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { get as getTls, Agent as TlsAgent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@muster/kernel';
import { type RunningServer, readConfig, runServer } from '@muster/server';
import { openDatabase, openLocalFileStore } from '@muster/store';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call } from '../../support/api-client.js';
import { codeBlocks, readDoc } from '../../support/doc-file.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let test: TestDatabase;
let dataDir: string;
let server: RunningServer;
let tlsUrl = '';
const logged: string[] = [];
let requestId = '';

beforeAll(async () => {
  test = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'muster-stop-'));
  const config = readConfig({
    MUSTER_DATA_DIR: dataDir,
    MUSTER_STOP_DELAY: '2',
    PORT: '0',
    HTTPS_PORT: '0',
  });
  const database = openDatabase({ target: test.target, log: silentLog });
  const files = await openLocalFileStore(join(dataDir, 'files'));
  server = await runServer({
    config,
    store: { database, files, embedded: undefined, close: () => database.close() },
    log: pino({ level: 'info' }, { write: (line) => logged.push(line) }),
    say: (line) => {
      if (line.startsWith('https://')) tlsUrl = line;
    },
  });
});
afterAll(async () => {
  await test.drop();
  await rm(dataDir, { recursive: true });
});

const plain = new Agent({ keepAlive: true });
const tls = new TlsAgent({ keepAlive: true, rejectUnauthorized: false });

/** Status and whether the connection is kept, over a connection that the client would keep. */
function ask(path: string, secure = false): Promise<{ status: number | undefined; connection: string }> {
  return new Promise((resolve, reject) => {
    const answered = (response: IncomingMessage) => {
      response.resume();
      resolve({ status: response.statusCode, connection: response.headers.connection ?? '' });
    };
    const request = secure
      ? getTls(tlsUrl + path, { agent: tls }, answered)
      : get(server.url + path, { agent: plain }, answered);
    request.on('error', reject);
  });
}

/** Holds every reader of the oAuth clients up until it is let go. */
async function holdUp(): Promise<() => Promise<void>> {
  const client = await test.database.connect();
  await client.query(`begin; lock table ${test.org.schema}._oauth_client in access exclusive mode`);
  return () => client.end();
}

/** A request that reads that table. */
const SLOW =
  '/services/oauth2/authorize?response_type=code&client_id=PlatformCLI&redirect_uri=http%3A%2F%2Flocalhost%3A1%2FOauthRedirect&code_challenge=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';

it('says that it is not ready, answers what is under way, and only then ends', async () => {
  expect(await ask('/readyz')).toEqual({ status: 200, connection: 'keep-alive' });
  const letGo = await holdUp();
  let answered = 0;
  const slow = [ask(SLOW), ask(SLOW, true)].map((each) => each.finally(() => (answered += 1)));
  await expect.poll(() => waiting(test)).toBe(2);

  let hasEnded = false;
  const closed = server.close().finally(() => {
    hasEnded = true;
  });
  const refusal = await call(server.url, {}, 'GET', '/readyz');
  expect(refusal.status).toBe(503);
  requestId = refusal.headers.get('x-request-id') ?? '';
  expect(await ask('/healthz')).toEqual({ status: 200, connection: 'close' });
  await expect.poll(() => ask('/healthz').catch(() => 'refused'), { timeout: 10_000 }).toBe('refused');

  expect({ answered, hasEnded }).toEqual({ answered: 0, hasEnded: false });
  await letGo();
  for (const each of await Promise.all(slow))
    expect(each).toMatchObject({ status: 200, connection: 'close' });
  await closed;
});

it('logs a line for each request as the guide shows it, under the id of the answer', async () => {
  const [shown] = codeBlocks(readDoc('docs/operations.md')).filter(({ language }) => language === 'json');
  const lines = logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
  expect(Object.keys(lines[0])).toEqual(Object.keys(JSON.parse(shown?.code ?? '{}')));
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(lines.filter((line) => line.requestId === requestId)).toMatchObject([
    { path: '/readyz', status: 503 },
  ]);
});

async function waiting({ database }: TestDatabase): Promise<number> {
  const [row] = await database.rows({
    text: "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    values: [],
  });
  return Number(row?.[0]);
}
