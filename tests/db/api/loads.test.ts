import { gzipSync } from 'node:zlib';
import type { Id } from '@muster/kernel';
import { type Session, systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type ApiClient, apiClient } from '../../support/api-client.js';
import { endOfJob } from '../../support/bulk-load.js';
import { createUser } from '../../support/create-user.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const base = '/services/data/v60.0/jobs';
const csvType = { 'content-type': 'text/csv' };

let server: TestServer;
let client: ApiClient;
let system: Session;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
  const { records, org } = server.instance;
  system = records.openSession(systemPrincipal(org), { key: 'test' });
});
afterAll(() => server?.close());

type Job = Answer['body'];

async function load(job: object, csv: string | Buffer, headers: object = {}): Promise<Job> {
  const made = await client.call('POST', `${base}/ingest`, {
    object: 'Account',
    operation: 'insert',
    ...job,
  });
  expect(made).toMatchObject({ status: 200 });
  const path = `${base}/ingest/${made.body.id}`;
  const upload = await client.call('PUT', `${path}/batches`, csv, { ...csvType, ...headers });
  expect(upload).toMatchObject({ status: 201 });
  await client.call('PATCH', path, { state: 'UploadComplete' });
  return endOfJob(client, path);
}

async function undo(id: Id): Promise<Job> {
  const { status, body } = await client.call('POST', `${base}/ingest/${id}/undo`);
  expect({ status, body }).toMatchObject({ status: 201, body: { operation: 'undo', undoOf: id } });
  return endOfJob(client, `${base}/ingest/${body.id}`);
}

const file = async (id: Id, name: string) =>
  String((await client.call('GET', `${base}/ingest/${id}/${name}`)).body);
const named = (like: string) =>
  system.rows<{ Id: Id; Name: string; Phone: string | null }>(
    `SELECT Id, Name, Phone FROM Account WHERE Name LIKE '${like}' ORDER BY Name`,
  );

describe('a dry run', () => {
  it('says what would become of each row, and keeps nothing', async () => {
    const job = await load({ checkOnly: true }, 'Name,Phone\nDry one,1\n,2\nDry three,3\n');
    expect(job).toMatchObject({
      state: 'JobComplete',
      checkOnly: true,
      numberRecordsProcessed: 3,
      numberRecordsFailed: 1,
      numberRecordsCreated: 2,
    });
    expect(job.undoableUntil).toBeUndefined();
    expect(await file(job.id, 'successfulResults')).toContain('\n"","true","Dry one","1"\n');
    const { body } = await client.call('GET', `${base}/ingest/${job.id}/errors`);
    expect(body.errors).toMatchObject([
      { row: 2, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }] },
    ]);
    expect(await named('Dry %')).toEqual([]);
  });

  it('is followed by the load of the same file', async () => {
    const dry = await load({ checkOnly: true }, 'Name\nFrom dry run\n');
    const { body } = await client.call('POST', `${base}/ingest`, {
      object: 'Account',
      operation: 'insert',
      contentOf: dry.id,
    });
    await client.call('PATCH', `${base}/ingest/${body.id}`, { state: 'UploadComplete' });
    const job = await endOfJob(client, `${base}/ingest/${body.id}`);
    expect(job).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 0 });
    expect(await named('From dry run')).toHaveLength(1);
  });
});

describe('an undo', () => {
  it('deletes what is new, and is done once', async () => {
    const rows = Array.from({ length: 2_100 }, (_, i) => `Undone ${i}`);
    const job = await load({}, `Name\n${rows.join('\n')}\n`);
    expect(job).toMatchObject({ numberRecordsCreated: 2_100, undoableUntil: expect.any(String) });
    const undone = await undo(job.id);
    expect(undone).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 2_100,
      numberRecordsFailed: 0,
    });
    expect(await named('Undone %')).toEqual([]);
    const again = await client.call('POST', `${base}/ingest/${job.id}/undo`);
    expect(again).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDJOBSTATE' }] });
    const after = await client.call('GET', `${base}/ingest/${job.id}`);
    expect(after.body).toMatchObject({ undoneBy: undone.id });
    expect(await file(undone.id, 'successfulResults')).toMatch(
      /^"sf__Id","sf__Created","Row","Action"\n"001\w{15}","false","2100","delete"\n/,
    );
  });

  it('puts former values back, but not over what was changed since', async () => {
    const made = await load({}, 'Name,Phone\nBefore one,1\nBefore two,\nBefore three,3\n');
    expect(made.numberRecordsFailed).toBe(0);
    const [one, three, two] = await named('Before %');
    const changed = await load(
      { operation: 'update' },
      `Id,Phone\n${one?.Id},11\n${two?.Id},22\n${three?.Id},33\n`,
    );
    await system.change('Account', three?.Id as Id, { Phone: '333' });
    const undone = await undo(changed.id);
    expect(undone).toMatchObject({ numberRecordsProcessed: 3, numberRecordsFailed: 1 });
    expect(await named('Before %')).toMatchObject([{ Phone: '1' }, { Phone: '333' }, { Phone: null }]);
    expect(await file(undone.id, 'failedResults')).toContain(
      `"${three?.Id}","PRECONDITION_FAILED:The record was changed after the load and stays as it is: --","3","restore"`,
    );
    const { body } = await client.call('GET', `${base}/ingest/${undone.id}/errors`);
    expect(body.errors).toMatchObject([{ row: 3 }]);
  });

  it('brings back what was deleted, and takes back an upsert in both of its parts', async () => {
    await load({ object: 'UpsertTable__c' }, 'Name,ExtId__c\nKept,U1\nDeleted,U2\n');
    const rows = await system.rows<{ Id: Id; Name: string }>(
      "SELECT Id, Name FROM UpsertTable__c WHERE ExtId__c IN ('U1', 'U2') ORDER BY Name",
    );
    const deleted = await load({ object: 'UpsertTable__c', operation: 'delete' }, `Id\n${rows[0]?.Id}\n`);
    const upserted = await load(
      { object: 'UpsertTable__c', operation: 'upsert', externalIdFieldName: 'ExtId__c' },
      'ExtId__c,Name\nU1,Renamed\nU3,New\n',
    );
    expect(upserted).toMatchObject({ numberRecordsProcessed: 2, numberRecordsCreated: 1 });
    expect((await undo(upserted.id)).numberRecordsFailed).toBe(0);
    expect((await undo(deleted.id)).numberRecordsFailed).toBe(0);
    const after = await system.rows("SELECT Name FROM UpsertTable__c WHERE ExtId__c LIKE 'U_' ORDER BY Name");
    expect(after).toEqual([{ Name: 'Deleted' }, { Name: 'Kept' }]);
  });

  it('is refused for a dry run, an undo and a job under way', async () => {
    const dry = await load({ checkOnly: true }, 'Name\nDry\n');
    const refused = await client.call('POST', `${base}/ingest/${dry.id}/undo`);
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_OPERATION' }] });
    const { body } = await client.call('POST', `${base}/ingest`, { object: 'Account', operation: 'insert' });
    const early = await client.call('POST', `${base}/ingest/${body.id}/undo`);
    expect(early).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDJOBSTATE' }] });
  });
});

describe('a file as people have it', () => {
  it('has columns of its own, days, times and numbers of its country, and is mended', async () => {
    const columns = [
      { column: 'Nombre', field: 'Name' },
      { column: 'Cierre', field: 'CloseDate' },
      { column: 'Importe', field: 'Amount' },
      { column: 'Fase', field: 'StageName' },
    ];
    const options = { columns, dateOrder: 'DMY', decimalSeparator: 'COMMA', columnDelimiter: 'SEMICOLON' };
    const job = await load(
      { object: 'Opportunity', ...options },
      'Nombre;Nota;Cierre;Importe;Fase\nPropia uno;x;31/12/2026;"1.234,50";Prospecting\nPropia dos;y;2026-31-12;7,5;Prospecting\n',
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    const saved = await system.rows("SELECT CloseDate, Amount FROM Opportunity WHERE Name LIKE 'Propia %'");
    expect(saved).toEqual([{ CloseDate: '2026-12-31', Amount: 1234.5 }]);
    const rows = await file(job.id, 'rowsToMend');
    expect(rows).toMatch(
      /^"Nombre";"Nota";"Cierre";"Importe";"Fase";"sf__Error"\n"Propia dos";"y";"2026-31-12";"7,5";"Prospecting";"JSON_PARSER_ERROR:.*"\n$/,
    );
    const mended = await load(
      { object: 'Opportunity', ...options },
      rows.replace('2026-31-12', '31.12.2026'),
    );
    expect(mended).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 0 });
  });

  it('has the line endings it came with, also in the rows to be mended', async () => {
    const job = await load({ lineEnding: 'CRLF' }, 'Name,Phone\r\n,10\r\nMended,11\r\n,12\r\n');
    const lines = (await file(job.id, 'rowsToMend')).split('\r\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      '"Name","Phone","sf__Error"',
      '"","10","REQUIRED_FIELD_MISSING',
      '"","12","REQUIRED_FIELD_MISSING',
      '',
    ]);
  });

  it('is in another charset when its type says so, and packed', async () => {
    const latin = Buffer.from('Name\nEncoded Peña\n', 'latin1');
    await load({}, latin, { 'content-type': 'text/csv; charset=windows-1252' });
    await load({}, gzipSync('Name\nEncoded packed\n'), { 'content-encoding': 'gzip' });
    await load({}, Buffer.from('\ufeffName\nEncoded 16\n', 'utf16le'));
    expect((await named('Encoded %')).map(({ Name }) => Name)).toEqual([
      'Encoded 16',
      'Encoded packed',
      'Encoded Peña',
    ]);
    const { body } = await client.call('POST', `${base}/ingest`, { object: 'Account', operation: 'insert' });
    const refused = await client.call('PUT', `${base}/ingest/${body.id}/batches`, latin, csvType);
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDBATCH' }] });
    expect((await client.call('GET', `${base}/ingest/${body.id}`)).status).toBe(200);
  });

  it('of more than 16 MB is taken', async () => {
    const row = `Large file,${'7'.repeat(30_000)}\n`;
    const options = { checkOnly: true, columns: [{ column: 'Name', field: 'Name' }] };
    const job = await load(options, `Name,Note\n${row.repeat(600)}`);
    expect(job).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 600,
      numberRecordsFailed: 0,
    });
  });
});

it('a job comes with its rows in one request', async () => {
  const form = new FormData();
  form.set('job', new Blob([JSON.stringify({ object: 'Account', operation: 'insert' })]));
  form.set('content', new Blob(['Name\nBy parts\n'], { type: 'text/csv' }), 'content');
  const response = await fetch(`${server.url}${base}/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}` },
    body: form,
  });
  const job = (await response.json()) as { id: Id; state: string };
  expect(job.state).toBe('UploadComplete');
  expect(await endOfJob(client, `${base}/ingest/${job.id}`)).toMatchObject({ numberRecordsProcessed: 1 });
  expect(await named('By parts')).toHaveLength(1);
});

it('mappings are kept by name for the next file', async () => {
  const path = `${base}/mappings/Account`;
  const mapping = { operation: 'insert', columns: [{ column: 'Firma', field: 'Name' }], dateOrder: 'DMY' };
  expect((await client.call('PUT', `${path}/From%20the%20register`, mapping)).status).toBe(204);
  const { body } = await client.call('GET', path);
  expect(body.mappings).toMatchObject([{ name: 'From the register', ...mapping }]);
  expect((await client.call('DELETE', `${path}/From%20the%20register`)).status).toBe(204);
  expect((await client.call('GET', path)).body.mappings).toEqual([]);
});

it('jobs of others are seen by who may change all data, and by nobody else', async () => {
  await createUser(system, 'importer@test.example', 'Standard');
  const other = await apiClient(server, 'importer@test.example');
  const list = await other.call('GET', `${base}/ingest`);
  expect(list.body.records).toEqual([]);
});
