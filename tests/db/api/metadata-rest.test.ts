import { writeZip } from '@muster/metadata/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { metadataFile } from '../../support/metadata-file.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const PATH = '/services/data/v60.0/metadata/deployRequest';

let server: TestServer;
let client: ApiClient;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
  client = await apiClient(server);
});
afterAll(() => server?.close());

const punt = (label: string) =>
  writeZip([
    metadataFile(
      'objects/Punt__c.object',
      'CustomObject',
      `<label>${label}</label><pluralLabel>Punts</pluralLabel><sharingModel>ReadWrite</sharingModel>
      <nameField><label>Name</label><type>Text</type></nameField>`,
    ),
    metadataFile(
      'package.xml',
      'Package',
      '<types><members>*</members><name>CustomObject</name></types><version>60.0</version>',
    ),
  ]);

/** As the sf command sends it: the file first. */
async function send(zip: Uint8Array, deployOptions: object) {
  const form = new FormData();
  form.append('file', new Blob([zip as Uint8Array<ArrayBuffer>], { type: 'application/zip' }), 'package.xml');
  form.append('entity_content', new Blob([JSON.stringify({ deployOptions })], { type: 'application/json' }));
  const response = await fetch(server.url + PATH, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}` },
    body: form,
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests check what they read
  return { status: response.status, body: (await response.json()) as any };
}

async function finished(id: string) {
  for (;;) {
    const { body } = await client.call('GET', `${PATH}/${id}?includeDetails=true`);
    if (body.deployResult.done) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const labelOf = async () =>
  (await client.call('GET', '/services/data/v60.0/sobjects/Punt__c/describe')).body.label;

it('takes a zip, says how far it is, and what became of each component', async () => {
  const { status, body } = await send(punt('Punt'), {
    checkOnly: false,
    rollbackOnError: true,
    singlePackage: true,
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    id: expect.stringMatching(/^0Af\w{15}$/),
    validatedDeployRequestId: null,
    deployOptions: { checkOnly: false, singlePackage: true },
    deployResult: { id: body.id, status: 'Pending', done: false, success: false },
  });
  const { deployResult } = await finished(body.id);
  expect(deployResult).toMatchObject({ status: 'Succeeded', success: true, numberComponentsDeployed: 1 });
  expect(deployResult.details.componentSuccesses).toMatchObject([
    { fullName: 'Punt__c', componentType: 'CustomObject', created: true, fileName: 'objects/Punt__c.object' },
  ]);
  expect(deployResult.details.runTestResult.numTestsRun).toBe(0);
  expect(await labelOf()).toBe('Punt');
});

it('deploys what was checked before without the package', async () => {
  const { body } = await send(punt('Skiff'), { checkOnly: true });
  expect((await finished(body.id)).deployResult).toMatchObject({ success: true, checkOnly: true });
  expect(await labelOf()).toBe('Punt');
  const quick = await client.call('POST', PATH, { validatedDeployRequestId: body.id });
  expect(quick).toMatchObject({ status: 201, body: { validatedDeployRequestId: body.id } });
  expect((await finished(quick.body.id)).deployResult).toMatchObject({ success: true, checkOnly: false });
  expect(await labelOf()).toBe('Skiff');

  const again = await client.call('POST', PATH, { validatedDeployRequestId: quick.body.id });
  expect(again.body[0]).toMatchObject({ errorCode: 'INVALID_CROSS_REFERENCE_KEY' });
});

it('withdraws only what has not ended', async () => {
  const { body } = await send(punt('Skiff'), {});
  await finished(body.id);
  const answer = await client.call('PATCH', `${PATH}/${body.id}`, { deployResult: { status: 'Canceling' } });
  expect(answer.status).toBe(400);
  expect(answer.body[0]).toMatchObject({ errorCode: 'INVALID_OPERATION' });
});

it('refuses what is no deploy in words', async () => {
  const form = new FormData();
  form.append('json', JSON.stringify({ deployOptions: {} }));
  const headers = { authorization: `Bearer ${client.token}` };
  const response = await fetch(server.url + PATH, { method: 'POST', headers, body: form });
  expect(await response.json()).toMatchObject([{ errorCode: 'MISSING_ARGUMENT' }]);
  expect((await client.call('POST', PATH, {})).body[0]).toMatchObject({ errorCode: 'MISSING_ARGUMENT' });
  expect((await client.call('GET', `${PATH}/0Af000000000000AAA`)).status).toBe(404);
});
