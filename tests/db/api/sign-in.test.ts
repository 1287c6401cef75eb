import { community } from '@muster/community';
import { secureRandom } from '@muster/kernel';
import { createRecruiting, keepingTransport } from '@muster/recruiting';
import type { DemoPerson } from '@muster/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, apiClient, call } from '../../support/api-client.js';
import { openBrowserOn } from '../../support/open-browser-on.js';
import { rawRequest } from '../../support/raw-request.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
const PASSWORD = 'violet harbour seven kites';

beforeAll(async () => {
  const people: DemoPerson[] = [
    {
      username: 'admin@test.example',
      name: 'Ada Test',
      title: { en: 'Administrator', es: 'Administradora' },
      day: { en: 'Runs the system.', es: 'Administra el sistema.' },
      app: 'console',
      path: '/console/',
    },
  ];
  server = await startTestServer({
    createSolutions: ({ files }) => [
      createRecruiting({ transport: keepingTransport, files, random: secureRandom }),
      community,
    ],
    demoPeople: people,
  });
});
afterAll(() => server?.close());

const openBrowser = () => openBrowserOn(server.url);

const person = (email: string) => ({
  firstName: 'Nia',
  lastName: 'Calder',
  email,
  password: PASSWORD,
  language: 'en',
});

/** Mails to an address, newest first, as the outbox page shows them. */
async function mailsTo(address: string): Promise<string[]> {
  const page = String((await openBrowser().get('/outbox')).body);
  const articles = page.split('<article>').slice(1);
  return articles.filter((article) => article.includes(address)).map((text) => text.replaceAll('&#39;', "'"));
}

const codeIn = (mail: string | undefined) => /\b(\d{6})\b/.exec(mail ?? '')?.[1] ?? '';
const linkIn = (mail: string | undefined) => /confirm\?link=([\w-]+)/.exec(mail ?? '')?.[1] ?? '';

describe('making an account', () => {
  it('sends a code, and whoever types it in the same browser is signed in', async () => {
    const browser = openBrowser();
    const registered = await browser.post('/services/auth/register', person('nia@people.example'));
    expect(registered).toMatchObject({ status: 202, body: { next: 'confirm', email: 'nia@people.example' } });
    const early = await openBrowser().post('/services/auth/login', {
      username: 'nia@people.example',
      password: PASSWORD,
    });
    expect(early.body[0].errorCode).toBe('INVALID_LOGIN');

    const [mail] = await mailsTo('nia@people.example');
    const confirmed = await browser.post('/services/auth/confirm', {
      email: 'nia@people.example',
      code: codeIn(mail),
    });
    expect(confirmed.body.user).toMatchObject({
      username: 'nia@people.example',
      kind: 'portal',
      profile: 'Candidate',
    });
    expect(confirmed.body.permissions).toContain('Apply');
    expect((await browser.get('/services/auth/session')).body.user.name).toBe('Nia Calder');
    const again = await browser.post('/services/auth/confirm', {
      email: 'nia@people.example',
      code: codeIn(mail),
    });
    expect(again.body[0].errorCode).toBe('INVALID_VERIFICATION_CODE');
  });

  it('asks for the password when the link is opened in another browser', async () => {
    await openBrowser().post('/services/auth/register', person('joel@people.example'));
    const link = linkIn((await mailsTo('joel@people.example'))[0]);
    const other = openBrowser();
    const asked = await other.post('/services/auth/confirm', { link });
    expect(asked).toMatchObject({ status: 401, body: [{ errorCode: 'PASSWORD_REQUIRED' }] });
    const wrong = await other.post('/services/auth/confirm', { link, password: 'not the one I chose' });
    expect(wrong.body[0].errorCode).toBe('PASSWORD_REQUIRED');
    const right = await other.post('/services/auth/confirm', { link, password: PASSWORD });
    expect(right.body.user.username).toBe('joel@people.example');
  });

  it('tells an address that has an account so by mail, and answers as for a new one', async () => {
    const browser = openBrowser();
    await browser.post('/services/auth/register', person('lena@people.example'));
    await browser.post('/services/auth/confirm', {
      email: 'lena@people.example',
      code: codeIn((await mailsTo('lena@people.example'))[0]),
    });
    const stranger = openBrowser();
    const answer = await stranger.post('/services/auth/register', {
      ...person('LENA@People.example'),
      password: 'another quite long one',
    });
    expect(answer).toMatchObject({ status: 202, body: { next: 'confirm' } });
    expect(stranger.cookies.has('muster_pending')).toBe(true);
    expect((await mailsTo('People.example'))[0]).toContain('You already have an account');
    const login = await openBrowser().post('/services/auth/login', {
      username: 'lena@people.example',
      password: PASSWORD,
    });
    expect(login.body.user.name).toBe('Nia Calder');
  });

  it('lets a code be tried five times', async () => {
    const browser = openBrowser();
    await browser.post('/services/auth/register', person('guess@people.example'));
    const code = codeIn((await mailsTo('guess@people.example'))[0]);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let i = 0; i < 5; i += 1) {
      await browser.post('/services/auth/confirm', { email: 'guess@people.example', code: wrong });
    }
    const late = await browser.post('/services/auth/confirm', { email: 'guess@people.example', code });
    expect(late.body[0].errorCode).toBe('INVALID_VERIFICATION_CODE');
    const resent = await browser.post('/services/auth/resend', { email: 'guess@people.example' });
    expect(resent.status).toBe(202);
    const fresh = codeIn((await mailsTo('guess@people.example'))[0]);
    const confirmed = await browser.post('/services/auth/confirm', {
      email: 'guess@people.example',
      code: fresh,
    });
    expect(confirmed.body.user.username).toBe('guess@people.example');
  });

  it.each([
    [{ password: 'short' }, 'INVALID_NEW_PASSWORD', ['password']],
    [{ password: 'password123456' }, 'INVALID_NEW_PASSWORD', ['password']],
    [{ email: 'nobody' }, 'INVALID_EMAIL_ADDRESS', ['email']],
    [{ firstName: ' ' }, 'REQUIRED_FIELD_MISSING', ['firstName']],
  ])('refuses %j', async (change, errorCode, fields) => {
    const answer = await openBrowser().post('/services/auth/register', {
      ...person('x@people.example'),
      ...change,
    });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode, fields }] });
  });

  it('writes to people in their language', async () => {
    await openBrowser().post('/services/auth/register', { ...person('inés@people.example'), language: 'es' });
    expect((await mailsTo('inés@people.example'))[0]).toContain('Su código es');
  });
});

describe('browser sessions', () => {
  const signIn = async () => {
    const browser = openBrowser();
    const answer = await browser.post('/services/auth/login', server.admin);
    expect(answer.status).toBe(200);
    return { browser, answer };
  };

  it('live in a cookie that scripts cannot read', async () => {
    const { answer } = await signIn();
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^muster_console=00D[^;]+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.body.apps).toEqual(['console', 'portal']);
  });

  it('need their token for writes, not for reads', async () => {
    const { browser } = await signIn();
    const path = '/services/data/v60.0/sobjects/Account';
    expect((await browser.post(path, { Name: 'By browser' })).status).toBe(201);
    browser.forgetCsrf();
    expect(await browser.post(path, { Name: 'Forged' })).toMatchObject({
      status: 403,
      body: [{ errorCode: 'INVALID_CSRF_TOKEN' }],
    });
    expect((await browser.get('/services/data/v60.0/limits')).status).toBe(200);
  });

  it('of console and portal stand beside each other', async () => {
    const browser = openBrowser();
    await browser.post('/services/auth/login', { username: 'nia@people.example', password: PASSWORD });
    await browser.post('/services/auth/login', server.admin, { 'x-muster-app': 'console' });
    const who = async (app: string) =>
      (await browser.get('/services/auth/session', { 'x-muster-app': app })).body.user.username;
    expect(await who('portal')).toBe('nia@people.example');
    expect(await who('console')).toBe(server.admin.username);
  });

  it('end when signed out', async () => {
    const { browser } = await signIn();
    const cookies = new Map(browser.cookies);
    await browser.post('/services/auth/logout');
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { body } = await call(server.url, { cookie }, 'GET', '/services/auth/session');
    expect(body.user).toBeNull();
  });

  it('cannot be begun by a form of another site', async () => {
    const form = await call(server.url, {}, 'POST', '/services/auth/login', 'username=a&password=b', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(415);
    const crossSite = await call(server.url, {}, 'POST', '/services/auth/login', server.admin, {
      'sec-fetch-site': 'cross-site',
    });
    expect(crossSite.status).toBe(415);
  });

  it('are not what a program may show as its token', async () => {
    const { browser } = await signIn();
    const token = browser.cookies.get('muster_console') ?? '';
    const { status } = await call(
      server.url,
      { authorization: `Bearer ${token}` },
      'GET',
      '/services/data/v60.0/limits',
    );
    expect(status).toBe(401);
  });

  it('end for a user who is deactivated', async () => {
    const browser = openBrowser();
    await browser.post('/services/auth/register', person('leaver@people.example'));
    await browser.post('/services/auth/confirm', {
      email: 'leaver@people.example',
      code: codeIn((await mailsTo('leaver@people.example'))[0]),
    });
    const userId = (await browser.get('/services/auth/session')).body.user.id as string;
    const admin = await apiClient(server);
    await admin.call('PATCH', `/services/data/v60.0/sobjects/User/${userId}`, { IsActive: false });
    expect((await browser.get('/services/auth/session')).body.user).toBeNull();
  });
});

describe('wrong passwords', () => {
  it('make their sender wait and nobody else', async () => {
    const attempt = (password: string) =>
      openBrowser().post('/services/auth/login', { username: 'joel@people.example', password });
    const answers: Answer[] = [];
    for (let i = 0; i < 6; i += 1) answers.push(await attempt(`wrong password no ${i}`));
    expect(answers[0]?.body[0].errorCode).toBe('INVALID_LOGIN');
    expect(answers[5]).toMatchObject({ status: 429, body: [{ errorCode: 'LOGIN_RATE_EXCEEDED' }] });
    expect((await attempt(PASSWORD)).status).toBe(429);
    const elsewhere = await server.instance.signIn.credentials.check({
      username: 'joel@people.example',
      password: PASSWORD,
      address: '203.0.113.9',
    });
    expect(elsewhere).toMatch(/^005/);
  });
});

describe('the demo', () => {
  it('signs in with one click on the machine it runs on', async () => {
    const browser = openBrowser();
    const answer = await browser.post('/demo/sign-in', `username=${server.admin.username}`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer).toMatchObject({ status: 303 });
    expect(answer.headers.get('location')).toBe('/console/');
    expect((await browser.get('/services/auth/session')).body.user.username).toBe(server.admin.username);
  });

  it.each([{ host: 'evil.example' }, { 'x-forwarded-for': '203.0.113.1' }])(
    'does not for anybody else: %j',
    async (headers) => {
      const { status } = await rawRequest(server.url, '/', headers);
      expect(status).toBe(403);
    },
  );
});

describe('a sign-in', () => {
  it('is remembered with the user, by browser and by program, and a new password too', async () => {
    const facts = async () => {
      const soql =
        "SELECT LastLoginDate, LastPasswordChangeDate FROM User WHERE Username = 'admin@test.example'";
      const { body } = await (await apiClient(server)).call(
        'GET',
        `/services/data/v60.0/query?q=${encodeURIComponent(soql)}`,
      );
      return body.records[0];
    };
    const { LastLoginDate, LastPasswordChangeDate } = await facts();
    for (const at of [LastLoginDate, LastPasswordChangeDate]) {
      expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(10 * 60_000);
    }
  });
});
