import type { Caller, SignedIn } from '@muster/api';
import type { Id } from '@muster/kernel';
import type { Principal } from '@muster/records';
import { type Attempts, createAttempts } from './attempts.js';
import { type Credentials, createCredentials } from './credentials.js';
import { createLoginHistory, type LoginHistory } from './login-history.js';
import { createOAuthClients, type OAuthClients } from './oauth-clients.js';
import { createOAuthGrants, type OAuthGrants } from './oauth-grants.js';
import { createPrincipals } from './principals.js';
import { createSessions, type FoundSession, type SessionKind, type Sessions } from './sessions.js';
import type { SignInParts } from './sign-in-parts.js';

/** What tokens and browser sessions are for when neither the client nor the screen says more. */
export const API_PURPOSE = 'integration';
const PROGRAM: readonly SessionKind[] = ['api'];
const BROWSER: readonly SessionKind[] = ['staff', 'portal'];
const BROWSER_PURPOSES = { staff: 'agency-work', portal: 'own-account' } as const;

/** Everything about who somebody is, over the org's own tables. */
export interface SignIn {
  readonly sessions: Sessions;
  readonly credentials: Credentials;
  readonly attempts: Attempts;
  readonly clients: OAuthClients;
  readonly grants: OAuthGrants;
  readonly history: LoginHistory;
  /** Who a token of a program stands for. A token that is not valid is refused. */
  authenticateToken(token: string): Promise<Caller>;
  /** Who a browser's cookie stands for. One that is not valid makes its holder a guest. */
  authenticateBrowser(token: string | undefined): Promise<Caller>;
  /** Who a token of either kind stood for a moment ago; `stands` says whether it still does. */
  recall(token: string, of: 'program' | 'browser'): Promise<SignedIn | undefined>;
  /** Whether what was done for a caller may be answered: always, but for callers who were recalled. */
  stands(caller: Caller): Promise<boolean>;
  /** The principal of a user who may sign in now. */
  findPrincipal(userId: Id): Promise<Principal | undefined>;
  /** Opens a browser session and gives the token for its cookie. */
  openBrowserSession(principal: Principal, address?: string): Promise<string>;
}

export function createSignIn(parts: SignInParts): SignIn {
  const { records } = parts;
  const sessions = createSessions(parts);
  const attempts = createAttempts(parts);
  const history = createLoginHistory(parts);
  const principals = createPrincipals(records);

  /** Looks a token up; whatever is answered next works under the metadata that was current then. */
  const find = async (token: string | undefined): Promise<FoundSession> => {
    const found = await sessions.find(token);
    await records.refreshSnapshot(found.metadataVersion);
    return found;
  };

  const toCaller = async ({ session, rightsVersion }: FoundSession, kinds: readonly SessionKind[]) => {
    if (session === undefined || !kinds.includes(session.kind)) return undefined;
    const principal = await principals.find(session.userId, rightsVersion);
    return principal && { kind: 'user' as const, principal, purpose: { key: session.purpose } };
  };

  return {
    sessions,
    attempts,
    credentials: createCredentials(parts, attempts, history),
    history,
    clients: createOAuthClients(parts),
    grants: createOAuthGrants(parts),

    async authenticateToken(token) {
      const caller = await toCaller(await find(token), PROGRAM);
      return caller === undefined ? { kind: 'refused' } : { ...caller, token };
    },

    async authenticateBrowser(token) {
      return (await toCaller(await find(token), BROWSER)) ?? { kind: 'guest' };
    },

    async recall(token, of) {
      const recalled = sessions.recall(token);
      const caller = recalled && (await toCaller(recalled.found, of === 'program' ? PROGRAM : BROWSER));
      if (recalled === undefined || caller === undefined) return undefined;
      return { ...caller, guard: recalled.guard, ...(of === 'program' ? { token } : {}) };
    },

    stands: async (caller) =>
      caller.kind !== 'user' || caller.guard === undefined || records.proves(caller.guard),

    async findPrincipal(userId) {
      const { rightsVersion } = await find(undefined);
      return principals.find(userId, rightsVersion);
    },

    openBrowserSession(principal, address) {
      const kind = principal.kind === 'internal' ? 'staff' : 'portal';
      const application = kind === 'staff' ? 'Console' : 'Portal';
      const { userId } = principal;
      history.note({ userId, type: 'Application', status: 'Success', address, application });
      return sessions.open({ userId: principal.userId, kind, purpose: BROWSER_PURPOSES[kind] });
    },
  };
}
