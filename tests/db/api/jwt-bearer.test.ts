import { generateKeyPairSync, sign } from 'node:crypto';
import { JWT_BEARER } from '@muster/api';
import type { Id } from '@muster/kernel';
import { systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ROBOT = 'robot@test.example';
const PERSON = 'person@test.example';

let server: TestServer;
let clientId: string;
let personId: Id;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  const { instance } = server;
  const system = instance.records.openSession(systemPrincipal(instance.org), { key: 'test' });
  const robotId = await createUser(system, ROBOT, 'Standard');
  personId = await createUser(system, PERSON, 'Standard');
  const client = await instance.signIn.clients.add({
    name: 'Pipeline',
    redirectUris: [],
    flows: [JWT_BEARER],
    runAsUserId: robotId,
    certificate: keys.publicKey.export({ type: 'spki', format: 'pem' }) as string,
  });
  clientId = client.id;
});
afterAll(() => server?.close());

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function signInAs(sub: string, claims: object = {}, key = keys.privateKey) {
  const body = { iss: clientId, sub, aud: `${server.url}/`, exp: Date.now() + 300, ...claims };
  const signed = `${part({ alg: 'RS256' })}.${part(body)}`;
  const assertion = `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
  const form = new URLSearchParams({ grant_type: JWT_BEARER, assertion }).toString();
  return call(server.url, {}, 'POST', '/services/oauth2/token', form, {
    'content-type': 'application/x-www-form-urlencoded',
  });
}

it('a client signs in by its key for the user it was registered for', async () => {
  const { status, body } = await signInAs(ROBOT);
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', instance_url: server.url });
  expect(body.refresh_token).toBeUndefined();
  const credentials = { authorization: `Bearer ${body.access_token}` };
  const { body: user } = await call(server.url, credentials, 'GET', '/services/oauth2/userinfo');
  expect(user.preferred_username).toBe(ROBOT);
});

it('for another user only once that user has allowed it', async () => {
  const refused = { error: 'invalid_grant', error_description: "user hasn't approved this consumer" };
  expect(await signInAs(PERSON)).toMatchObject({ status: 400, body: refused });
  expect(await signInAs('nobody@test.example')).toMatchObject({ status: 400, body: refused });
  await server.instance.signIn.grants.issueRefreshToken({ clientId, userId: personId, scopes: ['api'] });
  expect((await signInAs(PERSON)).status).toBe(200);
});

it.each([
  ['signed by another key', () => signInAs(ROBOT, {}, other.privateKey), 'invalid assertion'],
  ['for another server', () => signInAs(ROBOT, { aud: 'https://elsewhere.example' }), 'audience is invalid'],
  ['too old', () => signInAs(ROBOT, { exp: Math.floor(Date.now() / 1000) - 600 }), 'assertion has expired'],
  ['of a client without a key', () => signInAs(ROBOT, { iss: 'PlatformCLI' }), 'this client may not use'],
  ['of nobody', () => signInAs(ROBOT, { iss: 'nobody' }), 'client identifier invalid'],
])('an assertion %s is refused', async (_what, attempt, description) => {
  const { status, body } = await attempt();
  expect(status).toBe(400);
  expect(body.error_description).toContain(description);
});
