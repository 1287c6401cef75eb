import { secureRandom } from '@muster/kernel';
import { systemPrincipal } from '@muster/records';
import { createRecruiting, keepingTransport } from '@muster/recruiting';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient, call } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { openBrowserOn } from '../../support/open-browser-on.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { userDesk } from '../../support/user-desk.js';

const PASSWORD = 'violet harbour seven kites';
const DATA = '/services/data/v60.0';
let server: TestServer;
let admin: ApiClient;
let now = Date.parse('2026-11-25T09:00:00Z');

beforeAll(async () => {
  server = await startTestServer({
    clock: { now: () => now },
    createSolutions: ({ files }) => [
      createRecruiting({ transport: keepingTransport, files, random: secureRandom }),
      userDesk,
    ],
  });
  admin = await apiClient(server);
});
afterAll(() => server?.close());

const system = () =>
  server.instance.records.openSession(systemPrincipal(server.instance.org), { key: 'test' });

/** A user made through the API as an administrator's program makes one. */
async function invited(name: string, client = admin): Promise<string> {
  const { records } = (
    await admin.call('GET', `${DATA}/query?q=SELECT+Id+FROM+Profile+WHERE+Name='Standard'`)
  ).body;
  const made = await client.call('POST', `${DATA}/sobjects/User`, {
    Username: `${name}@agency.example`,
    Email: `${name}@mail.example`,
    FirstName: 'Mara',
    LastName: 'Quill',
    Alias: name.slice(0, 8),
    ProfileId: records[0].Id,
    TimeZoneSidKey: 'UTC',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  expect(made).toMatchObject({ status: 201 });
  return made.body.id as string;
}
const invite = (id: string, reason = 'invitation', client = admin) =>
  client.call('POST', `${DATA}/sobjects/User/${id}/passwordLink`, { reason });

/** Links in the mails to an address, newest first. */
async function linksTo(address: string): Promise<string[]> {
  const mails = await system().rows<{ TextBody: string }>(
    soql`SELECT TextBody FROM EmailMessage WHERE ToAddress = ${address} ORDER BY Id DESC`,
  );
  return mails.map(({ TextBody }) => /set-password\?link=([\w-]+)/.exec(TextBody)?.[1] ?? '');
}
const setPassword = (link: string, password = PASSWORD) =>
  openBrowserOn(server.url).post('/services/auth/set-password', { link, password });

describe('an invitation', () => {
  it('brings a link that sets the password once and signs the person in', async () => {
    const id = await invited('mara');
    expect((await invite(id)).status).toBe(204);
    const [link = ''] = await linksTo('mara@mail.example');
    const browser = openBrowserOn(server.url);
    expect((await browser.post('/services/auth/password-link', { link })).body).toEqual({
      username: 'mara@agency.example',
      name: 'Mara Quill',
    });
    expect((await setPassword(link, 'short')).body[0]).toMatchObject({ errorCode: 'INVALID_NEW_PASSWORD' });
    const done = await browser.post('/services/auth/set-password', { link, password: PASSWORD });
    expect(done.body.user).toMatchObject({ username: 'mara@agency.example', kind: 'internal' });
    expect((await setPassword(link)).body[0].errorCode).toBe('INVALID_VERIFICATION_CODE');
    const again = openBrowserOn(server.url);
    const signedIn = await again.post('/services/auth/login', {
      username: 'mara@agency.example',
      password: PASSWORD,
    });
    expect(signedIn.status).toBe(200);
  });

  it('ends after a week, and when a newer one is sent', async () => {
    const id = await invited('late');
    await invite(id);
    await invite(id);
    const [newer = '', older = ''] = await linksTo('late@mail.example');
    expect((await setPassword(older)).status).toBe(400);
    now += 7 * 24 * 3_600_000 + 1;
    admin = await apiClient(server);
    expect((await setPassword(newer)).body[0].errorCode).toBe('INVALID_VERIFICATION_CODE');
  });

  it('is sent by those who manage users only, and to no inactive user', async () => {
    const id = await invited('quiet');
    await createUser(system(), 'plain@agency.example', 'Standard');
    const plain = await apiClient(server, 'plain@agency.example');
    expect((await invite(id, 'invitation', plain)).body[0].errorCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    await admin.call('PATCH', `${DATA}/sobjects/User/${id}`, { IsActive: false });
    expect((await invite(id)).body[0].errorCode).toBe('INVALID_OPERATION');
  });
});

describe('a forgotten password', () => {
  it('is answered alike whether or not there is an account', async () => {
    await invited('forget');
    const ask = (username: string) =>
      openBrowserOn(server.url).post('/services/auth/forgot-password', { username });
    const [known, unknown] = [await ask('forget@agency.example'), await ask('nobody@agency.example')];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    const [link = ''] = await linksTo('forget@mail.example');
    expect((await setPassword(link)).status).toBe(200);
  });
});

describe('Salesforce’s password resource', () => {
  it('sets and resets passwords of others, and ends their sessions', async () => {
    const id = await invited('reset');
    const path = `${DATA}/sobjects/User/${id}/password`;
    expect((await admin.call('POST', path, { NewPassword: PASSWORD })).status).toBe(204);
    const theirs = await apiClient(server, 'reset@agency.example');
    const { body } = await admin.call('DELETE', path);
    expect(body.NewPassword.length).toBeGreaterThan(11);
    expect((await theirs.call('GET', `${DATA}/limits`)).status).toBe(401);
    const login = (password: string) =>
      call(server.url, {}, 'POST', '/services/auth/login', { username: 'reset@agency.example', password });
    expect((await login(PASSWORD)).status).toBe(400);
    expect((await login(body.NewPassword)).status).toBe(200);
  });
});

describe('the history of sign-ins', () => {
  it('keeps who came in and who tried to, for those who manage users', async () => {
    const id = await invited('seen');
    await admin.call('POST', `${DATA}/sobjects/User/${id}/password`, { NewPassword: PASSWORD });
    const login = (password: string) =>
      call(server.url, {}, 'POST', '/services/auth/login', { username: 'seen@agency.example', password });
    await login('something else entirely');
    await login(PASSWORD);
    const read = async () =>
      (
        await admin.call(
          'GET',
          `${DATA}/query?q=${encodeURIComponent(`SELECT Status, SourceIp, LoginType FROM LoginHistory WHERE UserId='${id}' ORDER BY Status`)}`,
        )
      ).body.records;
    await expect
      .poll(read, { timeout: 20_000 })
      .toMatchObject([{ Status: 'Invalid Password' }, { Status: 'Success', LoginType: 'Application' }]);
    const theirs = await apiClient(server, 'seen@agency.example');
    const own = await theirs.call('GET', `${DATA}/query?q=SELECT+Id+FROM+LoginHistory`);
    expect(own.body[0].errorCode).toBe('INVALID_TYPE');
  });
});

describe('freezing and deactivating', () => {
  const change = async (id: string, isFrozen: boolean) => {
    const { records } = (
      await admin.call('GET', `${DATA}/query?q=SELECT+Id+FROM+UserLogin+WHERE+UserId='${id}'`)
    ).body;
    return admin.call('PATCH', `${DATA}/sobjects/UserLogin/${records[0].Id}`, { IsFrozen: isFrozen });
  };

  it('ends sessions and tokens at once; what ended stays ended', async () => {
    const id = await invited('cold');
    await admin.call('POST', `${DATA}/sobjects/User/${id}/password`, { NewPassword: PASSWORD });
    const theirs = await apiClient(server, 'cold@agency.example');
    expect((await theirs.call('GET', `${DATA}/limits`)).status).toBe(200);
    expect((await change(id, true)).status).toBe(204);
    expect((await theirs.call('GET', `${DATA}/limits`)).status).toBe(401);
    const login = () =>
      call(server.url, {}, 'POST', '/services/auth/login', {
        username: 'cold@agency.example',
        password: PASSWORD,
      });
    expect((await login()).body[0].errorCode).toBe('INVALID_LOGIN');
    await change(id, false);
    expect((await theirs.call('GET', `${DATA}/limits`)).status).toBe(401);
    expect((await login()).status).toBe(200);
  });

  it('a deactivated user’s token opens nothing', async () => {
    const id = await invited('gone');
    const theirs = await apiClient(server, 'gone@agency.example');
    expect((await admin.call('PATCH', `${DATA}/sobjects/User/${id}`, { IsActive: false })).status).toBe(204);
    expect((await theirs.call('GET', `${DATA}/limits`)).status).toBe(401);
  });
});
