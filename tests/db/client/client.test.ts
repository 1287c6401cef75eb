import { createClient } from '@muster/client';
import { community, seedArticles } from '@muster/community';
import { field } from '@muster/field';
import { secureRandom } from '@muster/kernel';
import { systemPrincipal } from '@muster/records';
import { createRecruiting, keepingTransport } from '@muster/recruiting';
import type { DemoPerson } from '@muster/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiClient } from '../../support/api-client.js';
import { addAgent, addOfficer } from '../../support/field-people.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
const people: DemoPerson[] = [];

beforeAll(async () => {
  server = await startTestServer({
    createSolutions: ({ files }) => [
      createRecruiting({ transport: keepingTransport, files, random: secureRandom }),
      community,
      field,
    ],
    demoPeople: people,
  });
  const { records } = server.instance;
  const system = records.openSession(systemPrincipal(records.org), { key: 'test' });
  await seedArticles(system);
  for (const { username } of [
    await addOfficer(system, 'Lena', 'Marsk'),
    await addAgent(system, 'Priya', 'Thorne'),
  ]) {
    people.push({
      username,
      name: username,
      title: { en: '', es: '' },
      day: { en: '', es: '' },
      app: 'portal',
      path: '/portal/',
    });
  }
});
afterAll(() => server?.close());

/** `fetch` with the cookies of one browser. */
function browserFetch(): typeof fetch {
  const cookies = new Map<string, string>();
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(input, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

describe('a browser with both apps open', () => {
  it('holds a member and support side by side, from the question to the answer', async () => {
    const browser = { baseUrl: server.url, fetch: browserFetch() };
    const portal = createClient({ ...browser, app: 'portal' });
    const desk = createClient({ ...browser, app: 'console' });

    expect(await portal.auth.session()).toMatchObject({
      user: null,
      agency: { name: server.instance.records.org.name },
    });
    expect((await portal.community.articles({ search: 'medical' })).total).toBeGreaterThan(0);
    await expect(portal.field.myCases()).rejects.toMatchObject({ status: 401, code: 'INVALID_SESSION_ID' });

    const lena = await portal.auth.demoSignIn({ username: 'lena@users.example' });
    expect(lena).toMatchObject({ user: { name: 'Lena Marsk', kind: 'portal' }, apps: ['portal'] });
    expect(lena.permissions).toContain('File_Cases');
    const filed = await portal.field.fileCase({
      subject: 'TL-2 red tag',
      description: 'Buckle',
      topic: 'Equipment',
    });

    await desk.auth.demoSignIn({ username: 'priya@users.example' });
    const { rows } = await desk.field.cases({ search: 'red tag' });
    expect(rows.map((row) => row.id)).toEqual([filed.id]);
    const answer = {
      caseId: filed.id,
      body: 'A new one leaves today.',
      readers: 'person_and_support',
      solve: true,
    } as const;
    await desk.field.answerCase(answer);

    const seen = await portal.field.myCase({ id: filed.id });
    expect(seen).toMatchObject({ statusLabel: 'Solved', thread: [{ from: 'Priya Thorne', mine: false }] });
    await portal.auth.logout();
    expect((await portal.auth.session()).user).toBeNull();
    expect((await desk.auth.session()).user?.name).toBe('Priya Thorne');
  });

  it('keeps the language a person of the console chooses', async () => {
    const desk = createClient({ baseUrl: server.url, fetch: browserFetch(), app: 'console' });
    await expect(desk.auth.language({ language: 'es' })).rejects.toMatchObject({
      code: 'INVALID_SESSION_ID',
    });
    await desk.auth.demoSignIn({ username: 'priya@users.example' });
    expect((await desk.auth.language({ language: 'es' })).user?.language).toBe('es');
    const { queues } = await desk.field.cases({});
    expect(queues[0]?.label).toBe('Asignados a mí');
  });

  it('is told what was wrong with what it sent', async () => {
    const portal = createClient({ baseUrl: server.url, fetch: browserFetch(), app: 'portal' });
    await portal.auth.demoSignIn({ username: 'lena@users.example' });
    const wrong = portal.field.fileCase({ subject: '', description: '', topic: 'Pay' });
    await expect(wrong).rejects.toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
      fields: ['subject', 'description'],
    });
  });
});

it('reads and writes records with an access token', async () => {
  const { token } = await apiClient(server);
  const { data } = createClient({ baseUrl: server.url, accessToken: token });
  const { id } = await data.create('Account', { Name: 'Orra Lakes' });
  await data.update('Account', id, { Phone: '555' });
  expect(await data.record('Account', id, ['Name', 'Phone'])).toMatchObject({
    Name: 'Orra Lakes',
    Phone: '555',
  });
  expect(await data.rows(`SELECT Id FROM Account WHERE Id = '${id}'`)).toMatchObject([{ Id: id }]);
  await data.delete('Account', id);
  await expect(data.record('Account', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
