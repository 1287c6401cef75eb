import { type Id, makeId, type Random, tryParseId } from '@muster/kernel';
import type { Database, Queryable, TextRow } from './database.js';
import { migrateOrg } from './migrate/migrate-org.js';

/** One org: a schema of the database. */
export interface Org {
  readonly id: Id;
  readonly name: string;
  /** Always qualifies the org's names; `search_path` is never switched. */
  readonly schema: string;
  /** Two base-62 characters that stand in every record id of the org. */
  readonly pod: string;
  /** Host name by which guests find the org, lower case. */
  readonly host: string | undefined;
  readonly isDefault: boolean;
}

export interface NewOrg {
  readonly name: string;
  readonly host?: string;
  readonly random: Random;
}

const COLUMNS = 'id, name, schema_name, pod, host, is_default';
const ORG_KEY_PREFIX = '00D';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Makes an org with its system tables and no objects. The first of a database is its default. The id is random, so
 * that an org can be restored beside any other; its 18 characters differ in any case, so they name the schema.
 */
export async function createOrg(database: Database, { name, host, random }: NewOrg): Promise<Org> {
  const bytes = random.bytes(8);
  const pod = [0, 1].map((i) => BASE62.charAt((bytes[i] ?? 0) % 62)).join('');
  const number = bytes.slice(2).reduce((value, byte) => value * 256 + byte, 0);
  const id = makeId(ORG_KEY_PREFIX, pod, number);
  const [row] = await database.rows({
    text: `insert into directory.org (id, schema_name, name, pod, host, is_default)
           select $1, $2, $3, $4, lower($5), not exists (select from directory.org where is_default)
           returning ${COLUMNS}`,
    values: [id, `org_${id.toLowerCase()}`, name, pod, host ?? null],
  });
  const org = readOrg(row);
  await migrateOrg(database, org.schema);
  return org;
}

/** Every org of the database, oldest first. */
export async function listOrgs(queryable: Queryable): Promise<readonly Org[]> {
  const rows = await queryable.rows({
    text: `select ${COLUMNS} from directory.org order by created_at, id`,
    values: [],
  });
  return rows.map(readOrg);
}

/** The org with this 15- or 18-character id, as it stands before the `!` of an access token. */
export async function findOrg(queryable: Queryable, id: string): Promise<Org | undefined> {
  return findOne(queryable, 'store.findOrg', 'id = $1', tryParseId(id) ?? '');
}

/** The org guests of this host see: the one that claims it, else the default org. */
export async function findOrgByHost(queryable: Queryable, host: string): Promise<Org | undefined> {
  return findOne(queryable, 'store.findOrgByHost', 'host = lower($1) or is_default', host);
}

/** The org of a username, in any case. */
export async function findOrgByUsername(queryable: Queryable, username: string): Promise<Org | undefined> {
  const where = 'id = (select org_id from directory.username where username = muster.fold($1::text))';
  return findOne(queryable, 'store.findOrgByUsername', where, username);
}

async function findOne(
  queryable: Queryable,
  name: string,
  where: string,
  value: string,
): Promise<Org | undefined> {
  const text = `select ${COLUMNS} from directory.org where ${where} order by is_default limit 1`;
  const [row] = await queryable.rows({ name, text, values: [value] });
  return row && readOrg(row);
}

function readOrg(row: TextRow | undefined): Org {
  const [id, name, schema, pod, host, isDefault] = row ?? [];
  if (!id || !name || !schema || !pod) throw new Error('A row of directory.org is not complete.');
  return { id, name, schema, pod, host: host ?? undefined, isDefault: isDefault === 't' };
}
