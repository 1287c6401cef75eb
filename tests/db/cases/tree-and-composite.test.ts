import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const base = '/services/data/v60.0';

let server: TestServer;
let client: ApiClient;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
});
afterAll(() => server?.close());

async function count(object: string, name: string, field = 'Name'): Promise<number> {
  const soql = encodeURIComponent(`SELECT COUNT() FROM ${object} WHERE ${field} = '${name}'`);
  return (await client.call('GET', `${base}/query?q=${soql}`)).body.totalSize;
}

describe('trees', () => {
  it('F01: a reference before its target is named, and nothing is half saved', async () => {
    const tree = (records: object[]) => client.call('POST', `${base}/composite/tree/Contact`, { records });
    const contact = (referenceId: string, LastName: string, AccountId?: string) => ({
      attributes: { type: 'Contact', referenceId },
      LastName,
      ...(AccountId === undefined ? {} : { AccountId }),
    });
    const refused = await tree([contact('C1', 'F01'), contact('C2', 'F01', '@AccountRef1')]);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      hasErrors: true,
      results: [{ referenceId: 'C2', errors: [{ statusCode: 'MALFORMED_ID' }] }],
    });
    expect(refused.body.results[0].errors[0].message).toContain('@AccountRef1');
    expect(await count('Contact', 'F01', 'LastName')).toBe(0);

    const parents = await client.call('POST', `${base}/composite/tree/Account`, {
      records: [{ attributes: { type: 'Account', referenceId: 'AccountRef1' }, Name: 'F01 parent' }],
    });
    expect((await tree([contact('C1', 'F01', parents.body.results[0].id)])).status).toBe(201);
  });

  it.each(['Sworn', 'sworn staff'])('F03: a record type is found by its name, %s', async (Name) => {
    const record = {
      attributes: { type: 'UpsertTable__c', referenceId: 'U1' },
      Name: 'F03',
      RecordType: { Name },
    };
    const { status, body } = await client.call('POST', `${base}/composite/tree/UpsertTable__c`, {
      records: [record],
    });
    expect(status).toBe(201);
    const soql = `SELECT RecordType.DeveloperName FROM UpsertTable__c WHERE Id = '${body.results[0].id}'`;
    const { body: found } = await client.call('GET', `${base}/query?q=${encodeURIComponent(soql)}`);
    expect(found.records[0].RecordType.DeveloperName).toBe('Sworn');
  });

  it('F03: a record type that is not there is an error', async () => {
    const record = {
      attributes: { type: 'UpsertTable__c', referenceId: 'U1' },
      Name: 'F03',
      RecordType: { Name: 'Civil' },
    };
    const { status, body } = await client.call('POST', `${base}/composite/tree/UpsertTable__c`, {
      records: [record],
    });
    expect(status).toBe(400);
    expect(body.results[0].errors[0].message).toContain('Civil');
  });

  it('F05: roles can be in a tree', async () => {
    const records = [
      { attributes: { type: 'UserRole', referenceId: 'R1' }, Name: 'F05', DeveloperName: 'F05' },
    ];
    const { status, body } = await client.call('POST', `${base}/composite/tree/UserRole`, { records });
    expect({ status, body }).toMatchObject({ status: 201, body: { hasErrors: false } });
  });
});

describe('composite', () => {
  const requests = [
    { method: 'POST', url: `${base}/sobjects/Account`, referenceId: 'first', body: { Name: 'F07' } },
    {
      method: 'PATCH',
      url: `${base}/sobjects/Account/@{first.id}`,
      referenceId: 'second',
      body: { Nothing: 1 },
    },
  ];

  it('F07: with allOrNone a failure undoes what came before, and that says so', async () => {
    const { body } = await client.call('POST', `${base}/composite`, {
      allOrNone: true,
      compositeRequest: requests,
    });
    const [first, second] = body.compositeResponse;
    expect(first).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] });
    expect(second).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
    expect(await count('Account', 'F07')).toBe(0);
  });

  it('F07: without it the first stays', async () => {
    const { body } = await client.call('POST', `${base}/composite`, { compositeRequest: requests });
    const statuses = body.compositeResponse.map(
      ({ httpStatusCode }: { httpStatusCode: number }) => httpStatusCode,
    );
    expect(statuses).toEqual([201, 400]);
    expect(await count('Account', 'F07')).toBe(1);
  });
});
