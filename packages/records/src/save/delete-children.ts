import {
  columnName,
  type FieldDef,
  fieldType,
  type ObjectDef,
  referencesTo,
  tableName,
} from '@muster/metadata';
import { and, anyOf, column, type Expr, not, quoteIdent } from '@muster/sql';
import { runSelect } from '../query/run-select.js';
import { liveRows, refuse, type SaveBatch } from './batch.js';
import { keepTraces } from './keep-traces.js';
import { logChange } from './log-changes.js';

/** What hangs on deleted records: details go with them, restricted lookups stop it, other lookups become empty. */
export async function deleteChildren(batch: SaveBatch): Promise<void> {
  if (batch.kind !== 'delete') return;
  await checkRestrictions(batch);
  const ids = liveRows(batch).map((row) => row.id as string);
  await cascade(batch, batch.object, new Map(ids.map((id) => [id, id])));
}

async function checkRestrictions(batch: SaveBatch): Promise<void> {
  for (const { object, field } of referencesTo(batch.state.snapshot, batch.object)) {
    if (field.deleteConstraint !== 'Restrict') continue;
    const rows = liveRows(batch);
    const children = await childrenOf(
      batch,
      object,
      field,
      rows.map((row) => row.id as string),
    );
    const held = new Set(children.map((child) => child.parent));
    for (const row of rows.filter((candidate) => held.has(candidate.id as string))) {
      refuse(
        row,
        'DELETE_FAILED',
        `Your attempt to delete ${batch.object.label} could not be completed because it is associated with the following ${object.labelPlural}.`,
      );
    }
  }
}

/** `roots` says for each deleted record of `parent` which record of the batch it went with. */
async function cascade(
  batch: SaveBatch,
  parent: ObjectDef,
  roots: ReadonlyMap<string, string>,
): Promise<void> {
  if (roots.size === 0) return;
  for (const { object, field } of referencesTo(batch.state.snapshot, parent)) {
    if (field.deleteConstraint === 'Restrict' || isAuditField(field)) continue;
    const children = await childrenOf(batch, object, field, [...roots.keys()]);
    if (children.length === 0) continue;
    const ids = children.map(({ id }) => id);
    const rootOf = ({ parent: of }: Child) => roots.get(of) as string;
    if (fieldType(field).reference === 'master' || field.deleteConstraint === 'Cascade') {
      await writeChildren(batch, object, 'isdeleted', ids);
      await keepTraces(
        batch,
        object,
        undefined,
        children.map((child) => ({ id: child.id, root: rootOf(child) })),
      );
      await logChange(batch, object, 'delete', ids);
      await cascade(batch, object, new Map(children.map((child) => [child.id, rootOf(child)])));
    } else {
      await writeChildren(batch, object, columnName(field), ids);
      const traces = children.map((child) => ({ id: child.id, root: rootOf(child), value: child.parent }));
      await keepTraces(batch, object, field, traces);
      await logChange(batch, object, 'update', ids, [field.name]);
    }
  }
}

/** Ids people leave in audit fields and as owners stay, as users are never deleted. */
function isAuditField(field: FieldDef): boolean {
  return ['CreatedById', 'LastModifiedById', 'OwnerId'].includes(field.name);
}

interface Child {
  readonly id: string;
  readonly parent: string;
}

async function childrenOf(
  batch: SaveBatch,
  object: ObjectDef,
  field: FieldDef,
  parents: readonly string[],
): Promise<readonly Child[]> {
  const lookup = column('c', columnName(field));
  const rows = await runSelect(batch.state, {
    kind: 'Select',
    columns: [
      { expr: column('c', 'id'), alias: 'id' },
      { expr: lookup, alias: 'parent' },
    ],
    from: { kind: 'Table', schema: batch.state.engine.org.schema, name: tableName(object), alias: 'c' },
    joins: [],
    where: and(anyOf(lookup, parents), not(column('c', 'isdeleted'))) as Expr,
  });
  return rows.map(([id, parent]) => ({ id: id as string, parent: parent as string }));
}

async function writeChildren(
  batch: SaveBatch,
  object: ObjectDef,
  name: string,
  ids: readonly string[],
): Promise<void> {
  const table = `${quoteIdent(batch.state.engine.org.schema)}.${quoteIdent(tableName(object))}`;
  const value = name === 'isdeleted' ? 'true' : 'null';
  await batch.transaction.rows({
    text: `update ${table} set ${quoteIdent(name)} = ${value}, systemmodstamp = $2::timestamptz, lastmodifieddate = $2::timestamptz,
      lastmodifiedbyid = $3, _version = _version + 1 where id = any($1::text[])`,
    values: [ids, batch.savedAt, batch.state.principal.userId],
  });
}
