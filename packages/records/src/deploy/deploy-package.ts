import type { MetadataPackage } from '@muster/metadata';
import { type ApplyOptions, applyPlan, type DeployTarget } from './apply-plan.js';
import { recordDeploy } from './deploy-record.js';
import type { DeployResult } from './deploy-result.js';
import { planPackage } from './plan-package.js';

export type DeployOptions = Pick<ApplyOptions, 'checkOnly' | 'author' | 'also'>;

/**
 * Deploys a package to an org, all of it or nothing; what is wrong comes back in the result.
 * @throws MusterError UNABLE_TO_LOCK_ROW when the org is too busy
 */
export async function deployPackage(
  target: DeployTarget,
  pack: MetadataPackage,
  options: DeployOptions = {},
): Promise<DeployResult> {
  return applyPlan(target, (kept) => planPackage(kept, pack), options);
}

/** As `deployPackage`, for the command: the deploy becomes an entry of the org's history. */
export async function deployByCommand(
  target: DeployTarget,
  pack: MetadataPackage,
  checkOnly: boolean,
): Promise<DeployResult> {
  const entry = { origin: 'command', options: { checkOnly } } as const;
  let isRecorded = false;
  const result = await deployPackage(target, pack, {
    checkOnly,
    also: async (transaction, done) => {
      await recordDeploy(transaction, target.org, { ...entry, result: done });
      isRecorded = true;
    },
  });
  if (!isRecorded) await recordDeploy(target.database, target.org, { ...entry, result });
  return result;
}
