import { quoteIdent } from '@muster/sql';
import type { Queryable } from '../database.js';
import { BESIDE, isBeside } from '../ddl/plan-conversions.js';

/** How a schema is made again, as statements whose names are all qualified. */
export interface SchemaPlan {
  readonly schema: string;
  /** Sequences, tables and functions, before the rows. */
  readonly create: readonly string[];
  /** Keys, indexes and the positions of sequences, after the rows. */
  readonly finish: readonly string[];
  /** Indexes that need an extension the other server may not have. */
  readonly extras: readonly string[];
  readonly tables: readonly PlannedTable[];
}

interface PlannedTable {
  readonly name: string;
  /** Those that have a value of their own. */
  readonly columns: readonly string[];
}

/**
 * Reads from PostgreSQL's catalogue how a schema is built. A field that is about to get another type is as it was.
 * @throws Error when it holds what a backup does not know: then it is this module that has to learn it
 */
export async function planSchema(queryable: Queryable, schema: string): Promise<SchemaPlan> {
  await refuseUnknown(queryable, schema);
  const tables = await readTables(queryable, schema);
  const [sequences, functions, constraints, indexes, extras, positions] = [
    await texts(queryable, SEQUENCES, schema),
    await texts(queryable, FUNCTIONS, schema),
    await texts(queryable, CONSTRAINTS, schema),
    await texts(queryable, indexesThat(`not ${NEEDS_EXTENSION}`), schema),
    await texts(queryable, indexesThat(NEEDS_EXTENSION), schema),
    await readPositions(queryable, schema),
  ];
  return {
    schema,
    create: [
      `create schema ${quoteIdent(schema)}`,
      ...sequences,
      ...tables.map(({ definition }) => definition),
      ...functions,
    ],
    finish: [...constraints, ...indexes, ...positions],
    extras,
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  };
}

async function texts(queryable: Queryable, text: string, schema: string): Promise<string[]> {
  const rows = await queryable.rows({ text, values: [schema] });
  return rows.map(([statement]) => statement ?? '');
}

/** Views, triggers, types, partitions and the like: no schema of an org has any. */
async function refuseUnknown(queryable: Queryable, schema: string): Promise<void> {
  const [unknown] = await texts(
    queryable,
    `select relkind::text || ' ' || relname from pg_catalog.pg_class
     where relnamespace = $1::text::regnamespace and relkind not in ('r', 'i', 'S', 't') or relispartition
     union all
     select 'trigger ' || t.tgname from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
     where c.relnamespace = $1::text::regnamespace and not t.tgisinternal and not starts_with(t.tgname, '${BESIDE}')
     union all
     select 'type ' || typname from pg_catalog.pg_type
     where typnamespace = $1::text::regnamespace and typtype <> 'c' and typcategory <> 'A'`,
    schema,
  );
  if (unknown !== undefined) throw new Error(`${schema} holds what a backup does not know: ${unknown}`);
}

interface ReadTable extends PlannedTable {
  readonly definition: string;
}

async function readTables(queryable: Queryable, schema: string): Promise<ReadTable[]> {
  const rows = await queryable.rows({
    text: `select c.relname, to_json(c.reloptions), json_agg(json_build_object(
        'name', a.attname,
        'type', format_type(a.atttypid, a.atttypmod),
        'collation', case when a.attcollation <> t.typcollation then quote_ident(cn.nspname) || '.' || quote_ident(co.collname) end,
        'required', a.attnotnull,
        'identity', a.attidentity,
        'generated', a.attgenerated,
        'value', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
      from pg_catalog.pg_class c
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_catalog.pg_type t on t.oid = a.atttypid
      left join pg_catalog.pg_collation co on co.oid = a.attcollation
      left join pg_catalog.pg_namespace cn on cn.oid = co.collnamespace
      left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = $1::text::regnamespace and c.relkind = 'r'
      group by c.oid, c.relname, c.reloptions order by c.relname`,
    values: [schema],
  });
  return rows.map(([name, options, columns]) => {
    const read = (JSON.parse(columns ?? '[]') as readonly ReadColumn[]).filter(
      (each) => !isBeside(each.name),
    );
    const settings = (JSON.parse(options ?? 'null') ?? []) as readonly string[];
    const table = `${quoteIdent(schema)}.${quoteIdent(name ?? '')}`;
    return {
      name: name ?? '',
      columns: read.filter(({ generated }) => generated === '').map((column) => column.name),
      definition: `create table ${table} (${read.map(printColumn).join(', ')})${
        settings.length > 0 ? ` with (${settings.join(', ')})` : ''
      }`,
    };
  });
}

interface ReadColumn {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly required: boolean;
  readonly identity: '' | 'a' | 'd';
  readonly generated: '' | 's' | 'v';
  /** Its default, or what it is generated from. */
  readonly value: string | null;
}

function printColumn({ name, type, collation, required, identity, generated, value }: ReadColumn): string {
  const parts = [quoteIdent(name), type];
  if (collation !== null) parts.push(`collate ${collation}`);
  if (generated !== '')
    parts.push(`generated always as (${value}) ${generated === 's' ? 'stored' : 'virtual'}`);
  else if (identity !== '') parts.push(`generated ${identity === 'a' ? 'always' : 'by default'} as identity`);
  else if (value !== null) parts.push(`default ${value}`);
  if (required) parts.push('not null');
  return parts.join(' ');
}

/** Sequences of their own; those of identity columns come with their tables. */
const SEQUENCES = `select format('create sequence %I.%I as %s increment %s minvalue %s maxvalue %s start %s cache %s%s',
    schemaname, sequencename, data_type, increment_by, min_value, max_value, start_value, cache_size,
    case when cycle then ' cycle' else '' end)
  from pg_catalog.pg_sequences s
  where schemaname = $1 and not exists (
    select from pg_catalog.pg_depend
    where objid = format('%I.%I', s.schemaname, s.sequencename)::regclass and deptype = 'i'
      and classid = 'pg_catalog.pg_class'::regclass
  )
  order by sequencename`;

const FUNCTIONS = `select pg_get_functiondef(oid) from pg_catalog.pg_proc
  where pronamespace = $1::text::regnamespace and not starts_with(proname, '${BESIDE}') order by proname, oid`;

/** Foreign keys last: they need the keys they point at. */
const CONSTRAINTS = `select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  from pg_catalog.pg_constraint
  where connamespace = $1::text::regnamespace and contype in ('p', 'u', 'c', 'x', 'f')
  order by contype = 'f', conrelid::regclass::text, conname`;

const NEEDS_EXTENSION = `exists (
    select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_opclass'::regclass and d.objid = any(i.indclass) and d.deptype = 'e'
  )`;

/** Indexes that are not part of a constraint. */
function indexesThat(condition: string): string {
  return `select pg_get_indexdef(i.indexrelid) from pg_catalog.pg_index i
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    where c.relnamespace = $1::text::regnamespace and i.indisvalid and ${condition}
      and not exists (select from pg_catalog.pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
    order by c.relname`;
}

/** A sequence is read outside of any snapshot, so it is at least as far as the rows that took numbers from it. */
async function readPositions(queryable: Queryable, schema: string): Promise<string[]> {
  const names = await texts(
    queryable,
    `select format('%I.%I', schemaname, sequencename) from pg_catalog.pg_sequences
     where schemaname = $1 order by sequencename`,
    schema,
  );
  const positions: string[] = [];
  for (const name of names) {
    const [row] = await queryable.rows({ text: `select last_value, is_called from ${name}`, values: [] });
    const literal = `'${name.replaceAll("'", "''")}'`;
    positions.push(`select setval(${literal}::regclass, ${row?.[0]}, ${row?.[1] === 't'})`);
  }
  return positions;
}
