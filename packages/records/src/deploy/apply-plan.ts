import { MusterError } from '@muster/kernel';
import { documentKey, type StandardObject } from '@muster/metadata';
import { type Database, deployTables, type Org, type Queryable, type Transaction } from '@muster/store';
import { checkTarget } from './check-target.js';
import { deployId } from './deploy-id.js';
import { type DeployRequest, recordDeploy } from './deploy-record.js';
import type { DeployOutcome, DeployResult } from './deploy-result.js';
import { isUnchanged, keepMetadata } from './keep-metadata.js';
import { type KeptComponent, type KeptMetadata, readKeptMetadata } from './kept-metadata.js';
import type { MetadataPlan } from './plan.js';
import { refusals } from './refusals.js';
import { refuseDeletions } from './refuse-deletions.js';
import { refusePowers } from './refuse-powers.js';
import { hasFailed, reportProblems } from './report-problems.js';

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
  /** Whether its author holds a user permission; a deploy without one, as by a command, may give any. */
  readonly holds?: ((userPermission: string) => boolean) | undefined;
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
    const { holds } = options;
    if (holds !== undefined) refusePowers(current, checked.snapshot, { holds, isSet: isSetOf(plan) });
    const { unfinished } = await deployTables(
      target.database,
      target.org,
      { current, target: checked.snapshot },
      {
        checkOnly,
        also: async (transaction, version) => {
          if (version !== kept.version + 1) throw new MetadataMoved();
          await refuseDeletions(transaction, target.org, deletedOf(kept, plan));
          if (checkOnly) throw new CheckedOnly();
          const { assignedPrefixes } = checked;
          const change = { before: kept, target: plan.target, assignedPrefixes, author: options.author };
          await keepMetadata(transaction, target.org, change, version);
          await options.also?.(transaction);
          result = await end({ ...outcome, succeeded: true, version }, transaction);
        },
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

function isSetOf({ target }: MetadataPlan): (name: string) => boolean {
  return (name) => target.get(`PermissionSet:${name.toLowerCase()}`)?.content !== undefined;
}

/** Components an org has and will not have. */
function deletedOf(kept: KeptMetadata, plan: MetadataPlan): readonly KeptComponent[] {
  return [...kept.components.values()].filter(
    (component) =>
      component.content !== undefined && plan.target.get(documentKey(component))?.content === undefined,
  );
}
