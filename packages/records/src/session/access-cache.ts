import { accessByName, compileRights, type Principal, type Rights, recordScope } from '@muster/access';
import type { Snapshot } from '@muster/metadata';
import type { Visibility } from '@muster/soql';

/** What one principal may do under one snapshot. */
export interface Access {
  readonly rights: Rights;
  readonly visibility: Visibility;
  /** The same for principals whose rights and record scopes are the same. */
  readonly key: string;
}

export type AccessCache = (principal: Principal, snapshot: Snapshot) => Access;

/** Compiles rights once per principal and snapshot: adding them up costs more than reading a record. */
export function createAccessCache(schema: string): AccessCache {
  const kept = new WeakMap<Principal, Access & { readonly snapshot: Snapshot }>();
  return (principal, snapshot) => {
    const known = kept.get(principal);
    if (known?.snapshot === snapshot) return known;
    const access = { ...compileAccess(principal, snapshot, schema), snapshot };
    kept.set(principal, access);
    return access;
  };
}

function compileAccess(principal: Principal, snapshot: Snapshot, schema: string): Access {
  const rights = compileRights(snapshot, principal);
  const context = { snapshot, principal, rights, schema };
  return {
    rights,
    visibility: {
      canReadObject: (object) => rights.object(object).read,
      canReadField: (object, name) => accessByName(rights, object, name).read,
      seesEncrypted: rights.has('ViewEncryptedData'),
      scope: (object, alias) => recordScope(context, object, alias, 'read'),
    },
    key: `${snapshot.version}|${readerKey(principal)}`,
  };
}

/** All that rights and scopes are compiled from. */
function readerKey(principal: Principal): string {
  const { kind, userId, timeZone, language, locale = '' } = principal;
  const culture = `${timeZone}|${language}|${locale}`;
  if (kind === 'system') return `system|${culture}|${userId}`;
  const { contactId, accountId, profile, permissionSets, roleId, subordinateRoleIds } = principal;
  return [
    kind,
    userId,
    contactId ?? '',
    accountId ?? '',
    profile,
    permissionSets.join(','),
    roleId ?? '',
    subordinateRoleIds.join(','),
    culture,
  ].join('|');
}
