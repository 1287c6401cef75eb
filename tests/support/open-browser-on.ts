import { call } from './api-client.js';

/** A browser on a server: it keeps cookies and sends its token with writes. */
export function openBrowserOn(url: string) {
  const cookies = new Map<string, string>();
  let csrf: string | undefined;
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await call(url, cookie === '' ? {} : { cookie }, method, path, body, {
      ...(csrf === undefined ? {} : { 'x-csrf-token': csrf }),
      ...headers,
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    if (typeof answer.body === 'object' && answer.body?.csrf) csrf = answer.body.csrf;
    return answer;
  };
  return {
    cookies,
    get: (path: string, headers?: Record<string, string>) => send('GET', path, undefined, headers),
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) =>
      send('POST', path, body, headers),
    forgetCsrf: () => {
      csrf = undefined;
    },
  };
}
