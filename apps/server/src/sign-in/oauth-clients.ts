import type { Flow, OAuthClient } from '@muster/api';
import { type Id, randomToken } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { TextRow } from '@muster/store';
import { fitsHash, hashSecret } from './secrets.js';
import type { SignInParts } from './sign-in-parts.js';

export interface NewClient {
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly flows: readonly Flow[];
  readonly purpose?: string;
  readonly runAsUserId?: Id;
  /** PEM of the certificate or public key its assertions are signed under. */
  readonly certificate?: string;
  /** Whether its refresh tokens are replaced with every use. */
  readonly rotates?: boolean;
}

export interface OAuthClients {
  find(id: string): Promise<OAuthClient | undefined>;
  checkSecret(client: OAuthClient, secret: string): Promise<boolean>;
  /** Registers a client with a secret, which is shown this once. */
  add(client: NewClient): Promise<{ readonly id: string; readonly secret: string }>;
}

const SCOPES = ['api', 'web', 'refresh_token'] as const;

export function createOAuthClients({ database, records, random }: SignInParts): OAuthClients {
  const table = `${quoteIdent(records.org.schema)}._oauth_client`;

  const read = async (id: string) => {
    const [row] = await database.rows({
      name: 'sign-in.findClient',
      text: `select client_id, name, secret_hash, to_json(redirect_uris), to_json(flows), to_json(scopes), purpose,
        run_as_user_id, rotates_refresh_tokens, certificate from ${table} where client_id = $1`,
      values: [id],
    });
    return row;
  };

  return {
    async find(id) {
      const row = await read(id);
      return row === undefined ? undefined : toClient(row);
    },

    async checkSecret(client, secret) {
      const hash = (await read(client.id))?.[2];
      return typeof hash === 'string' && fitsHash(secret, hash);
    },

    async add({ name, redirectUris, flows, purpose, runAsUserId, certificate, rotates = false }) {
      const id = `muster.${randomToken(random, 24)}`;
      const secret = randomToken(random, 32);
      await database.rows({
        text: `insert into ${table} (client_id, name, secret_hash, redirect_uris, flows, scopes, purpose,
            run_as_user_id, rotates_refresh_tokens, certificate)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        values: [
          id,
          name,
          hashSecret(secret),
          redirectUris,
          flows,
          SCOPES,
          purpose ?? null,
          runAsUserId ?? null,
          rotates,
          certificate ?? null,
        ],
      });
      return { id, secret };
    },
  };
}

function toClient(row: TextRow): OAuthClient {
  const [id, name, secretHash, redirectUris, flows, scopes, purpose, runAsUserId, rotates, certificate] = row;
  const list = (text: string | null | undefined) => JSON.parse(text ?? '[]') as string[];
  return {
    id: id ?? '',
    name: name ?? '',
    isPublic: secretHash === null,
    redirectUris: list(redirectUris),
    flows: list(flows) as Flow[],
    scopes: list(scopes),
    purpose: purpose ?? undefined,
    certificate: certificate ?? undefined,
    runAsUserId: runAsUserId ?? undefined,
    rotatesRefreshTokens: rotates === 't',
  };
}
