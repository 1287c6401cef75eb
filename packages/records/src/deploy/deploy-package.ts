import type { MetadataPackage } from '@muster/metadata';
import { type ApplyOptions, applyPlan, type DeployTarget } from './apply-plan.js';
import type { DeployResult } from './deploy-result.js';
import { planPackage } from './plan-package.js';

export type DeployOptions = Partial<ApplyOptions>;

/**
 * Deploys a package to an org, all of it or nothing; what is wrong comes back in the result, and is an entry of the org's
 * history either way.
 * @throws MusterError UNABLE_TO_LOCK_ROW when the org is too busy; DeployCanceled
 */
export async function deployPackage(
  target: DeployTarget,
  pack: MetadataPackage,
  { checkOnly = false, ...options }: DeployOptions = {},
): Promise<DeployResult> {
  const request = { origin: 'api', options: { checkOnly }, ...options } as const;
  return applyPlan(target, (kept) => planPackage(kept, pack), { ...request, checkOnly });
}
