import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Rows of one table of a dataset by column, as text; what is null or empty is ''. */
export type DatasetRow = Readonly<Record<string, string>>;

/** One load of a dataset: an object, the columns of its fields, and the lookups that name rows of other tables. */
export interface DatasetStep {
  readonly object: string;
  readonly table: string;
  /** Column of the id the rows name each other by. */
  readonly idColumn: string;
  readonly fields: readonly { readonly field: string; readonly column: string }[];
  readonly lookups: readonly DatasetLookup[];
  readonly rows: readonly DatasetRow[];
}

export interface DatasetLookup {
  readonly field: string;
  readonly column: string;
  readonly table: string;
  /** Whether it is set once all is loaded, as its target is loaded later. */
  readonly isLater: boolean;
}

interface Mapping {
  readonly [step: string]: {
    readonly sf_object: string;
    readonly table?: string;
    readonly fields: Readonly<Record<string, string>> | readonly string[];
    readonly lookups?: Readonly<
      Record<string, { readonly table: string; readonly after?: string; readonly key_field?: string }>
    >;
  };
}

/** Reads a dataset of CumulusCI: `mapping.yml` says what goes where, `sample.sql` holds the rows. */
export function readDataset(folder: string): readonly DatasetStep[] {
  const mapping = parse(readFileSync(join(folder, 'mapping.yml'), 'utf8')) as Mapping;
  const tables = readTables(readFileSync(join(folder, 'sample.sql'), 'utf8'));
  return Object.values(mapping).map((step) => {
    const table = step.table ?? step.sf_object;
    const columns = Array.isArray(step.fields)
      ? step.fields.map((name: string) => [name, name] as const)
      : Object.entries(step.fields as Readonly<Record<string, string>>);
    const stored = tables.get(table) ?? { columns: [], rows: [] };
    return {
      object: step.sf_object,
      table,
      idColumn: columns.find(([field]) => field === 'Id')?.[1] ?? 'Id',
      fields: columns.flatMap(([field, column]) => (field === 'Id' ? [] : [{ field, column }])),
      lookups: Object.entries(step.lookups ?? {}).map(([field, lookup]) => ({
        field,
        column: columnOf(stored.columns, field),
        table: lookup.table,
        isLater: lookup.after !== undefined,
      })),
      rows: stored.rows,
    };
  });
}

/** Older datasets write the column of `ParentId` as `parent_id`. */
function columnOf(columns: readonly string[], field: string): string {
  const snake = field.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  return columns.find((column) => column === field || column.toLowerCase() === snake) ?? field;
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: DatasetRow[];
}

function readTables(sql: string): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  for (const [, name = '', body = ''] of sql.matchAll(/CREATE TABLE "(\w+)" \(\n([\s\S]*?)\n\);/g)) {
    const columns = [...body.matchAll(/^\s*"?(\w+)"? VARCHAR/gm)].map(([, column = '']) => column);
    tables.set(name, { columns, rows: [] });
  }
  for (const [, name = '', values = ''] of sql.matchAll(
    /INSERT INTO "(\w+)" VALUES\(((?:'(?:[^']|'')*'|date\([^)]*\)|[^';])*)\);/g,
  )) {
    const table = tables.get(name);
    const texts = [...values.matchAll(/'(?:[^']|'')*'|date\([^)]*\)|[^,]+/g)].map(([text]) => literal(text));
    table?.rows.push(Object.fromEntries(table.columns.map((column, i) => [column, texts[i] ?? ''])));
  }
  return tables;
}

/** A literal, or `date('now', '+3 day')`. */
function literal(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (!text.startsWith('date(')) return text === 'NULL' ? '' : text;
  const days = Number(/'([+-]\d+) day'/.exec(text)?.[1] ?? 0);
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
