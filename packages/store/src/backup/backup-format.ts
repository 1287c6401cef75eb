import { createHash } from 'node:crypto';

/*
 * A backup is one tar archive, compressed by gzip:
 *   header.json                    what it is and how its schemas are built
 *   <schema>/<table>/<part>.copy   rows in PostgreSQL's text format; the parts of a table are one stream
 *   files/<hash>                   contents of the file store
 *   manifest.json                  last: what went before, with counts and hashes; without it a backup is not whole
 */

/** Raised when older programs would read a backup wrongly. */
export const BACKUP_FORMAT = 1;

export const HEADER = 'header.json';
export const MANIFEST = 'manifest.json';
export const FILES = 'files/';

export interface BackupHeader {
  readonly format: number;
  /** ISO 8601. */
  readonly takenAt: string;
  /** Version of PostgreSQL it was taken from, such as 18.1. */
  readonly postgres: string;
  readonly orgs: readonly BackupOrg[];
  /** Whether jobs that wait are among it. */
  readonly hasJobs: boolean;
}

export interface BackupOrg {
  readonly id: string;
  readonly name: string;
  readonly schema: string;
  /** Numbers of the migrations its system tables have had. */
  readonly migrations: readonly number[];
  readonly create: readonly string[];
  readonly finish: readonly string[];
  readonly extras: readonly string[];
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

export interface BackupManifest {
  readonly tables: readonly BackupTable[];
  readonly files: number;
}

export interface BackupTable {
  readonly schema: string;
  readonly name: string;
  readonly rows: number;
  /** SHA-256 of its parts, one after the other. */
  readonly hash: string;
}

/** Tables of the database that stand beside the orgs', and the queries that read and write their rows. */
export const SHARED_TABLES = [
  {
    schema: 'directory',
    name: 'org',
    columns: ['id', 'schema_name', 'name', 'pod', 'host', 'is_default', 'created_at'],
  },
  { schema: 'directory', name: 'username', columns: ['username', 'org_id', 'user_id'] },
] as const;

/** The path of a part in the archive. */
export function partPath(table: { readonly schema: string; readonly name: string }, part: number): string {
  return `${table.schema}/${table.name}/${String(part).padStart(6, '0')}.copy`;
}

export const sha256 = () => createHash('sha256');
