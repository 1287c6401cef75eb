import { findCompound, findField, findNotComputed, findParentField, findRecordType } from '../lookup.js';
import type { CriteriaSharingRule, ObjectDef, SharingSetDef, SharingSetMapping } from '../model.js';
import type {
  FieldPermission,
  ObjectPermission,
  PermissionSetDef,
  RecordTypeVisibility,
} from '../rights-model.js';
import type { Component, ComponentSource } from '../source-format/component.js';
import { ofKind, type ProblemSink } from './object-draft.js';

type Objects = ReadonlyMap<string, ObjectDef>;
type Named = { readonly definition: PermissionSetDef; readonly source: ComponentSource };

/** Permission sets, or those that mute, by lower-case name, with only the rights on what exists. */
export function buildPermissionSets(
  kind: 'PermissionSet' | 'MutingPermissionSet',
  components: readonly Component[],
  objects: Objects,
  problems: ProblemSink,
): ReadonlyMap<string, PermissionSetDef> {
  const sets = ofKind(components, kind);
  return permissionsByName(
    sets.map(({ permissionSet, source }) => ({ definition: permissionSet, source })),
    objects,
    problems,
  );
}

/**
 * Profiles by lower-case name, with only the rights on what exists. The files of one profile add up, as deploying a
 * profile changes only the rights its file names: each solution ships the rights to its own objects.
 */
export function buildProfiles(
  components: readonly Component[],
  objects: Objects,
  problems: ProblemSink,
): ReadonlyMap<string, PermissionSetDef> {
  const byName = new Map<string, PermissionSetDef>();
  for (const { profile, source } of ofKind(components, 'Profile')) {
    const key = profile.name.toLowerCase();
    const rights = existingRights(profile, objects, (message) =>
      problems.warn(source, profile.name, message),
    );
    const before = byName.get(key);
    byName.set(key, before === undefined ? rights : addUp(before, rights));
  }
  return byName;
}

function addUp(first: PermissionSetDef, second: PermissionSetDef): PermissionSetDef {
  return {
    ...second,
    ...first,
    objectPermissions: [...first.objectPermissions, ...second.objectPermissions],
    fieldPermissions: [...first.fieldPermissions, ...second.fieldPermissions],
    userPermissions: [...first.userPermissions, ...second.userPermissions],
    customPermissions: [...first.customPermissions, ...second.customPermissions],
    recordTypes: [...(first.recordTypes ?? []), ...(second.recordTypes ?? [])],
    layouts: [...(first.layouts ?? []), ...(second.layouts ?? [])],
    tabs: [...(first.tabs ?? []), ...(second.tabs ?? [])],
  };
}

/** Sharing rules whose object and fields exist. A rule with an unknown field is left out whole: less would publish more. */
export function buildSharingRules(
  components: readonly Component[],
  objects: Objects,
  problems: ProblemSink,
): readonly CriteriaSharingRule[] {
  return ofKind(components, 'CriteriaSharingRule').flatMap(({ rule, source }) => {
    const member = `${rule.object}.${rule.name}`;
    const object = objects.get(rule.object.toLowerCase());
    if (object === undefined) {
      problems.error(source, member, `object ${rule.object} is not in this org`);
      return [];
    }
    const criteria = rule.criteria.map((item) => ({
      ...item,
      field: findField(object, item.field)?.name ?? '',
    }));
    const unknown = rule.criteria.filter((item) => findField(object, item.field) === undefined);
    for (const item of unknown)
      problems.error(source, member, `no field ${item.field}; the rule is left out`);
    return unknown.length > 0 ? [] : [{ ...rule, object: object.name, criteria }];
  });
}

/** Sharing sets with paths that exist. */
export function buildSharingSets(
  components: readonly Component[],
  objects: Objects,
  problems: ProblemSink,
): readonly SharingSetDef[] {
  return ofKind(components, 'SharingSet').map(({ sharingSet, source }) => ({
    ...sharingSet,
    mappings: sharingSet.mappings.flatMap((mapping) => {
      const resolved = resolveMapping(mapping, objects);
      if (typeof resolved !== 'string') return [resolved];
      problems.error(source, sharingSet.name, `${mapping.object}: ${resolved}`);
      return [];
    }),
  }));
}

function permissionsByName(named: readonly Named[], objects: Objects, problems: ProblemSink) {
  const byName = new Map<string, PermissionSetDef>();
  for (const { definition, source } of named) {
    const key = definition.name.toLowerCase();
    if (byName.has(key)) problems.error(source, definition.name, 'declared twice');
    else
      byName.set(
        key,
        existingRights(definition, objects, (message) => problems.warn(source, definition.name, message)),
      );
  }
  return byName;
}

/** Drops rights on what this org does not have; a right that is missing gives nobody anything. */
function existingRights(
  definition: PermissionSetDef,
  objects: Objects,
  warn: (message: string) => void,
): PermissionSetDef {
  const objectPermissions = definition.objectPermissions.flatMap((permission): ObjectPermission[] => {
    const object = objects.get(permission.object.toLowerCase());
    if (object !== undefined) return [{ ...permission, object: object.name }];
    warn(`object ${permission.object} is not in this org; the right has no effect`);
    return [];
  });
  const fieldPermissions = definition.fieldPermissions.flatMap((permission): FieldPermission[] => {
    const fields = existingFields(permission.field, objects);
    if (fields.length > 0) return fields.map((field) => ({ ...permission, field }));
    warn(`field ${permission.field} is not in this org; the right has no effect`);
    return [];
  });
  const recordTypes = (definition.recordTypes ?? []).flatMap((visibility): RecordTypeVisibility[] => {
    const found = existingRecordType(visibility, objects);
    if (found !== undefined) return [found];
    warn(
      `record type ${visibility.object}.${visibility.recordType} is not in this org; the right has no effect`,
    );
    return [];
  });
  return { ...definition, objectPermissions, fieldPermissions, recordTypes };
}

function existingRecordType(
  visibility: RecordTypeVisibility,
  objects: Objects,
): RecordTypeVisibility | undefined {
  const object = objects.get(visibility.object.toLowerCase());
  const found = object && findRecordType(object, visibility.recordType);
  return found && { ...visibility, object: object.name, recordType: found.name };
}

/**
 * `Object.Field` as the objects spell it: the parts of a whole, since a right on an address is one on all of it, and
 * fields that are listed without values too. Empty when there is none.
 */
function existingFields(path: string, objects: Objects): readonly string[] {
  const [objectName = '', fieldName = ''] = path.split('.');
  const object = objects.get(objectName.toLowerCase());
  if (object === undefined) return [];
  const field = findField(object, fieldName) ?? findNotComputed(object, fieldName);
  const names =
    field === undefined ? findCompound(object, fieldName)?.parts.map((part) => part.field) : [field.name];
  return (names ?? []).map((name) => `${object.name}.${name}`);
}

/** The mapping with names as the objects spell them, or what is wrong with it. */
function resolveMapping(mapping: SharingSetMapping, objects: Objects): SharingSetMapping | string {
  const object = objects.get(mapping.object.toLowerCase());
  if (object === undefined) return 'object is not in this org';
  const segments = mapping.objectField.split('.');
  if (segments.length > 2) return `path ${mapping.objectField} has more than one step`;
  const [first = '', second] = segments;
  const lookup = referenceField(object, first);
  if (lookup === undefined) return `no lookup ${first}`;
  if (second === undefined) return { ...mapping, object: object.name, objectField: lookup.name };
  const parent = objects.get(lookup.referenceTo?.[0]?.toLowerCase() ?? '');
  const target = parent === undefined ? undefined : referenceField(parent, second);
  if (target === undefined || lookup.relationshipName === undefined)
    return `no lookup ${mapping.objectField}`;
  return { ...mapping, object: object.name, objectField: `${lookup.relationshipName}.${target.name}` };
}

/** A lookup by field name or by relationship name (`ContactId` or `Contact`), or the id itself. */
function referenceField(object: ObjectDef, name: string) {
  const field = findField(object, name) ?? findParentField(object, name);
  return field?.referenceTo !== undefined || field?.name === 'Id' ? field : undefined;
}
