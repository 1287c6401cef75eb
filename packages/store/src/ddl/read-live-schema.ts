import type { Queryable } from '../database.js';
import type { LiveSchema } from './schema-shape.js';

/** What an org's schema holds now, system tables left out. Indexes a crash left half built count as missing. */
export async function readLiveSchema(queryable: Queryable, schema: string): Promise<LiveSchema> {
  const tables = new Map<string, { columns: Map<string, string>; indexes: Set<string> }>();
  for (const [table, column, type] of await queryable.rows({ text: COLUMNS, values: [schema] })) {
    if (!table || !column || !type) continue;
    const live = tables.get(table) ?? { columns: new Map(), indexes: new Set() };
    live.columns.set(column, type);
    tables.set(table, live);
  }
  for (const [table, index] of await queryable.rows({ text: INDEXES, values: [schema] })) {
    if (table && index) tables.get(table)?.indexes.add(index);
  }
  const sequences = await queryable.rows({ text: SEQUENCES, values: [schema] });
  return { tables, sequences: new Set(sequences.flatMap(([name]) => name ?? [])) };
}

const COLUMNS = `
  select c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = (select oid from pg_namespace where nspname = $1)
    and c.relkind = 'r' and not starts_with(c.relname, '_')
  order by c.relname, a.attnum`;

const INDEXES = `
  select t.relname, c.relname
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_class t on t.oid = i.indrelid
  where t.relnamespace = (select oid from pg_namespace where nspname = $1)
    and t.relkind = 'r' and not starts_with(t.relname, '_') and i.indisvalid and not i.indisprimary
  order by t.relname, c.relname`;

const SEQUENCES = `
  select c.relname
  from pg_class c
  where c.relnamespace = (select oid from pg_namespace where nspname = $1) and c.relkind = 'S'
  order by c.relname`;
