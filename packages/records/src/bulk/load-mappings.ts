import type { Clock, Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Database, Org } from '@muster/store';
import type { BulkOperation, LoadColumn, LoadOptions } from './bulk-job.js';

/** What is kept of a load so that the next file of its kind is loaded alike. */
export interface LoadMapping extends Pick<LoadOptions, 'dateOrder' | 'decimalSeparator' | 'timeZone'> {
  readonly operation: BulkOperation;
  readonly externalIdFieldName?: string | undefined;
  readonly columns: readonly LoadColumn[];
}

export interface NamedMapping {
  readonly name: string;
  readonly mapping: LoadMapping;
  readonly userId: Id;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** Mappings of columns to fields by object and name, shared by all who load. */
export interface LoadMappings {
  list(object: string): Promise<readonly NamedMapping[]>;
  keep(object: string, name: string, mapping: LoadMapping, userId: Id): Promise<void>;
  remove(object: string, name: string): Promise<void>;
}

/** Keeps mappings in a table of the org's own. */
export function createLoadMappings({
  database,
  org,
  clock,
}: {
  readonly database: Database;
  readonly org: Org;
  readonly clock: Clock;
}): LoadMappings {
  const table = `${quoteIdent(org.schema)}._load_mapping`;
  return {
    async list(object) {
      const rows = await database.rows({
        text: `select name, mapping, user_id, extract(epoch from modified_at) * 1000 from ${table}
          where object = $1 order by lower(name)`,
        values: [object],
      });
      return rows.map(([name, mapping, userId, modifiedAt]) => ({
        name: name ?? '',
        mapping: JSON.parse(mapping ?? '{}') as LoadMapping,
        userId: userId ?? '',
        modifiedAt: Math.round(Number(modifiedAt)),
      }));
    },
    async keep(object, name, mapping, userId) {
      await database.rows({
        text: `insert into ${table} (object, name, mapping, user_id, modified_at) values ($1, $2, $3::jsonb, $4, $5)
          on conflict (object, name) do update
          set mapping = excluded.mapping, user_id = excluded.user_id, modified_at = excluded.modified_at`,
        values: [object, name, JSON.stringify(mapping), userId, new Date(clock.now()).toISOString()],
      });
    },
    async remove(object, name) {
      await database.rows({
        text: `delete from ${table} where object = $1 and name = $2`,
        values: [object, name],
      });
    },
  };
}
