import type { Id } from '@muster/kernel';
import type { Guard } from '@muster/records';
import { quoteIdent } from '@muster/sql';
import type { TextRow } from '@muster/store';
import { hashSecret, newAccessToken } from './secrets.js';
import { createSessionGuards } from './session-guards.js';
import { instant, type SignInParts } from './sign-in-parts.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a session lives without a request, and at most. People at a desk, people on a phone, programs. */
const LIMITS = {
  staff: { idle: 2 * HOUR, absolute: 12 * HOUR },
  portal: { idle: DAY, absolute: 14 * DAY },
  api: { idle: 2 * HOUR, absolute: DAY },
} as const;

export type SessionKind = keyof typeof LIMITS;
export const API_IDLE_SECONDS = LIMITS.api.idle / 1000;

/** Sessions kept in memory, so that a read can prove the sign-in along with what it reads. */
const CAPACITY = 10_000;

/** A session's last use is written, and a session kept in memory looked up, at most and at least this often. */
const TOUCH_INTERVAL = MINUTE;

export interface NewSession {
  readonly userId: Id;
  readonly kind: SessionKind;
  readonly purpose: string;
  readonly clientId?: string | undefined;
}

export interface StoredSession {
  readonly userId: Id;
  readonly kind: SessionKind;
  readonly purpose: string;
  readonly clientId: string | undefined;
}

/** A session, if the token is that of one, and the versions caches are checked against: read in one statement. */
export interface FoundSession {
  readonly session: StoredSession | undefined;
  readonly metadataVersion: number;
  readonly rightsVersion: number;
}

/** A session as it was found before, with the proof that is owed for it. */
export interface RecalledSession {
  readonly found: FoundSession;
  readonly guard: Guard;
}

export interface Sessions {
  /** Opens a session and gives its token; the user has signed in. */
  open(session: NewSession): Promise<string>;
  find(token: string | undefined): Promise<FoundSession>;
  /** The session of a token that was found a moment ago, without asking the database. */
  recall(token: string): RecalledSession | undefined;
  revoke(token: string): Promise<void>;
  /** Ends every session of a user, or those one client was given. */
  revokeAllOf(userId: Id, clientId?: string): Promise<void>;
}

export function createSessions({ database, records, clock, random, log }: SignInParts): Sessions {
  const { org } = records;
  const schema = quoteIdent(org.schema);
  const guards = createSessionGuards(org.schema);
  const kept = new Map<string, { readonly found: FoundSession; readonly at: number }>();

  const keep = (tokenHash: string, found: FoundSession, at: number) => {
    kept.delete(tokenHash);
    if (found.session !== undefined) kept.set(tokenHash, { found, at });
    if (kept.size > CAPACITY) kept.delete(kept.keys().next().value ?? '');
  };

  const touch = (tokenHash: string, kind: SessionKind, now: number) => {
    const statement = {
      name: 'sign-in.touch',
      text: `update ${schema}._session set last_seen_at = $2, idle_expires_at = least(absolute_expires_at, $3)
        where token_hash = $1`,
      values: [tokenHash, instant(now), instant(now + LIMITS[kind].idle)],
    };
    database
      .rows(statement)
      .catch((err: unknown) => log.warn({ err }, 'The last use of a session was not kept.'));
  };

  return {
    async open({ userId, kind, purpose, clientId }) {
      const token = newAccessToken(random, org.id);
      const now = clock.now();
      const limits = LIMITS[kind];
      await database.rows({
        name: 'sign-in.open',
        text: `with signed_in as (update ${schema}."user" set lastlogindate = $6 where id = $2)
          insert into ${schema}._session
            (token_hash, user_id, kind, purpose, client_id, created_at, last_seen_at, idle_expires_at,
             absolute_expires_at)
          values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
        values: [
          hashSecret(token),
          userId,
          kind,
          purpose,
          clientId ?? null,
          instant(now),
          instant(now + limits.idle),
          instant(now + limits.absolute),
        ],
      });
      return token;
    },

    async find(token) {
      const now = clock.now();
      const tokenHash = token === undefined ? '' : hashSecret(token);
      const [row] = await database.rows({
        name: 'sign-in.find',
        text: `select v.metadata_version, v.rights_version, s.user_id, s.kind, s.purpose, s.client_id,
            s.last_seen_at < $3
          from ${schema}._org_version v
          left join ${schema}._session s on s.token_hash = $1 and s.revoked_at is null
            and s.idle_expires_at > $2 and s.absolute_expires_at > $2`,
        values: [tokenHash, instant(now), instant(now - TOUCH_INTERVAL)],
      });
      const found = readFound(row);
      keep(tokenHash, found, now);
      if (found.session !== undefined && row?.[6] === 't') touch(tokenHash, found.session.kind, now);
      return found;
    },

    recall(token) {
      const now = clock.now();
      const tokenHash = hashSecret(token);
      const known = kept.get(tokenHash);
      if (known === undefined || now - known.at > TOUCH_INTERVAL) return undefined;
      return { found: known.found, guard: guards.guardOf(tokenHash, known.found, now) };
    },

    async revoke(token) {
      await database.rows({
        name: 'sign-in.revoke',
        text: `update ${schema}._session set revoked_at = $2 where token_hash = $1 and revoked_at is null`,
        values: [hashSecret(token), instant(clock.now())],
      });
    },

    async revokeAllOf(userId, clientId) {
      await database.rows({
        text: `update ${schema}._session set revoked_at = $3
          where user_id = $1 and revoked_at is null and ($2::text is null or client_id = $2)`,
        values: [userId, clientId ?? null, instant(clock.now())],
      });
    },
  };
}

function readFound(row: TextRow | undefined): FoundSession {
  const [metadataVersion, rightsVersion, userId, kind, purpose, clientId] = row ?? [];
  const versions = { metadataVersion: Number(metadataVersion), rightsVersion: Number(rightsVersion) };
  if (!userId || !kind || !purpose) return { ...versions, session: undefined };
  const session = {
    userId,
    kind: kind as SessionKind,
    purpose,
    clientId: clientId ?? undefined,
  };
  return { ...versions, session };
}
