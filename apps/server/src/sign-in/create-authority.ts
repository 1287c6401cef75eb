import type { Authority, RefreshGrant } from '@muster/api';
import { MusterError } from '@muster/kernel';
import type { Principal } from '@muster/records';
import { API_PURPOSE, type SignIn } from './create-sign-in.js';
import { invalidLogin } from './principals.js';
import { API_IDLE_SECONDS } from './sessions.js';
import type { SignInParts } from './sign-in-parts.js';
import { readUserProfile } from './user-profile.js';

/** Sign-in as the API's SOAP and OAuth families ask for it. */
export function createAuthority(signIn: SignIn, parts: SignInParts, passwordFlows: boolean): Authority {
  const { sessions, credentials, clients, grants, history } = signIn;
  const { records, clock } = parts;

  const requirePrincipal = async (userId: string): Promise<Principal> => {
    const principal = await signIn.findPrincipal(userId);
    if (principal === undefined) throw invalidLogin();
    return principal;
  };

  const endAll = async ({ userId, clientId }: RefreshGrant) => {
    await sessions.revokeAllOf(userId, clientId);
  };

  return {
    passwordFlows,
    sessionSeconds: API_IDLE_SECONDS,

    async checkPassword(attempt) {
      const userId = await credentials.check({ ...attempt, maySendToken: true }).catch(hideWait);
      return requirePrincipal(userId);
    },

    async authenticate(token) {
      const caller = await signIn.authenticateToken(token);
      return caller.kind === 'user' ? caller : undefined;
    },

    findClient: (id) => clients.find(id),
    checkSecret: (client, secret) => clients.checkSecret(client, secret),

    async findApproved(client, username) {
      const userId = await credentials.findUserId(username);
      if (userId === undefined || userId === client.runAsUserId) return userId;
      return (await grants.hasApproved(client.id, userId)) ? userId : undefined;
    },

    async redeemCode(code) {
      const redeemed = await grants.redeem('code', code);
      if (redeemed?.isStolen) await endAll(redeemed.grant);
      return redeemed?.isStolen ? undefined : redeemed?.grant;
    },

    async redeemRefreshToken(token, client) {
      if (!client.rotatesRefreshTokens) return grants.renew(token);
      const redeemed = await grants.redeem('refresh', token);
      if (redeemed?.isStolen) await endAll(redeemed.grant);
      return redeemed?.isStolen ? undefined : redeemed?.grant;
    },

    async issueTokens({ userId, client, scopes, withRefresh }) {
      const principal = await requirePrincipal(userId);
      const purpose = client?.purpose ?? API_PURPOSE;
      const accessToken = await sessions.open({ userId, kind: 'api', purpose, clientId: client?.id });
      history.note({
        userId,
        type: 'Remote Access 2.0',
        status: 'Success',
        application: client?.name ?? 'SOAP',
      });
      const refreshToken =
        withRefresh && client !== undefined
          ? await grants.issueRefreshToken({ userId, clientId: client.id, scopes })
          : undefined;
      return { accessToken, refreshToken, principal, scopes, issuedAt: clock.now() };
    },

    async revoke(token) {
      await sessions.revoke(token);
      const grant = await grants.revoke(token);
      if (grant !== undefined) await endAll(grant);
    },

    readProfile: (principal) => readUserProfile(records, principal),
  };
}

/** Programs know one answer to a sign-in that failed; that they must wait is a reason like any other. */
function hideWait(failure: unknown): never {
  throw failure instanceof MusterError && failure.code === 'LOGIN_RATE_EXCEEDED' ? invalidLogin() : failure;
}
