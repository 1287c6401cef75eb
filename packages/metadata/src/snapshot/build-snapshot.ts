import type { MetadataProblem } from '../metadata-problem.js';
import type { CustomLabelDef, CustomPermissionDef, ObjectDef, RoleDef, Snapshot } from '../model.js';
import type { Component } from '../source-format/component.js';
import type { StandardObject } from '../standard-objects/parse-standard-object.js';
import { buildCustomMetadata } from './build-custom-metadata.js';
import { buildFiled } from './build-filed.js';
import { buildListViews } from './build-list-views.js';
import { buildObjects, finishObject } from './build-objects.js';
import { buildPages } from './build-pages.js';
import { buildPermissionSetGroups } from './build-permission-set-groups.js';
import { buildPermissionSets, buildProfiles, buildSharingRules, buildSharingSets } from './build-rights.js';
import { buildTranslations } from './build-translations.js';
import { indexFields } from './index-fields.js';
import { leaveOutUnsupported } from './leave-out-unsupported.js';
import { linkObjects } from './link-objects.js';
import { ofKind, type ProblemSink, problemSink } from './object-draft.js';

export interface SnapshotInput {
  readonly version: number;
  readonly standardObjects: readonly StandardObject[];
  readonly components: readonly Component[];
  /** Key prefixes the org has already given to its custom objects, by lower-case name. */
  readonly assignedPrefixes: ReadonlyMap<string, string>;
}

export interface BuiltSnapshot {
  readonly snapshot: Snapshot;
  readonly problems: readonly MetadataProblem[];
  /** `assignedPrefixes` and those given now; the org stores them before it writes any record. */
  readonly assignedPrefixes: ReadonlyMap<string, string>;
}

/**
 * Puts an org's metadata together and checks it as a whole. What has an error is left out of the snapshot, so the
 * rest can be looked at; a deploy with any error must not be applied.
 */
export function buildSnapshot(input: SnapshotInput): BuiltSnapshot {
  const { version, standardObjects, assignedPrefixes } = input;
  const problems: MetadataProblem[] = [];
  const sink = problemSink(problems);
  const components = leaveOutUnsupported(input.components, standardObjects, sink);
  const { drafts, prefixes } = buildObjects(standardObjects, components, assignedPrefixes, sink);
  linkObjects(drafts, components, sink);
  indexFields(drafts, components, sink);
  const objects = new Map([...drafts].map(([name, draft]) => [name, finishObject(draft)]));
  const permissions = buildPermissionSetGroups(
    components,
    buildPermissionSets('PermissionSet', components, objects, sink),
    buildPermissionSets('MutingPermissionSet', components, objects, sink),
    sink,
  );
  const snapshot: Snapshot = {
    version,
    objects,
    objectsByPrefix: byPrefix(objects, problems),
    permissionSets: permissions.sets,
    permissionSetGroups: permissions.groups,
    profiles: buildProfiles(components, objects, sink),
    sharingRules: buildSharingRules(components, objects, sink),
    sharingSets: buildSharingSets(components, objects, sink),
    listViews: buildListViews(components, objects, sink),
    translations: buildTranslations(standardObjects, components, objects, sink),
    customLabels: customLabels(components, sink),
    customPermissions: customPermissions(components, sink),
    roles: roles(components, sink),
    customMetadata: buildCustomMetadata(components, objects, sink),
    pages: buildPages(components, objects, sink),
    filed: buildFiled(components),
  };
  return { snapshot, problems, assignedPrefixes: prefixes };
}

function byPrefix(
  objects: ReadonlyMap<string, ObjectDef>,
  problems: MetadataProblem[],
): ReadonlyMap<string, ObjectDef> {
  const byPrefix = new Map<string, ObjectDef>();
  for (const object of objects.values()) {
    const other = byPrefix.get(object.keyPrefix);
    if (other === undefined) {
      byPrefix.set(object.keyPrefix, object);
      continue;
    }
    const message = `key prefix ${object.keyPrefix} is also that of ${other.name}`;
    problems.push({ severity: 'error', file: 'standard-objects', member: object.name, message });
  }
  return byPrefix;
}

function customLabels(
  components: readonly Component[],
  problems: ProblemSink,
): ReadonlyMap<string, CustomLabelDef> {
  const labels = new Map<string, CustomLabelDef>();
  for (const { label, source } of ofKind(components, 'CustomLabel')) {
    const key = label.name.toLowerCase();
    if (labels.has(key)) problems.error(source, label.name, 'custom label is declared twice');
    else labels.set(key, label);
  }
  return labels;
}

function customPermissions(
  components: readonly Component[],
  problems: ProblemSink,
): ReadonlyMap<string, CustomPermissionDef> {
  const permissions = new Map<string, CustomPermissionDef>();
  for (const { permission, source } of ofKind(components, 'CustomPermission')) {
    const key = permission.name.toLowerCase();
    if (permissions.has(key)) problems.error(source, permission.name, 'custom permission is declared twice');
    else permissions.set(key, permission);
  }
  return permissions;
}

/** Roles whose chain upwards exists and ends. */
function roles(components: readonly Component[], problems: ProblemSink): readonly RoleDef[] {
  const declared = ofKind(components, 'Role');
  const byName = new Map(declared.map(({ role }) => [role.name.toLowerCase(), role]));
  return declared.flatMap(({ role, source }) => {
    const seen = new Set<string>();
    for (let at: RoleDef | undefined = role; at !== undefined; ) {
      if (seen.has(at.name)) {
        problems.error(source, role.name, `role is above itself: ${[...seen].join(', ')}`);
        return [];
      }
      seen.add(at.name);
      const parent: string | undefined = at.parentRole;
      at = parent === undefined ? undefined : byName.get(parent.toLowerCase());
      if (parent !== undefined && at === undefined) {
        problems.error(source, role.name, `role ${parent} above it is not in this org`);
        return [];
      }
    }
    return [role];
  });
}
