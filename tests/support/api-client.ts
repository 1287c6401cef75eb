import type { TestServer } from './test-server.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape and check what they read
  readonly body: any;
}

/** Calls the REST API of a test server as a plain program would. */
export interface ApiClient {
  readonly token: string;
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

/** A client with an access token of a user, the administrator when none is named. */
export async function apiClient(server: TestServer, username = server.admin.username): Promise<ApiClient> {
  const { signIn } = server.instance;
  const userId = await signIn.credentials.findUserId(username);
  if (userId === undefined) throw new Error(`There is no user ${username}.`);
  const token = await signIn.sessions.open({ userId, kind: 'api', purpose: 'test' });
  return { token, call: (...request) => call(server.url, { authorization: `Bearer ${token}` }, ...request) };
}

/** Sends a request and reads the answer, JSON when it is JSON. */
export async function call(
  url: string,
  credentials: Readonly<Record<string, string>>,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...credentials,
      ...(body === undefined || isWritten(body) ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isWritten(body) ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** Whether a body is sent as it is; everything else is written as JSON. */
function isWritten(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}
