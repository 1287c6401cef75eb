import { secureRandom } from '@muster/kernel';
import { resetPassword } from '@muster/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiClient, call } from '../../support/api-client.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
});
afterAll(() => server?.close());

const signIn = (password: string) =>
  call(server.url, {}, 'POST', '/services/auth/login', { username: server.admin.username, password });

describe('a reset password', () => {
  it('is the only one that opens the account, and ends what was open', async () => {
    const before = await apiClient(server);
    expect((await before.call('GET', '/services/data/v60.0/limits')).status).toBe(200);
    const { signIn: parts } = server.instance;
    const userId = (await parts.credentials.findUserId(server.admin.username)) ?? '';
    const client = await parts.clients.add({ name: 'Program', redirectUris: [], flows: ['refresh_token'] });
    const refreshToken = await parts.grants.issueRefreshToken({ userId, clientId: client.id, scopes: [] });

    const password = await resetPassword(parts, userId, secureRandom);

    expect((await before.call('GET', '/services/data/v60.0/limits')).status).toBe(401);
    expect(await parts.grants.renew(refreshToken)).toBeUndefined();
    expect((await signIn(server.admin.password)).status).toBe(400);
    expect((await signIn(password)).status).toBe(200);
  });
});
