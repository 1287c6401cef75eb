import { MusterError, MusterErrors } from '@muster/kernel';
import type { Snapshot } from '@muster/metadata';
import { type Power, powersOfPermissionSet, powersOfProfile } from '../users/powers.js';

export interface PowerQuestions {
  /** Whether whoever deploys holds a user permission. */
  readonly holds: (userPermission: string) => boolean;
  /** Whether a permission set is declared as one; else it is the sum of a group. */
  readonly isSet: (name: string) => boolean;
}

/**
 * Lets nobody give a profile or permission set a power they do not hold themselves: they could have it themselves then.
 * @throws MusterErrors that name the components
 */
export function refusePowers(
  before: Snapshot | undefined,
  after: Snapshot,
  { holds, isSet }: PowerQuestions,
): void {
  const refused: MusterError[] = [];
  const judge = (type: string, fullName: string, had: readonly Power[], has: readonly Power[]) => {
    const beyond = has.find((power) => !had.includes(power) && !holds(power));
    if (beyond === undefined) return;
    const message = `it would give ${beyond}, which whoever deploys it does not have`;
    const data = { component: { type, fullName } };
    refused.push(new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', message, { data }));
  };
  for (const { name } of after.profiles.values())
    judge('Profile', name, before ? powersOfProfile(before, name) : [], powersOfProfile(after, name));
  for (const { name } of after.permissionSets.values()) {
    const type = isSet(name) ? 'PermissionSet' : 'PermissionSetGroup';
    judge(type, name, before ? powersOfPermissionSet(before, name) : [], powersOfPermissionSet(after, name));
  }
  const [first, ...more] = refused;
  if (first !== undefined) throw new MusterErrors([first, ...more]);
}
