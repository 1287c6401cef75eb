import { assertNever } from '@muster/kernel';
import {
  type CriteriaSharingRule,
  columnName,
  type FieldDef,
  fieldType,
  findField,
  findObject,
  findParentField,
  type ObjectDef,
  type SharingModel,
  type Snapshot,
  tableName,
} from '@muster/metadata';
import { and, anyOf, binary, column, type Expr, FALSE, not, or, param, type Select } from '@muster/sql';
import type { AccessContext } from './access-context.js';
import { criterionCondition } from './criteria.js';
import { fileScope } from './file-scope.js';
import { historyScope } from './history-scope.js';

/** Which records: those that may be seen, or those that may be changed. */
export type Reach = 'read' | 'edit';

/**
 * The condition a row of `alias` must meet for the principal to reach it; undefined when all rows do, FALSE when
 * none does. Object rights are the caller's to check; here they only say whether all records are open.
 */
export function recordScope(
  context: AccessContext,
  object: ObjectDef,
  alias: string,
  reach: Reach,
): Expr | undefined {
  const { principal, rights } = context;
  if (principal.kind === 'system') return undefined;
  const access = rights.object(object);
  if (!access.read) return FALSE;
  if (object.historyOf !== undefined) {
    return historyScope(context, object.historyOf, alias, parentScope(context, object, alias, 'read'));
  }
  if (access.modifyAll || (reach === 'read' && access.viewAll)) return undefined;
  const model = principal.kind === 'internal' ? object.sharingModel : object.externalSharingModel;
  if (model === 'ControlledByParent') return parentScope(context, object, alias, reach);
  if (isOpen(model, reach)) return undefined;
  const branches = [
    ...publishedBranches(context, object, alias, reach),
    ...(principal.kind === 'internal' ? ownerBranches(context, object, alias) : []),
    ...(principal.kind === 'portal' ? sharingSetBranches(context, object, alias, reach) : []),
    ...linkedFileBranches(context, object, alias, reach),
    ...(object.name === 'User' && principal.kind !== 'guest'
      ? [binary('=', column(alias, 'id'), param(principal.userId, 'text'))]
      : []),
  ];
  return or(...branches) ?? FALSE;
}

function isOpen(model: SharingModel, reach: Reach): boolean {
  return model === 'ReadWrite' || (model === 'Read' && reach === 'read');
}

/** Criteria rules: readable by a whole audience when all criteria hold. */
function publishedBranches(context: AccessContext, object: ObjectDef, alias: string, reach: Reach): Expr[] {
  if (reach !== 'read') return [];
  return context.snapshot.sharingRules
    .filter((rule) => rule.object === object.name && isInAudience(context, rule.sharedTo))
    .map((rule) => and(...rule.criteria.map((item) => criterionCondition(object, item, alias))) ?? FALSE);
}

/** What is published to strangers is published to everybody; partners are the portal users with a partner licence. */
function isInAudience(
  { snapshot, principal }: AccessContext,
  audience: CriteriaSharingRule['sharedTo'],
): boolean {
  switch (audience) {
    case 'guest':
      return true;
    case 'portal':
    case 'internal':
      return principal.kind === audience;
    case 'partner': {
      const licence = snapshot.profiles.get(principal.profile.toLowerCase())?.userLicense;
      return principal.kind === 'portal' && licence?.startsWith('Partner') === true;
    }
    default:
      return assertNever(audience);
  }
}

/** Own records, those of queues one is a member of, and those owned by people in roles below. */
function ownerBranches(context: AccessContext, object: ObjectDef, alias: string): Expr[] {
  if (findField(object, 'OwnerId') === undefined) return [];
  const { principal } = context;
  const owner = column(alias, 'ownerid');
  const branches: Expr[] = [
    binary('=', owner, param(principal.userId, 'text')),
    { kind: 'InSelect', operand: owner, select: queuesOf(context) },
  ];
  if (principal.subordinateRoleIds.length > 0) {
    branches.push({ kind: 'InSelect', operand: owner, select: usersInRoles(context) });
  }
  return branches;
}

function queuesOf({ schema, principal }: AccessContext): Select {
  return {
    kind: 'Select',
    columns: [{ expr: column('gm', 'groupid'), alias: 'id' }],
    from: { kind: 'Table', schema, name: 'groupmember', alias: 'gm' },
    joins: [],
    where: binary('=', column('gm', 'userorgroupid'), param(principal.userId, 'text')),
  };
}

function usersInRoles({ schema, principal }: AccessContext): Select {
  return {
    kind: 'Select',
    columns: [{ expr: column('ru', 'id'), alias: 'id' }],
    from: { kind: 'Table', schema, name: 'user', alias: 'ru' },
    joins: [],
    where: anyOf(column('ru', 'userroleid'), principal.subordinateRoleIds),
  };
}

/** Sharing sets: the record's field, or its parent's, holds the user's own Contact or Account. */
function sharingSetBranches(context: AccessContext, object: ObjectDef, alias: string, reach: Reach): Expr[] {
  const { principal, snapshot } = context;
  const branches: Expr[] = [];
  for (const set of snapshot.sharingSets) {
    if (!set.profiles.some((name) => name.toLowerCase() === principal.profile.toLowerCase())) continue;
    for (const mapping of set.mappings) {
      if (mapping.object !== object.name || (reach === 'edit' && mapping.accessLevel !== 'Edit')) continue;
      const own = mapping.userField === 'ContactId' ? principal.contactId : principal.accountId;
      if (own !== undefined) branches.push(pathEquals(context, object, alias, mapping.objectField, own));
    }
  }
  return branches;
}

function linkedFileBranches(context: AccessContext, object: ObjectDef, alias: string, reach: Reach): Expr[] {
  if (reach === 'edit') return [];
  const linked = fileScope(context, object, alias, (target, row) =>
    recordScope(context, target, row, 'read'),
  );
  return linked === undefined || linked === FALSE ? [] : [linked];
}

/** `alias.path = value`, where a step of the path goes to the parent row. */
function pathEquals(
  context: AccessContext,
  object: ObjectDef,
  alias: string,
  path: string,
  value: string,
): Expr {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    const field = findField(object, first);
    if (field === undefined) throw new Error(`Sharing set names no field ${object.name}.${first}`);
    return binary('=', column(alias, columnName(field)), param(value, 'text'));
  }
  const lookup = findParentField(object, first);
  const parent = lookup && parentOf(context.snapshot, lookup);
  if (lookup === undefined || parent === undefined)
    throw new Error(`Sharing set path ${object.name}.${path} leads nowhere`);
  const parentAlias = `${alias}_p`;
  const condition = pathEquals(context, parent, parentAlias, rest.join('.'), value);
  return inParent(context, lookup, parent, alias, parentAlias, condition);
}

/** Reachable when the master record is. Details whose master need only be read are changed by whoever sees it. */
function parentScope(context: AccessContext, object: ObjectDef, alias: string, reach: Reach): Expr {
  const lookup =
    object.fields.find((field) => fieldType(field).reference === 'master') ?? findField(object, 'ParentId');
  const parent = lookup && parentOf(context.snapshot, lookup);
  if (lookup === undefined || parent === undefined) return FALSE;
  const parentAlias = `${alias}_m`;
  const parentReach = lookup.writeRequiresMasterRead ? 'read' : reach;
  const condition = recordScope(context, parent, parentAlias, parentReach);
  if (condition === FALSE) return FALSE;
  return inParent(context, lookup, parent, alias, parentAlias, condition);
}

function inParent(
  context: AccessContext,
  lookup: FieldDef,
  parent: ObjectDef,
  alias: string,
  parentAlias: string,
  condition: Expr | undefined,
): Expr {
  const select: Select = {
    kind: 'Select',
    columns: [{ expr: column(parentAlias, 'id'), alias: 'id' }],
    from: { kind: 'Table', schema: context.schema, name: tableName(parent), alias: parentAlias },
    joins: [],
    where: and(not(column(parentAlias, 'isdeleted')), condition) as Expr,
  };
  return { kind: 'InSelect', operand: column(alias, columnName(lookup)), select };
}

function parentOf(snapshot: Snapshot, lookup: FieldDef): ObjectDef | undefined {
  const [target] = lookup.referenceTo ?? [];
  return target === undefined ? undefined : findObject(snapshot, target);
}
