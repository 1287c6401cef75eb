import type { Principal } from '@muster/access';
import { makeId } from '@muster/kernel';
import type { Org } from '@muster/store';

/** The user that installation and clock jobs act as; its counter is never handed out to anybody else. */
export function automatedUserId(org: Org): string {
  return makeId('005', org.pod, 0);
}

/** System work that no person asked for. */
export function systemPrincipal(org: Org): Principal {
  return {
    orgId: org.id,
    userId: automatedUserId(org),
    username: `automation@${org.schema}`,
    displayName: 'Automated Process',
    kind: 'system',
    subordinateRoleIds: [],
    profile: 'Admin',
    permissionSets: [],
    language: 'en',
    timeZone: 'UTC',
  };
}
