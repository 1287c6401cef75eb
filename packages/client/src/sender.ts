import { ClientError, readClientError } from './client-error.js';

export interface ClientOptions {
  /** `https://host`; the page's own by default. */
  readonly baseUrl?: string;
  /** The web app that asks: each keeps a session of its own in one browser. */
  readonly app?: 'portal' | 'console';
  /** Signs in without a browser session. */
  readonly accessToken?: string;
  readonly fetch?: typeof fetch;
  /** Milliseconds until a request is given up. Default 20,000. */
  readonly timeout?: number;
}

export interface Message {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From `/services` on. */
  readonly path: string;
  /** Query parameters; absent and undefined ones are left out. */
  readonly query?: object;
  readonly body?: unknown;
  /** A file, in place of `body`. */
  readonly upload?: { readonly content: Blob; readonly type: string };
  /** Milliseconds, for what takes longer than other requests. */
  readonly timeout?: number;
}

/** Sends one message and gives the answer's JSON; undefined where there is none. @throws ClientError, TypeError */
export type Send = <Answer>(message: Message) => Promise<Answer>;

export interface Sender {
  readonly send: Send;
  /** Learns the token of the browser session, without which the server takes no change; null for nobody. */
  readonly knowCsrf: (token: string | null) => void;
}

const TIMEOUT = 20_000;
const SESSION_PATH = '/services/auth/session';

/**
 * The one place that talks to the server. Changes carry the token of the browser session, which is asked for when it
 * is not known and once more when another tab signed in anew; a refused change has changed nothing, so it is sent again.
 */
export function createSender(options: ClientOptions): Sender {
  const isByCookie = options.accessToken === undefined;
  let csrf: string | null | undefined;

  const learnCsrf = async () => {
    csrf = (await sendOnce<{ csrf: string | null }>(options, { method: 'GET', path: SESSION_PATH }, null))
      .csrf;
  };
  const send: Send = async (message) => {
    if (message.method === 'GET' || !isByCookie) return sendOnce(options, message, null);
    if (csrf === undefined) await learnCsrf();
    try {
      return await sendOnce(options, message, csrf ?? null);
    } catch (failure) {
      if (!(failure instanceof ClientError) || failure.code !== 'INVALID_CSRF_TOKEN') throw failure;
      await learnCsrf();
      return sendOnce(options, message, csrf ?? null);
    }
  };
  return {
    send,
    knowCsrf(token) {
      csrf = token;
    },
  };
}

async function sendOnce<Answer>(
  options: ClientOptions,
  message: Message,
  csrf: string | null,
): Promise<Answer> {
  const { fetch: send = fetch, baseUrl = '', timeout = TIMEOUT } = options;
  const limit = message.timeout ?? timeout;
  const signal = AbortSignal.timeout(limit);
  const { method } = message;
  const request: RequestInit = {
    method,
    signal,
    headers: headersOf(options, message, csrf),
    credentials: 'same-origin',
  };
  if (message.upload !== undefined) request.body = message.upload.content;
  else if (message.body !== undefined) request.body = JSON.stringify(message.body);
  try {
    const response = await send(`${baseUrl}${message.path}${queryString(message.query)}`, request);
    const text = await response.text();
    if (!response.ok) throw readClientError(response.status, text);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  } catch (failure) {
    if (signal.aborted) throw tooLate(limit);
    throw failure;
  }
}

function headersOf(
  { accessToken, app }: ClientOptions,
  message: Message,
  csrf: string | null,
): Record<string, string> {
  return {
    accept: 'application/json',
    ...(message.method === 'GET' ? {} : { 'content-type': message.upload?.type ?? 'application/json' }),
    ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
    ...(app === undefined ? {} : { 'x-muster-app': app }),
    ...(csrf === null ? {} : { 'x-csrf-token': csrf }),
  };
}

function queryString(query: object = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return parameters.size === 0 ? '' : `?${parameters}`;
}

function tooLate(limit: number): ClientError {
  const message = `No answer within ${limit / 1_000} seconds`;
  return new ClientError(0, [{ code: 'SERVER_UNAVAILABLE', message, fields: [] }]);
}
