import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const BASE = '/services/data/v67.0';

let server: TestServer;
let client: ApiClient;
let accountId: string;
let contactId: string;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
  client = await apiClient(server);
  accountId = (await client.call('POST', `${BASE}/sobjects/Account`, { Name: 'Called' })).body.id;
  contactId = (await client.call('POST', `${BASE}/sobjects/Contact`, { LastName: 'Caller' })).body.id;
});
afterAll(() => server?.close());

const get = (path: string) => client.call('GET', `${BASE}/${path}`);

describe('quick actions', () => {
  it('are listed for the org and for objects that activities can be about', async () => {
    const { body } = await get('quickActions');
    expect(body).toContainEqual({
      label: 'Log a Call',
      name: 'LogACall',
      type: 'LogACall',
      urls: {
        defaultValues: `${BASE}/quickActions/LogACall/defaultValues`,
        defaultValuesTemplate: `${BASE}/quickActions/LogACall/defaultValues/{ID}`,
        describe: `${BASE}/quickActions/LogACall/describe`,
        quickAction: `${BASE}/quickActions/LogACall`,
      },
    });
    const ofAccount = await get('sobjects/Account/quickActions');
    expect(ofAccount.body[0].urls.quickAction).toBe(`${BASE}/sobjects/Account/quickActions/LogACall`);
    expect((await get('sobjects/User/quickActions')).body).toEqual([]);
    expect((await get('quickActions/Nothing/describe')).status).toBe(404);
  });

  it('have a form and the values it opens with', async () => {
    const { body } = await get('quickActions/LogACall/describe');
    expect(body).toMatchObject({ name: 'LogACall', targetSobjectType: 'Task', type: 'LogACall' });
    const shown = body.layout.layoutRows.map(
      ({
        layoutItems: [item],
      }: {
        layoutItems: readonly { layoutComponents: readonly { value: string }[] }[];
      }) => item?.layoutComponents[0]?.value,
    );
    expect(shown).toEqual(['Subject', 'Description', 'WhoId', 'WhatId']);
    expect((await get('quickActions/LogACall/defaultValues')).body).toMatchObject({
      Subject: 'Call',
      Status: 'Completed',
      Description: null,
      WhoId: null,
      WhatId: null,
    });
    const about = await get(`quickActions/LogACall/defaultValues/${contactId}`);
    expect(about.body).toMatchObject({ WhoId: contactId, WhatId: null });
  });

  it('make their record about the one at hand', async () => {
    const { status, body } = await client.call('POST', `${BASE}/quickActions/LogACall`, {
      contextId: accountId,
      record: { Subject: 'Rang back' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ success: true, created: true, contextId: accountId, errors: [] });
    const made = await get(`sobjects/Task/${body.id}?fields=Subject,Status,WhatId`);
    expect(made.body).toMatchObject({ Subject: 'Rang back', Status: 'Completed', WhatId: accountId });
    const wrong = await client.call('POST', `${BASE}/quickActions/LogACall`, {
      contextId: server.instance.org.id,
      record: {},
    });
    expect([wrong.status, wrong.body[0].errorCode]).toEqual([400, 'INVALID_CROSS_REFERENCE_KEY']);
  });
});
