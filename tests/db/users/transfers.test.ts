import { silentLog } from '@muster/kernel';
import type { Principal, Session } from '@muster/records';
import { systemPrincipal } from '@muster/records';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const DATA = '/services/data/v67.0';
const owned = async (session: Session, user: string) =>
  (
    await session.rows<{ total: number }>(soql`SELECT COUNT(Id) total FROM Account WHERE OwnerId = ${user}`)
  )[0]?.total;
const accounts = (session: Session, ownerId: string, count: number) =>
  session.insert(
    'Account',
    Array.from({ length: count }, (_, i) => ({ values: { Name: `Depot ${i}`, OwnerId: ownerId } })),
  );

describe('handing records over', () => {
  let server: TestServer;
  let admin: ApiClient;
  let system: Session;

  beforeAll(async () => {
    server = await startTestServer({ createSolutions: () => [] });
    admin = await apiClient(server);
    const { records, org } = server.instance;
    system = records.openSession(systemPrincipal(org), { key: 'test' });
  });
  afterAll(() => server?.close());

  it('shows what somebody owns, and gives the chosen objects to somebody else', async () => {
    const leaver = await createUser(system, 'leaver@test.example', 'Standard');
    const heir = await createUser(system, 'heir@test.example', 'Standard');
    await accounts(system, leaver, 3);
    await system.create('Campaign', { Name: 'Fair', OwnerId: leaver });
    const path = `${DATA}/setup/users/${leaver}`;
    expect((await admin.call('GET', `${path}/owned`)).body.objects).toEqual([
      { object: 'Account', label: 'Accounts', count: 3 },
      { object: 'Campaign', label: 'Campaigns', count: 1 },
    ]);
    const made = await admin.call('POST', `${path}/transfers`, { toUserId: heir, objects: ['Account'] });
    expect(made).toMatchObject({
      status: 201,
      body: { objects: [{ object: 'Account', total: 3, done: 0 }] },
    });
    await expect
      .poll(async () => (await admin.call('GET', `${DATA}/setup/transfers/${made.body.id}`)).body, {
        timeout: 20_000,
      })
      .toMatchObject({ state: 'Completed', objects: [{ done: 3, failed: 0 }] });
    expect(await owned(system, heir)).toBe(3);
    expect((await admin.call('GET', `${path}/owned`)).body.objects).toMatchObject([{ object: 'Campaign' }]);
    expect((await admin.call('GET', `${path}/transfers`)).body.transfers).toHaveLength(1);
  });

  it('is refused to those who do not manage users, and to an heir who has left', async () => {
    const leaver = await createUser(system, 'other@test.example', 'Standard');
    const gone = await createUser(system, 'gone@test.example', 'Standard', { IsActive: false });
    const path = `${DATA}/setup/users/${leaver}`;
    const clerk = await apiClient(server, 'other@test.example');
    expect((await clerk.call('GET', `${path}/owned`)).status).toBe(403);
    expect((await clerk.call('GET', `${path}/transfers`)).status).toBe(403);
    const input = { toUserId: gone, objects: ['Account'] };
    expect((await admin.call('POST', `${path}/transfers`, input)).body[0].errorCode).toBe(
      'INVALID_CROSS_REFERENCE_KEY',
    );
    const odd = await admin.call('POST', `${path}/transfers`, {
      toUserId: await createUser(system, 'heir2@test.example', 'Standard'),
      objects: ['Profile'],
    });
    expect(odd.body[0].errorCode).toBe('INVALID_TYPE');
  });
});

describe('a transfer that was cut short', () => {
  let org: TestOrg;

  beforeAll(async () => {
    org = await openTestOrg([]);
  });
  afterAll(() => org?.drop());

  it('goes on behind what was saved, and is done once', async () => {
    const [leaver, heir] = [
      await createUser(org.system, 'leaver@test.example', 'Standard'),
      await createUser(org.system, 'heir@test.example', 'Standard'),
    ];
    await accounts(org.system, leaver, 450);
    const admin: Principal = { ...systemPrincipal(org.org), kind: 'internal' };
    const { transfers } = org.records;
    const { id } = await transfers.create({
      fromUserId: leaver,
      toUserId: heir,
      requestedBy: admin.userId,
      objects: [{ object: 'Account', total: 450 }],
    });
    const parts = { findPrincipal: async () => admin, log: silentLog };
    const stop = new AbortController();
    let looks = 0;
    const signal = new Proxy(stop.signal, {
      get(target, name) {
        if (name === 'throwIfAborted' && ++looks > 1) stop.abort();
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await expect(org.records.runTransfer(id, parts, { attempt: 1, signal })).rejects.toBeTruthy();
    expect(await owned(org.system, heir)).toBe(200);
    await org.records.runTransfer(id, parts, { attempt: 2, signal: new AbortController().signal });
    expect(await owned(org.system, heir)).toBe(450);
    expect(await transfers.find(id)).toMatchObject({
      state: 'Completed',
      progress: [{ done: 450, failed: 0 }],
    });
  });

  it('whose asker has left fails in words and can be taken up again', async () => {
    const [leaver, heir] = [
      await createUser(org.system, 'leaver2@test.example', 'Standard'),
      await createUser(org.system, 'heir2@test.example', 'Standard'),
    ];
    await accounts(org.system, leaver, 1);
    const { transfers } = org.records;
    const { id } = await transfers.create({
      fromUserId: leaver,
      toUserId: heir,
      requestedBy: heir,
      objects: [{ object: 'Account', total: 1 }],
    });
    const context = { attempt: 1, signal: new AbortController().signal };
    await org.records.runTransfer(id, { findPrincipal: async () => undefined, log: silentLog }, context);
    expect(await transfers.find(id)).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringContaining('may no longer'),
    });
    expect(await transfers.resume(id)).toBe(true);
    expect(await transfers.resume(id)).toBe(false);
  });
});
