import { purgeExpired } from '@muster/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 10, 25, 3, 37);

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.drop());

const at = (ago: number) => `timestamptz '${new Date(now - ago).toISOString()}'`;

async function run(text: string): Promise<readonly (string | null)[]> {
  const rows = await test.database.rows({ text: text.replaceAll(':org', test.org.schema), values: [] });
  return rows.map(([first]) => first ?? null);
}

/** Each table with a row that is past its time and one that is not. */
const tables: Readonly<
  Record<string, { readonly insert: string; readonly key: string; readonly left: string[] }>
> = {
  _client_key: {
    insert: `(user_id, key, request_hash, created_at) values ('u', 'old', 'h', ${at(31 * DAY)}), ('u', 'new', 'h', ${at(29 * DAY)})`,
    key: 'key',
    left: ['new'],
  },
  _session: {
    insert: `(token_hash, user_id, kind, purpose, idle_expires_at, absolute_expires_at, revoked_at) values
      ('ended', 'u', 'api', 'p', ${at(25 * HOUR)}, ${at(0)}, null),
      ('revoked', 'u', 'api', 'p', ${at(-HOUR)}, ${at(-DAY)}, ${at(25 * HOUR)}),
      ('just ended', 'u', 'api', 'p', ${at(HOUR)}, ${at(-DAY)}, null),
      ('open', 'u', 'api', 'p', ${at(-HOUR)}, ${at(-DAY)}, null)`,
    key: 'token_hash',
    left: ['just ended', 'open'],
  },
  _verification: {
    insert: `(code_hash, purpose, address, expires_at) values
      ('old', 'confirm-code', 'a', ${at(25 * HOUR)}), ('new', 'confirm-code', 'a', ${at(HOUR)})`,
    key: 'code_hash',
    left: ['new'],
  },
  _oauth_grant: {
    insert: `(grant_hash, kind, client_id, user_id, expires_at) values
      ('old', 'refresh', 'PlatformCLI', 'u', ${at(25 * HOUR)}), ('new', 'refresh', 'PlatformCLI', 'u', ${at(-DAY)})`,
    key: 'grant_hash',
    left: ['new'],
  },
  _query_cursor: {
    insert: `(id, user_id, soql, include_deleted, batch_size, total_size, expires_at) values
      ('old', 'u', 'q', false, 1, 1, ${at(HOUR)}), ('new', 'u', 'q', false, 1, 1, ${at(-HOUR)})`,
    key: 'id',
    left: ['new'],
  },
  _sign_in_attempt: {
    insert: `(key, failed_count, failed_at, blocked_until) values
      ('old', 1, ${at(25 * HOUR)}, null), ('waits', 9, ${at(25 * HOUR)}, ${at(-HOUR)}), ('new', 1, ${at(HOUR)}, null)`,
    key: 'key',
    left: ['new', 'waits'],
  },
  _bulk_job: {
    insert: `(id, user_id, purpose, object, operation, column_delimiter, line_ending, api_version, state, created_at, modified_at) values
      ('old', 'u', 'p', 'Account', 'insert', 'COMMA', 'LF', 60, 'JobComplete', ${at(114 * DAY)}, ${at(0)}),
      ('new', 'u', 'p', 'Account', 'insert', 'COMMA', 'LF', 60, 'Open', ${at(14 * DAY)}, ${at(0)})`,
    key: 'id',
    left: ['new'],
  },
  _bulk_batch_job: {
    insert: `(id, user_id, purpose, object, operation, content_type, concurrency_mode, api_version, state, created_at, modified_at) values
      ('old', 'u', 'p', 'Account', 'insert', 'CSV', 'Parallel', 60, 'Closed', ${at(8 * DAY)}, ${at(8 * DAY)}),
      ('new', 'u', 'p', 'Account', 'insert', 'CSV', 'Parallel', 60, 'Closed', ${at(6 * DAY)}, ${at(6 * DAY)})`,
    key: 'id',
    left: ['new'],
  },
  _bulk_query: {
    insert: `(id, user_id, object, operation, soql, column_delimiter, line_ending, api_version, total_size, created_at) values
      ('old', 'u', 'Account', 'query', 'q', 'COMMA', 'LF', 60, 1, ${at(8 * DAY)}),
      ('new', 'u', 'Account', 'query', 'q', 'COMMA', 'LF', 60, 1, ${at(6 * DAY)})`,
    key: 'id',
    left: ['new'],
  },
  _deploy: {
    insert: `(kind, status, origin, options, requested_by, completed_at) values
      ('retrieve', 'Succeeded', 'api', '{}', 'old', ${at(8 * DAY)}), ('retrieve', 'Succeeded', 'api', '{}', 'new', ${at(6 * DAY)}),
      ('retrieve', 'Pending', 'api', '{}', 'waits', null), ('deploy', 'Succeeded', 'api', '{}', 'deploy', ${at(90 * DAY)})`,
    key: 'requested_by',
    left: ['deploy', 'new', 'waits'],
  },
  _export_log: {
    insert: `(user_id, query_id, object, soql, includes_deleted, total_size, created_at) values
      ('u', 'old', 'Account', 'q', false, 1, ${at(401 * DAY)}), ('u', 'new', 'Account', 'q', false, 1, ${at(399 * DAY)})`,
    key: 'query_id',
    left: ['new'],
  },
  _api_usage: {
    insert: `(day, requests) values ('2025-10-01', 1), ('2026-11-24', 1)`,
    key: 'day::text',
    left: ['2026-11-24'],
  },
};

it('deletes what is past its time in every table, says how much, and nothing else', async () => {
  for (const [table, { insert }] of Object.entries(tables)) await run(`insert into :org.${table} ${insert}`);
  const purged = await purgeExpired(test.database, test.org, now);
  expect([...purged.keys()].sort()).toEqual(Object.keys(tables).sort());
  for (const [table, { key, left }] of Object.entries(tables)) {
    expect(await run(`select ${key} from :org.${table} order by 1`), table).toEqual(left);
  }
  expect(purged.get('_session')).toBe(2);
});

it('deletes more than one statement takes', async () => {
  await run(`insert into :org._client_key (user_id, key, request_hash, created_at)
    select 'many', i::text, 'h', ${at(40 * DAY)} from generate_series(1, 12000) i`);
  expect((await purgeExpired(test.database, test.org, now)).get('_client_key')).toBe(12_000);
});
