import type { Sender } from './sender.js';

/** Who is signed in in this browser, and what they may do; `user` is null for nobody. */
export interface BrowserSession {
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly kind: 'portal' | 'internal';
    readonly contactId: string | null;
    readonly profile: string;
    readonly language: string;
    readonly timeZone: string;
    readonly orgId: string;
  } | null;
  /** What changes must carry; the client takes care of it. */
  readonly csrf: string | null;
  /** Names of custom permissions. */
  readonly permissions: readonly string[];
  /** Names of user permissions of the platform: `ViewSetup`. */
  readonly userPermissions: readonly string[];
  readonly apps: readonly ('console' | 'portal')[];
  readonly demo: boolean;
  readonly agency: { readonly name: string };
}

export interface Registration {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  readonly language: 'en' | 'es';
  /** How the person first came here; kept for good. */
  readonly source?: string;
}

/** The link of the mail, or the code in it. */
export interface Confirmation {
  readonly link?: string;
  readonly email?: string;
  readonly code?: string;
  readonly password?: string;
}

/** Signing in and out, and making an account: `/services/auth/<name>`. */
export function authClient({ send, knowCsrf }: Sender) {
  const ask = async (method: 'GET' | 'POST', name: string, body?: unknown): Promise<BrowserSession> => {
    const path = `/services/auth/${name}`;
    const session = await send<BrowserSession>({ method, path, ...(method === 'GET' ? {} : { body }) });
    knowCsrf(session.csrf);
    return session;
  };
  return {
    session: () => ask('GET', 'session'),
    login: (input: { readonly username: string; readonly password: string }) => ask('POST', 'login', input),
    confirm: (input: Confirmation) => ask('POST', 'confirm', input),
    demoSignIn: (input: { readonly username: string }) => ask('POST', 'demo-sign-in', input),
    /** Sets the password a link out of a mail stands for, and signs its person in. */
    setPassword: (input: { readonly link: string; readonly password: string }) =>
      ask('POST', 'set-password', input),
    /** Whose password a link sets. */
    passwordLink: (body: {
      readonly link: string;
    }): Promise<{ readonly username: string; readonly name: string }> =>
      send({ method: 'POST', path: '/services/auth/password-link', body }),
    /** Mails a link for a new password. The answer is the same whether or not there is such an account. */
    forgotPassword: (body: { readonly username: string }): Promise<{ readonly next: 'mail' }> =>
      send({ method: 'POST', path: '/services/auth/forgot-password', body }),
    /** Changes the language of the signed-in person. */
    language: (input: { readonly language: 'en' | 'es' }) => ask('POST', 'language', input),
    async logout(): Promise<void> {
      await send({ method: 'POST', path: '/services/auth/logout', body: {} });
      knowCsrf(null);
    },
    register: (body: Registration): Promise<{ readonly next: 'confirm'; readonly email: string }> =>
      send({ method: 'POST', path: '/services/auth/register', body }),
    /** Sends the code again. The answer is the same whether or not there is such an account. */
    resend: (body: { readonly email: string }): Promise<{ readonly next: 'confirm' }> =>
      send({ method: 'POST', path: '/services/auth/resend', body }),
  };
}
