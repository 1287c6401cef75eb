import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
let client: ApiClient;
const base = '/services/data/v61.0';

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
});
afterAll(() => server?.close());

const post = (path: string, body: unknown) => client.call('POST', `${base}/${path}`, body);
const count = async (name: string) => {
  const q = encodeURIComponent(`SELECT COUNT() FROM Account WHERE Name = '${name}'`);
  return (await client.call('GET', `${base}/query?q=${q}`)).body.totalSize as number;
};

describe('composite', () => {
  const requests = (bad: unknown) => [
    {
      method: 'POST',
      url: `${base}/sobjects/Account`,
      referenceId: 'account',
      body: { Name: 'Composite' },
    },
    {
      method: 'POST',
      url: `${base}/sobjects/Contact`,
      referenceId: 'contact',
      body: { LastName: 'Of it', AccountId: '@{account.id}', ...(bad as object) },
    },
    { method: 'GET', url: `${base}/sobjects/Account/@{account.id}?fields=Name`, referenceId: 'read' },
  ];

  it('lets later requests name what earlier ones answered', async () => {
    const { status, body } = await post('composite', { compositeRequest: requests({}) });
    expect(status).toBe(200);
    const [account, contact, read] = body.compositeResponse;
    expect(account).toMatchObject({ httpStatusCode: 201, referenceId: 'account', body: { success: true } });
    expect(account.httpHeaders.Location).toBe(`${base}/sobjects/Account/${account.body.id}`);
    expect(contact.httpStatusCode).toBe(201);
    expect(read.body).toMatchObject({ Name: 'Composite' });
  });

  it('undoes everything with allOrNone, and says so in every other answer', async () => {
    const before = await count('Composite');
    const { body } = await post('composite', { allOrNone: true, compositeRequest: requests({ Nope: 1 }) });
    expect(
      body.compositeResponse.map((response: { httpStatusCode: number }) => response.httpStatusCode),
    ).toEqual([400, 400, 400]);
    expect(
      body.compositeResponse.map(
        (response: { body: { errorCode: string }[] }) => response.body[0]?.errorCode,
      ),
    ).toEqual(['PROCESSING_HALTED', 'INVALID_FIELD', 'PROCESSING_HALTED']);
    expect(await count('Composite')).toBe(before);
  });

  it('keeps what was good without allOrNone', async () => {
    const before = await count('Composite');
    const { body } = await post('composite', { allOrNone: false, compositeRequest: requests({ Nope: 1 }) });
    expect(
      body.compositeResponse.map((response: { httpStatusCode: number }) => response.httpStatusCode),
    ).toEqual([201, 400, 200]);
    expect(await count('Composite')).toBe(before + 1);
  });

  it('names a reference that has no answer', async () => {
    const { body } = await post('composite', {
      compositeRequest: [{ method: 'GET', url: `${base}/sobjects/Account/@{none.id}`, referenceId: 'a' }],
    });
    expect(body.compositeResponse[0]).toMatchObject({
      httpStatusCode: 400,
      body: [
        { errorCode: 'PROCESSING_HALTED', message: expect.stringContaining('Invalid reference specified.') },
      ],
    });
  });
});

describe('batch', () => {
  it('takes urls with and without the prefix and answers each', async () => {
    const { body } = await post('composite/batch', {
      batchRequests: [
        { method: 'GET', url: 'v60.0/sobjects/Account/describe' },
        { method: 'GET', url: `${base}/limits` },
        { method: 'GET', url: `${base}/sobjects/Nothing/describe` },
        { method: 'POST', url: `${base}/sobjects/Account`, richInput: { Name: 'Batch' } },
      ],
    });
    expect(body.hasErrors).toBe(true);
    expect(body.results.map((result: { statusCode: number }) => result.statusCode)).toEqual([
      200, 200, 404, 201,
    ]);
    expect(body.results[0].result.name).toBe('Account');
  });

  it('stops after an error when asked to', async () => {
    const { body } = await post('composite/batch', {
      haltOnError: true,
      batchRequests: [
        { method: 'GET', url: `${base}/nothing` },
        { method: 'POST', url: `${base}/sobjects/Account`, richInput: { Name: 'Halted' } },
      ],
    });
    expect(body.results[1]).toMatchObject({
      statusCode: 412,
      result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }],
    });
    expect(await count('Halted')).toBe(0);
  });
});

describe('tree', () => {
  const tree = (lastName: unknown) => ({
    records: [
      {
        attributes: { type: 'Account', referenceId: 'ref1' },
        Name: 'Tree',
        Contacts: {
          records: [{ attributes: { type: 'Contact', referenceId: 'ref2' }, LastName: lastName }],
        },
      },
    ],
  });

  it('saves records with their children', async () => {
    const { status, body } = await post('composite/tree/Account', tree('Leaf'));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      hasErrors: false,
      results: [{ referenceId: 'ref1' }, { referenceId: 'ref2' }],
    });
    const contact = await client.call('GET', `${base}/sobjects/Contact/${body.results[1].id}`);
    expect(contact.body.AccountId).toBe(body.results[0].id);
  });

  it('saves nothing when one record is refused, and names it', async () => {
    const before = await count('Tree');
    const { status, body } = await post('composite/tree/Account', tree(null));
    expect(status).toBe(400);
    expect(body).toMatchObject({
      hasErrors: true,
      results: [
        { referenceId: 'ref2', errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }] },
      ],
    });
    expect(await count('Tree')).toBe(before);
  });

  it('refuses a reference that was never resolved', async () => {
    const { status, body } = await post('composite/tree/Contact', {
      records: [{ attributes: { type: 'Contact', referenceId: 'c1' }, LastName: 'x', AccountId: '@Ref1' }],
    });
    expect(status).toBe(400);
    expect(body.results[0].errors[0]).toMatchObject({
      statusCode: 'MALFORMED_ID',
      message: expect.stringContaining('@Ref1'),
    });
  });
});

describe('collections', () => {
  it('save records of several types in one transaction when asked to', async () => {
    const { body } = await post('composite/sobjects', {
      allOrNone: true,
      records: [
        { attributes: { type: 'Account' }, Name: 'Collected' },
        { attributes: { type: 'Contact' } },
        { attributes: { type: 'Account' }, Name: 'Collected' },
      ],
    });
    expect(body.map((result: { errors: { statusCode: string }[] }) => result.errors[0]?.statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    ]);
    expect(await count('Collected')).toBe(0);
  });

  it('give records in the order of their ids, with null for what is not there', async () => {
    const saved = await post('composite/sobjects', {
      records: ['One', 'Two'].map((Name) => ({ attributes: { type: 'Account' }, Name })),
    });
    const [one, two] = saved.body.map((result: { id: string }) => result.id);
    const missing = `${one.slice(0, 12)}zzz`;
    const { body } = await post('composite/sobjects/Account', { ids: [two, missing, one], fields: ['Name'] });
    expect(body).toMatchObject([{ Name: 'Two' }, null, { Name: 'One' }]);
  });

  it('delete by a list of ids, each with its own answer', async () => {
    const saved = await post('composite/sobjects', {
      records: [{ attributes: { type: 'Account' }, Name: 'Gone' }],
    });
    const id = saved.body[0].id as string;
    const missing = `${id.slice(0, 12)}zzz`;
    const { body } = await client.call('DELETE', `${base}/composite/sobjects?ids=${id},${missing}`);
    expect(body.map((result: { success: boolean }) => result.success)).toEqual([true, false]);
  });

  it('refuse more than 200 records', async () => {
    const records = Array.from({ length: 201 }, () => ({ attributes: { type: 'Account' }, Name: 'x' }));
    const { status, body } = await post('composite/sobjects', { records });
    expect(status).toBe(400);
    expect(body[0].errorCode).toBe('EXCEEDED_ID_LIMIT');
  });
});

describe('composite/graph', () => {
  const graph = (graphId: string, contact: unknown) => ({
    graphId,
    compositeRequest: [
      {
        method: 'POST',
        url: `${base}/sobjects/Account`,
        referenceId: 'a',
        body: { Name: `Graph ${graphId}` },
      },
      { method: 'POST', url: `${base}/sobjects/Contact`, referenceId: 'c', body: contact },
    ],
  });

  it('makes each graph whole or not at all', async () => {
    const good = graph('good', { LastName: 'Kept', AccountId: '@{a.id}' });
    const bad = graph('bad', { LastName: 'Lost', AccountId: '@{a.id}', Nope: 1 });
    const { status, body } = await post('composite/graph', { graphs: [bad, good] });
    expect(status).toBe(200);
    expect(body.graphs.map((each: { isSuccessful: boolean }) => each.isSuccessful)).toEqual([false, true]);
    expect(body.graphs[0]).toMatchObject({
      graphId: 'bad',
      graphResponse: {
        compositeResponse: [
          { referenceId: 'a', httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
          { referenceId: 'c', httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD' }] },
        ],
      },
    });
    expect(body.graphs[1].graphResponse.compositeResponse[1]).toMatchObject({ httpStatusCode: 201 });
    expect([await count('Graph bad'), await count('Graph good')]).toEqual([0, 1]);
  });

  it.each([
    ['other resources', [{ method: 'GET', url: `${base}/limits`, referenceId: 'l' }], 'below sobjects only'],
    [
      'more than 500 requests',
      Array.from({ length: 501 }, (_, i) => ({
        method: 'GET',
        url: `${base}/sobjects/A/1`,
        referenceId: `r${i}`,
      })),
      '500 is the most',
    ],
  ])('refuses %s', async (_, compositeRequest, message) => {
    const { status, body } = await post('composite/graph', { graphs: [{ graphId: 'g', compositeRequest }] });
    expect(status).toBe(400);
    expect(body[0].message).toContain(message);
  });
});
