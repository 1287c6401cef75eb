import { type Id, MusterError } from '@muster/kernel';
import { findChildRelationship, type ObjectDef } from '@muster/metadata';
import type { FieldValues, SaveResult, Session } from '@muster/records';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { presentSaveError } from '../errors/present-save-result.js';
import { recordValues, requireObject } from '../objects.js';
import { isObject, readShape } from '../read-body.js';
import type { Call, Resource } from '../resource.js';
import { json } from '../responses.js';
import { keepContents } from '../rest/contents.js';

const MAX_RECORDS = 200;
const MAX_LEVELS = 5;

const recordShape = z.looseObject({
  attributes: z.looseObject({ type: z.string(), referenceId: z.string() }),
});
const treeShape = z.object({ records: z.array(recordShape).min(1) });
type TreeRecord = z.output<typeof recordShape>;

/** A record of the tree, the lookup that ties it to its parent, and how deep it lies. */
interface Node {
  readonly referenceId: string;
  readonly object: ObjectDef;
  readonly values: FieldValues;
  readonly parent: { readonly referenceId: string; readonly field: string } | undefined;
  readonly level: number;
}

/** `composite/tree/T`: records with their children, all saved or none. */
export const treeResources: readonly Resource[] = [
  { path: 'composite/tree/:object', methods: { POST: saveTree } },
];

async function saveTree(call: Call): Promise<ApiResponse> {
  const { session, params, request } = call;
  const object = requireObject(session, params.object ?? '');
  const { records } = readShape(request, treeShape);
  const nodes = records.flatMap((record) => flatten(session, object, record, undefined, 1));
  checkTree(nodes);
  const ready = await Promise.all(
    nodes.map(async (node) => ({ ...node, values: await keepContents(call, node.object, node.values) })),
  );
  const rollBack = new Error('The transaction is undone.');
  let failures: readonly FailedNode[] = [];
  try {
    const ids = await session.transaction(async (inner) => {
      const saved = await saveLevels(inner, ready);
      if (saved.failures.length === 0) return saved.ids;
      failures = saved.failures;
      throw rollBack;
    });
    const results = nodes.map(({ referenceId }) => ({ referenceId, id: ids.get(referenceId) }));
    return json({ hasErrors: false, results }, 201);
  } catch (thrown) {
    if (thrown !== rollBack) throw thrown;
    const results = failures.map(({ node, result }) => ({
      referenceId: node.referenceId,
      errors: result.errors.map(presentSaveError),
    }));
    return json({ hasErrors: true, results }, 400);
  }
}

interface FailedNode {
  readonly node: Node;
  readonly result: SaveResult;
}

/** Saves level by level, each object of a level as one batch, and stops at the first level with failures. */
async function saveLevels(session: Session, nodes: readonly Node[]) {
  const ids = new Map<string, Id>();
  for (let level = 1; level <= MAX_LEVELS; level += 1) {
    const failures: FailedNode[] = [];
    const here = nodes.filter((node) => node.level === level);
    for (const object of new Set(here.map((node) => node.object))) {
      const batch = here.filter((node) => node.object === object);
      const inputs = batch.map((node) => ({ values: withParent(node, ids) }));
      const results = await session.insert(object.name, inputs);
      for (const [i, node] of batch.entries()) {
        const result = results[i];
        if (result?.id !== undefined && result.success) ids.set(node.referenceId, result.id);
        else if (result !== undefined && !isUndone(result)) failures.push({ node, result });
      }
    }
    if (failures.length > 0) return { ids, failures };
  }
  return { ids, failures: [] };
}

/** Records that fail only because others do are not listed. */
function isUndone({ errors }: SaveResult): boolean {
  return errors.every(({ code }) => code === 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
}

function withParent({ values, parent }: Node, ids: ReadonlyMap<string, Id>): FieldValues {
  return parent === undefined ? values : { ...values, [parent.field]: ids.get(parent.referenceId) };
}

function flatten(
  session: Session,
  object: ObjectDef,
  record: TreeRecord,
  parent: Node['parent'],
  level: number,
): readonly Node[] {
  const { type, referenceId } = record.attributes;
  if (type.toLowerCase() !== object.name.toLowerCase()) {
    throw new MusterError(
      'INVALID_INPUT',
      `Record ${referenceId} is of type ${type}; ${object.name} is expected here`,
    );
  }
  const own: Record<string, unknown> = {};
  const children: Node[] = [];
  for (const [name, value] of Object.entries(recordValues(record))) {
    const nested = isObject(value) ? treeShape.safeParse(value) : undefined;
    if (nested?.success !== true) {
      own[name] = value;
      continue;
    }
    const relationship = findChildRelationship(session.snapshot, object, name);
    if (relationship === undefined) {
      throw new MusterError('INVALID_FIELD', `${object.name} has no child relationship named ${name}`);
    }
    const link = { referenceId, field: relationship.field.name };
    for (const child of nested.data.records) {
      children.push(...flatten(session, relationship.object, child, link, level + 1));
    }
  }
  return [{ referenceId, object, values: own, parent, level }, ...children];
}

function checkTree(nodes: readonly Node[]): void {
  if (nodes.length > MAX_RECORDS) {
    throw new MusterError(
      'EXCEEDED_ID_LIMIT',
      `A tree may hold ${MAX_RECORDS} records; this one holds ${nodes.length}`,
    );
  }
  if (nodes.some((node) => node.level > MAX_LEVELS)) {
    throw new MusterError('INVALID_INPUT', `A tree may be ${MAX_LEVELS} levels deep`);
  }
  const seen = new Set<string>();
  for (const { referenceId } of nodes) {
    if (seen.has(referenceId))
      throw new MusterError('INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${referenceId}`);
    seen.add(referenceId);
  }
}
