import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiClient, call } from '../../support/api-client.js';
import { openBrowserOn } from '../../support/open-browser-on.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
});
afterAll(() => server?.close());

const openBrowser = () => openBrowserOn(server.url);

describe('OAuth with a code', () => {
  const redirectUri = 'http://localhost:1717/OauthRedirect';
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const path = `/services/oauth2/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: 'PlatformCLI',
    redirect_uri: redirectUri,
    scope: 'refresh_token api web',
    state: 'xyz',
    prompt: 'login',
    code_challenge: challenge,
  })}`;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const token = (parameters: Record<string, string>) =>
    call(server.url, {}, 'POST', '/services/oauth2/token', String(new URLSearchParams(parameters)), form);

  const authorize = async () => {
    const browser = openBrowser();
    expect(String((await browser.get(path)).body)).toContain('type="password"');
    const signedIn = await browser.post(path, String(new URLSearchParams(server.admin)), form);
    expect(signedIn.status).toBe(303);
    const page = String((await browser.get(signedIn.headers.get('location') ?? '')).body);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const decided = await browser.post(path, String(new URLSearchParams({ csrf, decision: 'allow' })), form);
    expect(decided.status).toBe(302);
    return new URL(decided.headers.get('location') ?? '');
  };

  it('gives tokens for a code and its verifier, once', async () => {
    const location = await authorize();
    expect(location.origin + location.pathname).toBe(redirectUri);
    expect(location.searchParams.get('state')).toBe('xyz');
    const request = {
      grant_type: 'authorization_code',
      client_id: 'PlatformCLI',
      redirect_uri: redirectUri,
      code: location.searchParams.get('code') ?? '',
    };
    const tokens = await token({ ...request, code_verifier: verifier });
    expect(tokens.status).toBe(200);
    expect(tokens.body).toMatchObject({ instance_url: server.url, token_type: 'Bearer' });
    const limits = () =>
      call(
        server.url,
        { authorization: `Bearer ${tokens.body.access_token}` },
        'GET',
        '/services/data/v60.0/limits',
      );
    expect((await limits()).status).toBe(200);

    const refreshed = await token({
      grant_type: 'refresh_token',
      client_id: 'PlatformCLI',
      refresh_token: tokens.body.refresh_token,
    });
    expect(refreshed.status).toBe(200);
    expect(refreshed.body.refresh_token).toBeUndefined();

    const again = await token({ ...request, code_verifier: verifier });
    expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await limits()).status).toBe(401);
  });

  it('refuses another verifier', async () => {
    const location = await authorize();
    const { status, body } = await token({
      grant_type: 'authorization_code',
      client_id: 'PlatformCLI',
      redirect_uri: redirectUri,
      code: location.searchParams.get('code') ?? '',
      code_verifier: randomBytes(32).toString('base64url'),
    });
    expect(status).toBe(400);
    expect(body).toEqual({ error: 'invalid_grant', error_description: 'invalid code verifier' });
  });

  it('sends nobody to an address that is not the client’s, and public clients need a challenge', async () => {
    const elsewhere = path.replace(
      encodeURIComponent(redirectUri),
      encodeURIComponent('https://evil.example/'),
    );
    expect((await openBrowser().get(elsewhere)).status).toBe(400);
    const bare = await openBrowser().get(path.replace(/&code_challenge=[^&]*/, ''));
    expect(bare.status).toBe(302);
    expect(bare.headers.get('location')).toContain('error=invalid_request');
  });

  it('rotates refresh tokens for clients that ask for it, and a token used twice ends them all', async () => {
    const { clients, grants } = server.instance.signIn;
    const client = await clients.add({
      name: 'Rotating',
      redirectUris: [],
      flows: ['refresh_token'],
      rotates: true,
    });
    const userId = (await server.instance.signIn.credentials.findUserId(server.admin.username)) ?? '';
    const first = await grants.issueRefreshToken({ userId, clientId: client.id, scopes: ['refresh_token'] });
    const refresh = (refresh_token: string) =>
      token({
        grant_type: 'refresh_token',
        client_id: client.id,
        client_secret: client.secret,
        refresh_token,
      });
    const second = await refresh(first);
    expect(second.body.refresh_token).toMatch(/^[\w.]+$/);
    expect((await refresh(first)).body).toEqual({
      error: 'invalid_grant',
      error_description: 'expired access/refresh token',
    });
    expect((await refresh(second.body.refresh_token)).status).toBe(400);
  });

  it('lets a client with a user of its own sign in by itself', async () => {
    const { signIn } = server.instance;
    const runAsUserId = (await signIn.credentials.findUserId(server.admin.username)) ?? '';
    const client = await signIn.clients.add({
      name: 'Nightly',
      redirectUris: [],
      flows: ['client_credentials'],
      runAsUserId,
    });
    const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64');
    const answer = await call(
      server.url,
      { authorization: `Basic ${basic}` },
      'POST',
      '/services/oauth2/token',
      'grant_type=client_credentials',
      form,
    );
    expect(answer.body.id).toBe(`${server.url}/id/${server.instance.org.id}/${runAsUserId}`);
    const wrong = await token({
      grant_type: 'client_credentials',
      client_id: client.id,
      client_secret: 'no',
    });
    expect(wrong.body).toEqual({ error: 'invalid_client', error_description: 'invalid client credentials' });
  });

  it('answers userinfo and identity to the token’s owner only', async () => {
    const client = await apiClient(server);
    const info = await client.call('GET', '/services/oauth2/userinfo');
    expect(info.body).toMatchObject({
      preferred_username: server.admin.username,
      organization_id: server.instance.org.id,
    });
    expect((await call(server.url, {}, 'GET', '/services/oauth2/userinfo')).status).toBe(401);
    const other = await client.call('GET', `/id/${server.instance.org.id}/005000000000001AAA`);
    expect(other.status).toBe(403);
  });
});
