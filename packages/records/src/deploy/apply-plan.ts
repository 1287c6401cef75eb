import { MusterError, MusterErrors } from '@muster/kernel';
import { documentKey, findType, type StandardObject } from '@muster/metadata';
import { type Database, deployTables, type Org, type Queryable, type Transaction } from '@muster/store';
import { checkTarget } from './check-target.js';
import { deployId } from './deploy-id.js';
import { type DeployRequest, recordDeploy } from './deploy-record.js';
import type { ComponentResult, DeployOutcome, DeployResult } from './deploy-result.js';
import { isUnchanged, keepMetadata } from './keep-metadata.js';
import { type KeptComponent, type KeptMetadata, readKeptMetadata } from './kept-metadata.js';
import type { MetadataPlan } from './plan.js';
import { refuseDeletions } from './refuse-deletions.js';
import { hasFailed, placeIn, reportProblems } from './report-problems.js';

/** Where metadata is deployed to. */
export interface DeployTarget {
  readonly database: Database;
  readonly org: Org;
  readonly standardObjects: readonly StandardObject[];
}

export interface ApplyOptions extends DeployRequest {
  /** Does everything a deploy does, and then undoes it. */
  readonly checkOnly?: boolean;
  /** Brings the tables up to date even if no component changed: standard objects may have. */
  readonly always?: boolean;
  /** Runs in the transaction of the deploy, once nothing can be refused any more. */
  readonly also?: (transaction: Transaction) => Promise<void>;
}

/** Another deploy came between planning and doing. */
class MetadataMoved extends Error {}
/** Everything was done, and is to be undone. */
class CheckedOnly extends Error {}

/** Each that fails means that another deploy was done. */
const ATTEMPTS = 25;

/**
 * Plans a change of an org's metadata, checks all of it, and does all of it or nothing: tables, descriptions and version
 * in one transaction under the org's lock, the entry of the history with them. What is wrong comes back in the result.
 * @throws MusterError UNABLE_TO_LOCK_ROW when writers or other deploys do not let it through; DeployCanceled
 */
export async function applyPlan(
  target: DeployTarget,
  plan: (kept: KeptMetadata) => MetadataPlan,
  options: ApplyOptions,
): Promise<DeployResult> {
  for (let attempt = 1; ; attempt += 1) {
    const kept = await readKeptMetadata(target.database, target.org);
    try {
      return await applyOnce(target, kept, plan(kept), options);
    } catch (failure) {
      if (!(failure instanceof MetadataMoved)) throw failure;
      if (attempt === ATTEMPTS)
        throw new MusterError('UNABLE_TO_LOCK_ROW', 'Other deploys to this org did not come to an end.');
    }
  }
}

async function applyOnce(
  target: DeployTarget,
  kept: KeptMetadata,
  plan: MetadataPlan,
  options: ApplyOptions,
): Promise<DeployResult> {
  const checkOnly = options.checkOnly ?? false;
  const { standardObjects } = target;
  const before = { version: kept.version, standardObjects, assignedPrefixes: kept.assignedPrefixes };
  const checked = checkTarget({ ...before, components: plan.target, given: plan.given });
  const components = reportProblems(plan, checked.problems);
  const outcome = { checkOnly, components, unfinishedIndexes: [] };
  const end = async (ended: DeployOutcome, queryable: Queryable = target.database): Promise<DeployResult> => {
    const number = await recordDeploy(queryable, target.org, options, ended);
    return { ...ended, id: deployId(target.org, number) };
  };
  if (hasFailed(components)) return end({ ...outcome, succeeded: false });
  if (options.always !== true && isUnchanged(kept, plan.target)) return end({ ...outcome, succeeded: true });

  const current =
    kept.components.size === 0 ? undefined : checkTarget({ ...before, components: kept.components }).snapshot;
  let result: DeployResult | undefined;
  try {
    const { unfinished } = await deployTables(
      target.database,
      target.org,
      { current, target: checked.snapshot },
      async (transaction, version) => {
        if (version !== kept.version + 1) throw new MetadataMoved();
        await refuseDeletions(transaction, target.org, deletedOf(kept, plan));
        if (checkOnly) throw new CheckedOnly();
        const { assignedPrefixes } = checked;
        const change = { before: kept, target: plan.target, assignedPrefixes, author: options.author };
        await keepMetadata(transaction, target.org, change, version);
        await options.also?.(transaction);
        result = await end({ ...outcome, succeeded: true, version }, transaction);
      },
    );
    if (result === undefined) throw new Error('A deploy ended without a result.');
    return { ...result, unfinishedIndexes: unfinished };
  } catch (failure) {
    if (failure instanceof CheckedOnly) return end({ ...outcome, succeeded: true });
    const refused = refusals(failure, plan, components);
    if (refused === undefined) throw failure;
    return end({ ...outcome, components: refused, succeeded: false });
  }
}

/** Components an org has and will not have. */
function deletedOf(kept: KeptMetadata, plan: MetadataPlan): readonly KeptComponent[] {
  return [...kept.components.values()].filter(
    (component) =>
      component.content !== undefined && plan.target.get(documentKey(component))?.content === undefined,
  );
}

/** The elements of a field that are to blame, by code of the error. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  DUPLICATE_VALUE: ['unique', 'externalId'],
  FIELD_INTEGRITY_EXCEPTION: ['type', 'referenceTo'],
};

/** What the tables do not allow, at the components it is about; undefined for failures of another kind. */
function refusals(
  failure: unknown,
  plan: MetadataPlan,
  components: readonly ComponentResult[],
): readonly ComponentResult[] | undefined {
  const errors =
    failure instanceof MusterErrors ? failure.errors : failure instanceof MusterError ? [failure] : [];
  const blamed = errors.map(blamedComponent);
  if (errors.length === 0 || blamed.includes(undefined)) return undefined;
  const results = [...components];
  for (const [i, { code, message }] of errors.entries()) {
    const { type: typeName, fullName } = blamed[i] ?? { type: '', fullName: '' };
    const type = findType(typeName);
    const document = type && plan.given.get(documentKey({ type, fullName }));
    const place = document === undefined ? {} : placeIn(document, TELLING[code] ?? []);
    const problem = { severity: 'error' as const, ...place, message: message.replace(`${fullName}: `, '') };
    const at = results.findIndex(
      (each) => each.type === type?.name && each.fullName.toLowerCase() === fullName.toLowerCase(),
    );
    const known = results[at];
    if (known !== undefined)
      results[at] = { ...known, status: 'failed', problems: [...known.problems, problem] };
    else {
      const named = { type: type?.name ?? '', fullName, file: fullName };
      results.push({ ...named, status: 'failed', problems: [problem] });
    }
  }
  return results;
}

/** The component a failure is about: one it names, or the object or field of a table. */
function blamedComponent({ data, fields: [field] }: MusterError) {
  const named = data?.component as { readonly type: string; readonly fullName: string } | undefined;
  if (named !== undefined || data?.object === undefined) return named;
  const object = String(data.object);
  return field === undefined
    ? { type: 'CustomObject', fullName: object }
    : { type: 'CustomField', fullName: `${object}.${field}` };
}
