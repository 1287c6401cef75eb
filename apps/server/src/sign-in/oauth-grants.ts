import type { CodeGrant, RefreshGrant } from '@muster/api';
import { type Id, randomToken } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { TextRow } from '@muster/store';
import { hashSecret } from './secrets.js';
import { instant, type SignInParts } from './sign-in-parts.js';

const CODE_LIFETIME = 10 * 60_000;
const REFRESH_LIFETIME = 90 * 86_400_000;

export interface OAuthGrants {
  issueCode(grant: CodeGrant): Promise<string>;
  issueRefreshToken(grant: RefreshGrant): Promise<string>;
  /**
   * Uses up a code or refresh token. One that comes again has been stolen on one of its two ways: every token its
   * client holds for the user ends (RFC 9700, section 4.14.2), and `isStolen` says so.
   */
  redeem(kind: 'code' | 'refresh', secret: string): Promise<Redeemed | undefined>;
  /** Reads a refresh token that stays as it is, and lets it live on. */
  renew(secret: string): Promise<RefreshGrant | undefined>;
  /** Whether a user lets a client act for them: by a refresh token that is still good. */
  hasApproved(clientId: string, userId: Id): Promise<boolean>;
  /** Ends a refresh token; gives whose it was. */
  revoke(secret: string): Promise<RefreshGrant | undefined>;
  /** Ends every code and refresh token of a user. */
  revokeAllOf(userId: Id): Promise<void>;
}

export interface Redeemed {
  readonly grant: CodeGrant;
  readonly isStolen: boolean;
}

const COLUMNS = 'client_id, user_id, to_json(scopes), redirect_uri, code_challenge';

export function createOAuthGrants({ database, records, clock, random }: SignInParts): OAuthGrants {
  const schema = quoteIdent(records.org.schema);

  const issue = async (
    kind: 'code' | 'refresh',
    grant: RefreshGrant & Partial<CodeGrant>,
    lifetime: number,
  ) => {
    const secret = randomToken(random, 32).replaceAll('-', '.');
    const now = clock.now();
    await database.rows({
      name: 'sign-in.issueGrant',
      text: `insert into ${schema}._oauth_grant
          (grant_hash, kind, client_id, user_id, scopes, redirect_uri, code_challenge, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        hashSecret(secret),
        kind,
        grant.clientId,
        grant.userId,
        grant.scopes,
        grant.redirectUri ?? null,
        grant.codeChallenge ?? null,
        instant(now),
        instant(now + lifetime),
      ],
    });
    return secret;
  };

  return {
    issueCode: (grant) => issue('code', grant, CODE_LIFETIME),
    issueRefreshToken: (grant) => issue('refresh', grant, REFRESH_LIFETIME),

    async renew(secret) {
      const now = clock.now();
      const [row] = await database.rows({
        name: 'sign-in.renewGrant',
        text: `update ${schema}._oauth_grant set expires_at = $3
          where grant_hash = $1 and kind = 'refresh' and used_at is null and revoked_at is null and expires_at > $2
          returning ${COLUMNS}`,
        values: [hashSecret(secret), instant(now), instant(now + REFRESH_LIFETIME)],
      });
      return row === undefined ? undefined : toGrant(row);
    },

    async redeem(kind, secret) {
      const now = instant(clock.now());
      const values = [hashSecret(secret), kind, now];
      const [fresh] = await database.rows({
        name: 'sign-in.redeemGrant',
        text: `update ${schema}._oauth_grant set used_at = $3
          where grant_hash = $1 and kind = $2 and used_at is null and revoked_at is null and expires_at > $3
          returning ${COLUMNS}`,
        values,
      });
      if (fresh !== undefined) return { grant: toGrant(fresh), isStolen: false };
      const [used] = await database.rows({
        name: 'sign-in.findUsedGrant',
        text: `update ${schema}._oauth_grant set revoked_at = coalesce(revoked_at, $3)
          where (client_id, user_id) = (select client_id, user_id from ${schema}._oauth_grant
            where grant_hash = $1 and kind = $2 and used_at is not null)
          returning ${COLUMNS}`,
        values,
      });
      return used === undefined ? undefined : { grant: toGrant(used), isStolen: true };
    },

    async hasApproved(clientId, userId) {
      const rows = await database.rows({
        name: 'sign-in.hasApproved',
        text: `select 1 from ${schema}._oauth_grant where client_id = $1 and user_id = $2 and kind = 'refresh'
          and revoked_at is null and expires_at > $3 limit 1`,
        values: [clientId, userId, instant(clock.now())],
      });
      return rows.length > 0;
    },

    async revoke(secret) {
      const [row] = await database.rows({
        name: 'sign-in.revokeGrant',
        text: `update ${schema}._oauth_grant set revoked_at = $2
          where grant_hash = $1 and kind = 'refresh' and revoked_at is null returning ${COLUMNS}`,
        values: [hashSecret(secret), instant(clock.now())],
      });
      return row === undefined ? undefined : toGrant(row);
    },

    async revokeAllOf(userId) {
      await database.rows({
        text: `update ${schema}._oauth_grant set revoked_at = $2 where user_id = $1 and revoked_at is null`,
        values: [userId, instant(clock.now())],
      });
    },
  };
}

function toGrant([clientId, userId, scopes, redirectUri, codeChallenge]: TextRow): CodeGrant {
  return {
    clientId: clientId ?? '',
    userId: userId ?? '',
    scopes: JSON.parse(scopes ?? '[]') as string[],
    redirectUri: redirectUri ?? '',
    codeChallenge: codeChallenge ?? undefined,
  };
}
