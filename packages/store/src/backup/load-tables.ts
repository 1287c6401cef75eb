import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { quoteIdent } from '@muster/sql';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type BackupHeader, type BackupTable, SHARED_TABLES, sha256 } from './backup-format.js';
import { JOBS } from './jobs-table.js';
import { refuseBackup } from './refuse-backup.js';

export interface TableLoader {
  /** Takes the next part of a table; parts of one table follow each other. */
  write(
    table: { readonly schema: string; readonly name: string },
    part: AsyncIterable<Uint8Array>,
  ): Promise<void>;
  /** Waits for the last table, and says of all what was loaded. */
  end(): Promise<readonly BackupTable[]>;
}

/** Loads rows of a backup, table after table, on a connection that does nothing else meanwhile. */
export function createTableLoader(
  client: pg.Client,
  header: BackupHeader,
  onTable: (name: string, done: number) => void,
): TableLoader {
  const done: BackupTable[] = [];
  let current: OpenTable | undefined;
  const endCurrent = async (): Promise<void> => {
    const ending = current;
    current = undefined;
    if (ending !== undefined) done.push(await ending.end());
  };
  return {
    async write({ schema, name }, part) {
      if (current?.schema !== schema || current.name !== name) {
        await endCurrent();
        onTable(`${schema}.${name}`, done.length);
        current = openTable(client, header, schema, name);
      }
      await (current as OpenTable).write(part);
    },
    async end() {
      await endCurrent();
      return done;
    },
  };
}

interface OpenTable {
  readonly schema: string;
  readonly name: string;
  write(part: AsyncIterable<Uint8Array>): Promise<void>;
  end(): Promise<BackupTable>;
}

function openTable(client: pg.Client, header: BackupHeader, schema: string, name: string): OpenTable {
  const { target, columns } = findTarget(header, schema, name);
  const stream = client.query(copyFrom(`copy ${target} (${columns.map(quoteIdent).join(', ')}) from stdin`));
  const through = new PassThrough();
  const copied = pipeline(through, stream).catch((failure: unknown) => {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw refuseBackup(
      `The backup is damaged: the rows of ${schema}.${name} cannot be read. ${reason}`,
      failure,
    );
  });
  copied.catch(() => undefined);
  const hash = sha256();
  return {
    schema,
    name,
    async write(part) {
      for await (const chunk of part) {
        hash.update(chunk);
        if (!through.write(chunk)) {
          await Promise.race([new Promise((resolve) => through.once('drain', resolve)), copied]);
        }
      }
    },
    async end() {
      through.end();
      await copied;
      return { schema, name, rows: stream.rowCount, hash: hash.digest('hex') };
    },
  };
}

function findTarget(header: BackupHeader, schema: string, name: string) {
  if (schema === JOBS.schema) return { target: 'pg_temp.jobs', columns: JOBS.columns };
  const shared = SHARED_TABLES.find((table) => table.schema === schema && table.name === name);
  const own = header.orgs.find((org) => org.schema === schema)?.tables.find((table) => table.name === name);
  const columns = shared?.columns ?? own?.columns;
  if (columns === undefined)
    throw refuseBackup(`The backup holds rows of ${schema}.${name}, which it does not describe.`);
  return { target: `${quoteIdent(schema)}.${quoteIdent(name)}`, columns };
}
