import { createClient, type MusterClient } from '@muster/client';
import { apiClient } from './api-client.js';
import type { TestServer } from './test-server.js';

/** A person of the demo at work in another place: the typed client with a token of their own. */
export async function clientOf(server: TestServer, username: string): Promise<MusterClient> {
  const { token } = await apiClient(server, username);
  return createClient({ baseUrl: server.url, accessToken: token });
}
