import type { StoredVersion } from '../session/session.js';

/** The version and `SystemModstamp` of a stored row, which PostgreSQL writes as `2026-11-25 07:42:28+00`. */
export function readStoredVersion(
  version: string | null | undefined,
  modified: string | null | undefined,
): StoredVersion {
  return {
    version: Number(version),
    modifiedAt: Date.parse(`${modified?.slice(0, 10)}T${modified?.slice(11, 19)}Z`),
  };
}
