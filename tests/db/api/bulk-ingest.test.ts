import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '@muster/kernel';
import { type Session, systemPrincipal } from '@muster/records';
import jsforce from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const base = '/services/data/v60.0/jobs/ingest';

let server: TestServer;
let client: ApiClient;
let system: Session;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
  const { records, org } = server.instance;
  system = records.openSession(systemPrincipal(org), { key: 'test' });
  await createUser(system, 'owner@test.example', 'Standard');
});
afterAll(() => server?.close());

const csvType = { 'content-type': 'text/csv' };

async function open(job: object): Promise<string> {
  const { status, body } = await client.call('POST', base, {
    object: 'Account',
    operation: 'insert',
    ...job,
  });
  expect({ status, body }).toMatchObject({ status: 200, body: { state: 'Open' } });
  return body.id;
}

async function ended(id: string): Promise<Answer['body']> {
  for (;;) {
    const { body } = await client.call('GET', `${base}/${id}`);
    if (!['UploadComplete', 'InProgress'].includes(body.state)) return body;
    await sleep(50);
  }
}

async function load(job: object, csv: string): Promise<Answer['body']> {
  const id = await open(job);
  expect((await client.call('PUT', `${base}/${id}/batches/`, csv, csvType)).status).toBe(201);
  expect((await client.call('PATCH', `${base}/${id}`, { state: 'UploadComplete' })).body.state).toBe(
    'UploadComplete',
  );
  return ended(id);
}

const results = async (id: string, name: string) =>
  String((await client.call('GET', `${base}/${id}/${name}/`)).body);

describe('a job', () => {
  it('is shown as clients expect it', async () => {
    const { body } = await client.call('POST', `${base}/`, { object: 'account', operation: 'insert' });
    expect(body).toMatchObject({
      id: expect.stringMatching(/^750.{15}$/),
      operation: 'insert',
      object: 'Account',
      state: 'Open',
      concurrencyMode: 'Parallel',
      contentType: 'CSV',
      apiVersion: 60,
      contentUrl: `services/data/v60.0/jobs/ingest/${body.id}/batches`,
      lineEnding: 'LF',
      columnDelimiter: 'COMMA',
    });
    const list = await client.call('GET', base);
    expect(list.body.records[0].id).toBe(body.id);
    expect((await client.call('DELETE', `${base}/${body.id.slice(0, 15)}`)).status).toBe(204);
    expect((await client.call('GET', `${base}/${body.id}`)).status).toBe(404);
  });

  it('saves what can be saved and says of each row what became of it', async () => {
    const job = await load({}, 'NAME,Phone\nBulk one,1\n,2\n"Bulk ""two"", of\nthree",#N/A\n');
    expect(job).toMatchObject({
      state: 'JobComplete',
      jobType: 'V2Ingest',
      numberRecordsProcessed: 3,
      numberRecordsFailed: 1,
      retries: 0,
    });
    const successful = await results(job.id, 'successfulResults');
    expect(successful.split('\n')[0]).toBe('"sf__Id","sf__Created","NAME","Phone"');
    expect(successful).toMatch(
      /\n"001.{15}","true","Bulk one","1"\n"001.{15}","true","Bulk ""two"", of\nthree","#N\/A"\n$/,
    );
    expect(await results(job.id, 'failedResults')).toBe(
      '"sf__Id","sf__Error","NAME","Phone"\n"","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --","","2"\n',
    );
    expect(await results(job.id, 'unprocessedrecords')).toBe('"NAME","Phone"\n');
    const rows = await system.rows("SELECT Name, Phone FROM Account WHERE Name LIKE 'Bulk %' ORDER BY Name");
    expect(rows).toEqual([
      { Name: 'Bulk "two", of\nthree', Phone: null },
      { Name: 'Bulk one', Phone: '1' },
    ]);
  });

  it('updates, upserts and deletes; an upsert by Id without ids inserts', async () => {
    const made = await load(
      { object: 'UpsertTable__c', operation: 'upsert', externalIdFieldName: 'Id' },
      'Name\nUp one\nUp two\n',
    );
    expect(made).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 0 });
    const [one, two] = await system.rows<{ Id: Id }>(
      "SELECT Id FROM UpsertTable__c WHERE Name LIKE 'Up %' ORDER BY Name",
    );
    await load(
      { object: 'UpsertTable__c', operation: 'update' },
      `Id,ExtId__c\n${one?.Id},X1\n${two?.Id},X2\n`,
    );
    const upsert = await load(
      { object: 'UpsertTable__c', operation: 'upsert', externalIdFieldName: 'ExtId__c' },
      'ExtId__c,Name,Parent__r.ExtId__c\nX1,Up 1,\nX3,Up three,X2\n',
    );
    expect(upsert.numberRecordsFailed).toBe(0);
    expect(await results(upsert.id, 'successfulResults')).toMatch(/"false","X1".*"true","X3"/s);
    const deleted = await load(
      { object: 'UpsertTable__c', operation: 'delete' },
      `Id\n${one?.Id}\nnothing\n`,
    );
    expect(deleted).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    expect(
      await system.rows(
        "SELECT Name, Parent__r.Name FROM UpsertTable__c WHERE Name LIKE 'Up %' ORDER BY Name",
      ),
    ).toEqual([
      { Name: 'Up three', Parent__r: { Name: 'Up two' } },
      { Name: 'Up two', Parent__r: null },
    ]);
  });

  it('finds owners by username and by the kind that is named', async () => {
    const job = await load(
      { object: 'UpsertTable__c' },
      'Name,Owner.Username\nOwned one,owner@test.example\nOwned two,nobody@test.example\n',
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    const typed = await load(
      { object: 'UpsertTable__c' },
      'Name,User:Owner.Username\nOwned three,owner@test.example\n',
    );
    expect(typed.numberRecordsFailed).toBe(0);
    const rows = await system.rows(
      "SELECT Name, Owner.Name FROM UpsertTable__c WHERE Name LIKE 'Owned %' ORDER BY Name",
    );
    expect(rows).toEqual([
      { Name: 'Owned one', Owner: { Name: 'owner' } },
      { Name: 'Owned three', Owner: { Name: 'owner' } },
    ]);
  });

  it.each(['', 'Name\n'])('of nothing is complete: %j', async (csv) => {
    expect(await load({}, csv)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 0 });
  });

  it('works on more than one chunk', async () => {
    const rows = Array.from({ length: 4_500 }, (_, i) => `Chunk ${i}`);
    const job = await load(
      { lineEnding: 'CRLF', columnDelimiter: 'BACKQUOTE' },
      `Name\`Phone\r\n${rows.map((name) => `${name}\`5`).join('\r\n')}\r\n`,
    );
    expect(job).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 4_500,
      numberRecordsFailed: 0,
    });
    const [counted] = await system.rows<{ n: number }>(
      "SELECT COUNT(Id) n FROM Account WHERE Name LIKE 'Chunk %' AND Phone = '5'",
    );
    expect(counted?.n).toBe(4_500);
    expect((await results(job.id, 'successfulResults')).split('\r\n')).toHaveLength(4_502);
  });
});

it('jsforce loads by it', async () => {
  const connection = new jsforce.Connection({
    instanceUrl: server.url,
    accessToken: client.token,
    version: '60.0',
  });
  const loaded = await connection.bulk2.loadAndWaitForResults({
    object: 'Account',
    operation: 'insert',
    input: [
      { Name: 'By jsforce', Phone: '3' },
      { Name: '', Phone: '4' },
    ],
    pollInterval: 50,
    pollTimeout: 10_000,
  });
  expect(loaded.successfulResults).toMatchObject([{ sf__Created: 'true', Name: 'By jsforce' }]);
  expect(loaded.failedResults).toMatchObject([
    { sf__Error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --' },
  ]);
  expect(loaded.unprocessedRecords).toEqual([]);
});

describe('what cannot be', () => {
  it('a job for another state, a second upload, an unknown object or field', async () => {
    const id = await open({});
    await client.call('PUT', `${base}/${id}/batches`, 'Name\na\n', csvType);
    const again = await client.call('PUT', `${base}/${id}/batches`, 'Name\nb\n', csvType);
    expect(again).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDJOBSTATE' }] });
    await client.call('PATCH', `${base}/${id}`, { state: 'Aborted' });
    const late = await client.call('PATCH', `${base}/${id}`, { state: 'UploadComplete' });
    expect(late).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDJOBSTATE' }] });
    expect(await results(id, 'unprocessedRecords')).toBe('"Name"\n"a"\n');

    const nothing = await client.call('POST', base, { object: 'Nothing__c', operation: 'insert' });
    expect(nothing).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDENTITY' }] });
    const field = { object: 'Account', operation: 'upsert', externalIdFieldName: 'Nothing__c' };
    expect((await client.call('POST', base, field)).status).toBe(404);
  });

  it('E05: lines or columns that are not parted as the job says; the message names the setting', async () => {
    const lines = await load({ lineEnding: 'LF' }, 'Name,Phone\r\nE05,1\r\n');
    expect(lines).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringContaining('LineEnding setting is LF'),
    });
    const quoted = await load({ lineEnding: 'LF' }, '"Name","Phone"\r\n"E05","1"\r\n');
    expect(quoted.errorMessage).toContain('LineEnding setting is LF');
    const columns = await load({}, 'Name|Phone\nE05|1\n');
    expect(columns).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringContaining('ColumnDelimiter setting is COMMA'),
    });
    expect(await system.rows("SELECT Id FROM Account WHERE Name LIKE 'E05%'")).toEqual([]);
  });

  it('E09: a text that is no date fails its row alone', async () => {
    const job = await load(
      { object: 'Opportunity' },
      'Name,StageName,CloseDate\nE09 bad,Prospecting,NA\nE09 good,Prospecting,2026-12-01\n',
    );
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    expect(await results(job.id, 'failedResults')).toMatch(/NA.*CloseDate --/s);
  });

  it('E13: the same external id twice in one file fails the second time', async () => {
    const job = await load(
      { object: 'UpsertTable__c', operation: 'upsert', externalIdFieldName: 'ExtId__c' },
      'ExtId__c,Name\nE13,one\nE13,two\n',
    );
    expect(job.numberRecordsFailed).toBe(1);
    expect(await results(job.id, 'failedResults')).toMatch(/Duplicate external id specified: E13.*"two"/s);
  });

  it('a row with more values than columns', async () => {
    const job = await load({}, 'Name\nWide one,2\nWide two\n');
    expect(job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
  });

  it('somebody else’s job, and records out of a user’s rights', async () => {
    const userId = await createUser(system, 'loader@test.example', 'Standard');
    const loader = await apiClient(server, 'loader@test.example');
    const id = await open({});
    expect((await loader.call('GET', `${base}/${id}`)).status).toBe(404);
    const refused = await loader.call('POST', base, { object: 'Account', operation: 'insert' });
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDENTITY' }] });
    expect(userId).toMatch(/^005/);
  });
});

describe('a job that was cut short', () => {
  const parts = () => ({
    findPrincipal: server.instance.signIn.findPrincipal,
    log: { info() {}, warn() {}, error() {}, debug() {} },
  });

  it('goes on behind the last chunk, and no row is saved twice', async () => {
    const { records } = server.instance;
    const { bulk } = records;
    const admin = await server.instance.signIn.credentials.findUserId(server.admin.username);
    if (admin === undefined) throw new Error('There is an administrator');
    const form = {
      object: 'Account',
      operation: 'insert',
      externalIdField: undefined,
      columnDelimiter: 'COMMA',
      lineEnding: 'LF',
      apiVersion: 60,
    } as const;
    const { id } = await bulk.create({ userId: admin, purpose: 'test' }, form);
    const csv = `Name\n${Array.from({ length: 5_000 }, (_, i) => `Resumed ${i}`).join('\n')}\n`;
    const { hash } = await server.instance.store.files.put(Buffer.from(csv));
    await bulk.upload(id, hash);
    await server.instance.store.database.rows({
      text: `update ${server.instance.org.schema}._bulk_job set state = 'UploadComplete' where id = $1`,
      values: [id],
    });
    const stop = new AbortController();
    const isCut = records.runBulkJob(id, parts(), { attempt: 1, signal: stop.signal });
    while ((await bulk.chunksDone(id)) === 0) await sleep(5);
    stop.abort();
    await isCut.catch(() => undefined);
    expect(await bulk.find(id)).toMatchObject({ state: 'InProgress' });
    await records.runBulkJob(id, parts(), { attempt: 2, signal: new AbortController().signal });
    expect(await bulk.find(id)).toMatchObject({ state: 'JobComplete', processed: 5_000, failed: 0 });
    const [counted] = await system.rows<{ n: number }>(
      "SELECT COUNT(Id) n FROM Account WHERE Name LIKE 'Resumed %'",
    );
    expect(counted?.n).toBe(5_000);
  });
});
