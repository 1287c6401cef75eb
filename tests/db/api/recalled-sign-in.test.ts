import { community } from '@muster/community';
import type { Session } from '@muster/records';
import { systemPrincipal } from '@muster/records';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const DATA = '/services/data/v60.0';
const ARTICLES = `${DATA}/query?q=${encodeURIComponent('SELECT Title FROM Knowledge__kav')}`;
const NONE = `${DATA}/query?q=${encodeURIComponent("SELECT Title FROM Knowledge__kav WHERE Title = 'absent'")}`;

let server: TestServer;
let system: Session;
let userId: string;
let assignment: string;
let reader: ApiClient;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [community] });
  system = server.instance.records.openSession(systemPrincipal(server.instance.org), { key: 'test' });
  const profile = await system.row<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard'");
  userId = await system.create('User', {
    Username: 'reader@test.example',
    LastName: 'Reader',
    Alias: 'reader',
    Email: 'reader@test.example',
    CommunityNickname: 'reader',
    ProfileId: profile.Id,
    TimeZoneSidKey: 'UTC',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  await system.create('Knowledge__kav', {
    Title: 'Boots',
    UrlName: 'boots',
    Language: 'en_US',
    PublishStatus: 'Online',
  });
});
afterAll(() => server?.close());

/** A program that has asked before, so that its sign-in is known from memory. */
beforeEach(async () => {
  const set = await system.row<{ Id: string }>(
    "SELECT Id FROM PermissionSet WHERE Name = 'Knowledge_Reader'",
  );
  assignment = await system.create('PermissionSetAssignment', {
    AssigneeId: userId,
    PermissionSetId: set.Id,
  });
  reader = await apiClient(server, 'reader@test.example');
  await reader.call('GET', ARTICLES);
  expect((await reader.call('GET', ARTICLES)).body).toMatchObject({ totalSize: 1 });
  return async () => {
    await system.delete('PermissionSetAssignment', [assignment], { allOrNone: false });
  };
});

/** As another process of the same agency would do it. */
const elsewhere = (text: string) =>
  server.instance.store.database.rows({
    text: text.replaceAll(':org', server.instance.org.schema),
    values: [],
  });

/** Reads with rows, reads without, answers made without reading, and refusals. */
const READS = [
  ARTICLES,
  NONE,
  `${DATA}/sobjects`,
  `${DATA}/sobjects/Knowledge__kav/describe`,
  `${DATA}/sobjects/None__c`,
];

describe('a sign-in known from memory', () => {
  it.each(READS)('is over at once when another process ended it: %s', async (path) => {
    expect((await reader.call('GET', path)).status).not.toBe(401);
    await elsewhere(`update ":org"._session set revoked_at = now() where user_id = '${userId}'`);
    const answer = await reader.call('GET', path);
    expect([answer.status, answer.body[0].errorCode]).toEqual([401, 'INVALID_SESSION_ID']);
  });

  it('is over at once when it has been idle too long', async () => {
    await elsewhere(
      `update ":org"._session set idle_expires_at = now() - interval '1 second' where user_id = '${userId}'`,
    );
    expect((await reader.call('GET', ARTICLES)).status).toBe(401);
  });

  it('reads no more than the rights of now', async () => {
    await system.delete('PermissionSetAssignment', [assignment]);
    expect((await reader.call('GET', ARTICLES)).body[0].errorCode).toBe('INVALID_TYPE');
    expect((await reader.call('GET', NONE)).body[0].errorCode).toBe('INVALID_TYPE');
    expect((await reader.call('GET', `${DATA}/sobjects`)).body.sobjects).toEqual([]);
  });

  it('ends with the account', async () => {
    await system.change('User', userId, { IsActive: false });
    expect((await reader.call('GET', ARTICLES)).status).toBe(401);
    await system.change('User', userId, { IsActive: true });
  });

  it('answers everything it answered before', async () => {
    const { body } = await reader.call('GET', ARTICLES);
    const url = body.records[0].attributes.url;
    expect((await reader.call('GET', `${url}?fields=Title`)).body).toMatchObject({ Title: 'Boots' });
    expect((await reader.call('GET', NONE)).body).toMatchObject({ totalSize: 0, done: true, records: [] });
    const counted = soql`SELECT Title, COUNT(Id) n FROM Knowledge__kav GROUP BY Title`;
    const groups = await reader.call('GET', `${DATA}/query?q=${encodeURIComponent(counted)}`);
    expect(groups.body.records).toMatchObject([{ Title: 'Boots', n: 1 }]);
    const total = await reader.call(
      'GET',
      `${DATA}/query?q=${encodeURIComponent('SELECT COUNT() FROM Knowledge__kav')}`,
    );
    expect(total.body.totalSize).toBe(1);
  });
});
