import { createClient, type MusterClient } from '@muster/client';
import type { TestServer } from './test-server.js';

/** A person of the demo at work in another place: the typed client with a browser session of their own. */
export async function clientOf(server: TestServer, username: string): Promise<MusterClient> {
  const { signIn } = server.instance;
  const userId = await signIn.credentials.findUserId(username);
  const principal = userId === undefined ? undefined : await signIn.findPrincipal(userId);
  if (principal === undefined) throw new Error(`There is no user ${username}.`);
  const app = principal.kind === 'internal' ? 'console' : 'portal';
  const cookie = `muster_${app}=${await signIn.openBrowserSession(principal)}`;
  return createClient({
    baseUrl: server.url,
    app,
    fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, cookie } }),
  });
}
