import type { Id } from '@muster/kernel';
import { type Session, systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiClient, apiClient, call } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const USERNAME = 'desk@test.example';
const PASSWORD = 'violet harbour seven kites';
const LIMITS = '/services/data/v60.0/limits';
const GREETING = '/services/apexrest/fixture/greeting';
const DISABLED = {
  status: 403,
  body: [
    {
      errorCode: 'API_DISABLED_FOR_ORG',
      message: expect.stringContaining('API is not enabled for this Organization or Partner'),
    },
  ],
};

let server: TestServer;
let system: Session;
let userId: Id;
let program: ApiClient;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  const { instance } = server;
  system = instance.records.openSession(systemPrincipal(instance.org), { key: 'test' });
  userId = await createUser(system, USERNAME, 'Desk');
  await instance.signIn.credentials.set(userId, PASSWORD);
  program = await apiClient(server, USERNAME);
});
afterAll(() => server?.close());

it.each([LIMITS, GREETING])('a program of a user without API Enabled is refused %s', async (path) => {
  expect(await program.call('GET', path)).toMatchObject(DISABLED);
});

it('and SOAP login', async () => {
  const { status, body } = await soapLogin();
  expect(status).toBe(500);
  expect(body).toContain('<faultcode>sf:API_DISABLED_FOR_ORG</faultcode>');
  expect(body).toContain('<sf:exceptionCode>API_DISABLED_FOR_ORG</sf:exceptionCode>');
});

it('but learns who the user is, which is all that signing in elsewhere needs', async () => {
  const { status, body } = await program.call('GET', '/services/oauth2/userinfo');
  expect(status).toBe(200);
  expect(body.preferred_username).toBe(USERNAME);
});

it('the pages of the product ask the same API with the session of the browser', async () => {
  const principal = await server.instance.signIn.findPrincipal(userId);
  if (principal === undefined) throw new Error('The user may sign in');
  const cookie = `muster_console=${await server.instance.signIn.openBrowserSession(principal)}`;
  expect((await call(server.url, { cookie }, 'GET', LIMITS)).status).toBe(200);
  expect((await call(server.url, { cookie }, 'GET', GREETING)).body).toEqual({ hello: USERNAME });
});

it('a permission set that grants it counts at once, and as soon as it is taken away', async () => {
  const set = await system.row<{ Id: Id }>("SELECT Id FROM PermissionSet WHERE Name = 'Api_Access'");
  const assignment = await system.create('PermissionSetAssignment', {
    AssigneeId: userId,
    PermissionSetId: set.Id,
  });
  expect((await program.call('GET', LIMITS)).status).toBe(200);
  expect((await program.call('GET', GREETING)).body).toEqual({ hello: USERNAME });
  expect((await soapLogin()).body).toContain('<sessionId>');

  await system.delete('PermissionSetAssignment', [assignment]);
  expect(await program.call('GET', LIMITS)).toMatchObject(DISABLED);
});

function soapLogin() {
  const login = `<login xmlns="urn:partner.soap.sforce.com"><username>${USERNAME}</username><password>${PASSWORD}</password></login>`;
  const envelope = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${login}</e:Body></e:Envelope>`;
  return call(server.url, {}, 'POST', '/services/Soap/u/60.0', envelope, { 'content-type': 'text/xml' });
}
