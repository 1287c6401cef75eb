import type { Guard } from '@muster/records';
import {
  and,
  binary,
  column,
  type Expr,
  isNull,
  type Param,
  param,
  type Select,
  type SqlType,
} from '@muster/sql';
import type { FoundSession } from './sessions.js';
import { instant } from './sign-in-parts.js';

/** Makes the proofs that sessions known from memory still stand. */
export interface SessionGuards {
  guardOf(tokenHash: string, versions: Versions, now: number): Guard;
}

type Versions = Pick<FoundSession, 'metadataVersion' | 'rightsVersion'>;

const SESSION = 's';
const VERSION = 'v';

/** One SELECT for all guards of an org: the session is open, and neither rights nor metadata have changed. */
export function createSessionGuards(schema: string): SessionGuards {
  const value = (type: SqlType) => param(null, type);
  const token = value('text');
  const now = value('timestamptz');
  const metadata = value('bigint');
  const rights = value('bigint');
  const evidence: Select = {
    kind: 'Select',
    columns: [{ expr: param(1, 'integer'), alias: 'one' }],
    from: { kind: 'Table', schema, name: '_session', alias: SESSION },
    joins: [
      {
        kind: 'inner',
        item: { kind: 'Table', schema, name: '_org_version', alias: VERSION },
        on: and(
          binary('=', column(VERSION, 'metadata_version'), metadata),
          binary('=', column(VERSION, 'rights_version'), rights),
        ) as Expr,
      },
    ],
    where: and(
      binary('=', column(SESSION, 'token_hash'), token),
      isNull(column(SESSION, 'revoked_at')),
      binary('>', column(SESSION, 'idle_expires_at'), now),
      binary('>', column(SESSION, 'absolute_expires_at'), now),
    ) as Expr,
  };
  return {
    guardOf: (tokenHash, { metadataVersion, rightsVersion }, at) => ({
      evidence,
      bindings: new Map<Param, Param['value']>([
        [token, tokenHash],
        [now, instant(at)],
        [metadata, metadataVersion],
        [rights, rightsVersion],
      ]),
      outcome: 'unknown',
    }),
  };
}
