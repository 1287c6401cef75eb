import type { Principal } from '@muster/records';

/** The url that names a user of an org: clients take org and user id from its last two segments. */
export function identityUrl(origin: string, { orgId, userId }: Pick<Principal, 'orgId' | 'userId'>): string {
  return `${origin}/id/${orgId}/${userId}`;
}
