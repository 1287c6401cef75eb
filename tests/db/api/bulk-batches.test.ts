import { setTimeout as sleep } from 'node:timers/promises';
import jsforce from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
let connection: jsforce.Connection;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  connection = new jsforce.Connection({ loginUrl: server.url, version: '60.0' });
  await connection.login(server.admin.username, server.admin.password);
  connection.bulk.pollInterval = 50;
});
afterAll(() => server?.close());

/** Calls the API as programs do that were written for it. */
async function call(method: string, path: string, body?: string, type = 'application/xml', headers = {}) {
  const response = await fetch(`${server.url}/services/async/60.0/job${path}`, {
    method,
    headers: { 'x-sfdc-session': connection.accessToken ?? '', 'content-type': type, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

const tag = (text: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];

async function openJob(members: Readonly<Record<string, string>>): Promise<string> {
  const body = Object.entries({ object: 'Account', contentType: 'CSV', ...members })
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
  const { status, text } = await call(
    'POST',
    '',
    `<jobInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload">${body}</jobInfo>`,
  );
  expect({ status, text }).toMatchObject({ status: 201 });
  return tag(text, 'id') ?? '';
}

/** Waits for a batch of a job whose answers are XML, and gives its results. */
async function resultsOf(job: string, batch: string): Promise<string> {
  for (;;) {
    const { text } = await call('GET', `/${job}/batch/${batch}`);
    if (/<state>(Completed|Failed)</.test(text)) break;
    await sleep(50);
  }
  return (await call('GET', `/${job}/batch/${batch}/result`)).text;
}

describe('jsforce', () => {
  it('loads, changes, finds and deletes many records', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => ({ Name: `Bulk ${i}`, NumberOfEmployees: String(i) }));
    const made = await connection.bulk.load('Account', 'insert', [...rows, { Name: '' }]);
    expect(made.slice(0, 250).every(({ success }) => success)).toBe(true);
    expect(made[250]).toMatchObject({
      id: null,
      success: false,
      errors: ['REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --'],
    });
    const records = await (
      await connection.bulk.query(
        "SELECT Id, Name, Owner.Name, CreatedDate FROM Account WHERE Name LIKE 'Bulk %' ORDER BY Name",
      )
    ).toArray();
    expect(records).toHaveLength(250);
    expect(records[0]).toMatchObject({ Name: 'Bulk 0', 'Owner.Name': 'Administrator' });
    expect(records[0]?.CreatedDate).toMatch(/^\d{4}-.*\.000Z$/);
    const ids = records.map(({ Id }) => ({ Id: String(Id) }));
    const changed = await connection.bulk.load(
      'Account',
      'update',
      ids.map((id) => ({ ...id, Phone: '1' })),
    );
    expect(changed.every(({ success }) => success)).toBe(true);
    expect((await connection.bulk.load('Account', 'delete', ids)).every(({ success }) => success)).toBe(true);
    expect(await connection.sobject('Account').count({ Name: { $like: 'Bulk %' } })).toBe(0);
  });

  it('finds records by an external id, and parents by theirs', async () => {
    const options = { extIdField: 'ExtId__c' };
    const rows = [
      { ExtId__c: 'a', Name: 'A' },
      { ExtId__c: 'b', Name: 'B' },
    ];
    await connection.bulk.load('UpsertTable__c', 'upsert', options, rows);
    const linked = [{ ExtId__c: 'b', 'Parent__r.ExtId__c': 'a' }];
    const [result] = await connection.bulk.load('UpsertTable__c', 'upsert', options, linked);
    expect(result).toMatchObject({ success: true });
    const [row] = await connection.sobject('UpsertTable__c').find({ ExtId__c: 'b' }, 'Parent__r.Name');
    expect(row).toMatchObject({ Parent__r: { Name: 'A' } });
  });

  it('is told that a batch holds nothing', async () => {
    const job = connection.bulk.createJob('Account', 'insert');
    await job.open();
    await expect(job.createBatch().execute('')).rejects.toMatchObject({ name: 'ClientInputError' });
  });
});

describe('jobs', () => {
  it('say in the format of the request what they are and how far', async () => {
    const id = await openJob({ operation: 'insert', concurrencyMode: '0' });
    const { text: batchText, status } = await call(
      'POST',
      `/${id}/batch`,
      'Name\r\nCRLF\r\n',
      'text/csv; charset=UTF-8',
    );
    expect(status).toBe(201);
    const batch = tag(batchText, 'id') ?? '';
    expect(batchText).toMatch(
      /<batchInfo xmlns="http:\/\/www\.force\.com\/2009\/06\/asyncapi\/dataload"[^>]*><id>751/,
    );
    const closed = await call('POST', `/${id}`, '{"state":"Closed"}', 'application/json');
    expect(JSON.parse(closed.text)).toMatchObject({
      id,
      state: 'Closed',
      object: 'Account',
      numberBatchesTotal: 1,
    });
    expect(await resultsOf(id, batch)).toMatch(
      /^"Id","Success","Created","Error"\n"001\w{15}","true","true",""\n$/,
    );
    const { text } = await call('GET', `/${id}`);
    expect(text).toContain('<numberBatchesCompleted>1</numberBatchesCompleted>');
    expect(text).toContain('<numberRecordsProcessed>1</numberRecordsProcessed>');
    expect(text).toContain('<apiVersion>60.0</apiVersion>');
    expect((await call('GET', `/${id}/batch/${batch}/request`)).text).toBe('Name\r\nCRLF\r\n');
    expect((await call('GET', `/${id}/batch`)).text).toMatch(/<batchInfoList[^>]*><batchInfo><id>/);
    expect((await call('POST', `/${id}/batch`, 'Name\nLate\n', 'text/csv')).text).toContain(
      '<exceptionCode>InvalidJobState</exceptionCode>',
    );
    expect(await connection.request('/services/data/v60.0/jobs/ingest')).toMatchObject({ records: [] });
  });

  it('take and give JSON, with instants as milliseconds', async () => {
    const json = 'application/json';
    const { text } = await call(
      'POST',
      '',
      '{"operation":"insert","object":"Contact","contentType":"JSON"}',
      json,
    );
    const { id, apiVersion } = JSON.parse(text);
    expect(apiVersion).toBe(60);
    const rows = [
      { LastName: 'Orr', Email: null, Owner: { Username: server.admin.username } },
      { FirstName: 'No' },
    ];
    const batch = JSON.parse((await call('POST', `/${id}/batch`, JSON.stringify(rows), json)).text);
    let info = batch;
    while (info.state !== 'Completed') {
      await sleep(50);
      info = JSON.parse((await call('GET', `/${id}/batch/${batch.id}`)).text);
    }
    const results = JSON.parse((await call('GET', `/${id}/batch/${batch.id}/result`)).text);
    expect(results).toMatchObject([
      { id: expect.stringMatching(/^003/), success: true, created: true, errors: [] },
      { id: null, success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }] },
    ]);
    const query = JSON.parse(
      (await call('POST', '', '{"operation":"query","object":"Contact","contentType":"JSON"}', json)).text,
    );
    const soql = "SELECT Id, LastName, CreatedDate, Account.Name FROM Contact WHERE LastName = 'Orr'";
    const found = JSON.parse((await call('POST', `/${query.id}/batch`, soql, json)).text);
    const [result] = JSON.parse((await call('GET', `/${query.id}/batch/${found.id}/result`)).text);
    const records = JSON.parse((await call('GET', `/${query.id}/batch/${found.id}/result/${result}`)).text);
    expect(records).toMatchObject([
      {
        attributes: { type: 'Contact' },
        Id: results[0].id,
        LastName: 'Orr',
        CreatedDate: expect.any(Number),
        Account: null,
      },
    ]);
  });

  it('take and give XML', async () => {
    const id = await openJob({
      operation: 'upsert',
      object: 'UpsertTable__c',
      externalIdFieldName: 'ExtId__c',
      contentType: 'XML',
    });
    const rows = `<sObjects xmlns="http://www.force.com/2009/06/asyncapi/dataload" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <sObject><ExtId__c>mother</ExtId__c><Name>Mother &amp; co</Name></sObject><sObject><Name>No key</Name></sObject></sObjects>`;
    const { text } = await call('POST', `/${id}/batch`, rows);
    expect(await resultsOf(id, tag(text, 'id') ?? '')).toMatch(
      /<results [^>]*><result><id>\w{18}<\/id><success>true<\/success><created>true<\/created><\/result><result><errors><fields>ExtId__c<\/fields>/,
    );
    const query = await openJob({ operation: 'query', object: 'UpsertTable__c', contentType: 'XML' });
    const soql = "SELECT Name, CreatedDate, Parent__r.Name FROM UpsertTable__c WHERE ExtId__c = 'mother'";
    const batch = tag((await call('POST', `/${query}/batch`, soql)).text, 'id');
    const list = await resultsOf(query, batch ?? '');
    expect(list).toMatch(/<result-list [^>]*><result>752/);
    const { text: found } = await call('GET', `/${query}/batch/${batch}/result/${tag(list, 'result')}`);
    expect(found).toMatch(
      /<queryResult [^>]*><records xsi:type="sObject"><type>UpsertTable__c<\/type><Name>Mother &amp; co<\/Name><CreatedDate>[^<]+Z<\/CreatedDate><Parent__r xsi:nil="true"\/><\/records>/,
    );
  });

  it('answer a query that is to be split with a batch that is not processed beside it', async () => {
    const id = await openJob({ operation: 'query' });
    const header = { 'sforce-enable-pkchunking': 'chunkSize=1000' };
    const { text } = await call('POST', `/${id}/batch`, 'SELECT Id FROM Account', 'text/csv', header);
    expect(text).toContain('<state>NotProcessed</state>');
    const states = [...(await call('GET', `/${id}/batch`)).text.matchAll(/<state>(\w+)</g)].map(
      ([, state]) => state,
    );
    expect(states).toEqual(['NotProcessed', 'Completed']);
  });

  it('delete past the recycle bin', async () => {
    const { id: account } = await connection.sobject('Account').create({ Name: 'For good' });
    const id = await openJob({ operation: 'hardDelete' });
    const { text } = await call('POST', `/${id}/batch`, `Id\n${account}\n`, 'text/csv');
    expect(await resultsOf(id, tag(text, 'id') ?? '')).toContain('"true","false",""');
    const { totalSize } = await connection.query(`SELECT Id FROM Account WHERE Id = '${account}'`, {
      scanAll: true,
    });
    expect(totalSize).toBe(0);
  });

  it('stop when they are aborted', async () => {
    const id = await openJob({ operation: 'insert' });
    const { text } = await call('POST', `/${id}`, '<jobInfo><state>Aborted</state></jobInfo>');
    expect(tag(text, 'state')).toBe('Aborted');
    const late = await call('POST', `/${id}/batch`, 'Name\nLate\n', 'text/csv');
    expect(tag(late.text, 'exceptionCode')).toBe('InvalidJobState');
  });

  it.each([
    ['{"operation":"insert","object":"Nothing","contentType":"CSV"}', 'InvalidEntity'],
    ['{"operation":"paint","object":"Account","contentType":"CSV"}', 'InvalidJob'],
    ['{"operation":"insert","object":"Account","contentType":"ZIP_CSV"}', 'FeatureNotEnabled'],
    ['{"operation":"upsert","object":"Account","contentType":"CSV"}', 'InvalidJob'],
  ])('refuse %s', async (body, exceptionCode) => {
    const { status, text } = await call('POST', '', body, 'application/json');
    expect({ status, ...JSON.parse(text) }).toMatchObject({ status: 400, exceptionCode });
  });

  it('refuse who is not signed in, and what is not there', async () => {
    const headers = { 'x-sfdc-session': `${server.instance.org.id}!ended` };
    const { status, text } = await call('GET', '/750000000000001', undefined, 'application/xml', headers);
    expect({ status, code: tag(text, 'exceptionCode') }).toEqual({ status: 400, code: 'InvalidSessionId' });
    expect(tag((await call('GET', '/750000000000001')).text, 'exceptionCode')).toBe('InvalidJob');
    const id = await openJob({ operation: 'insert' });
    expect(tag((await call('GET', `/${id}/batch/751000000000001`)).text, 'exceptionCode')).toBe(
      'InvalidBatch',
    );
  });
});
