import { fieldType } from '../field-types/index.js';
import type { FieldDef } from '../model.js';
import type { Component, ComponentSource } from '../source-format/component.js';
import { linkMembers } from './link-members.js';
import { type Drafts, type ObjectDraft, ofKind, type ProblemSink } from './object-draft.js';

/** Stands in `referenceTo` of a standard field for every object that notes, files and tasks can hang on. */
const ANY_ATTACHABLE = '*';

/** A standard object's declaration has no source line; its links are held by the tests of the declarations. */
const DECLARED: ComponentSource = { file: 'standard-objects', line: 1 };

/**
 * Resolves the targets of all lookups, checks that they exist and that no parent has two child lists of one name, and
 * makes the sharing of detail objects follow their parent.
 */
export function linkObjects(drafts: Drafts, components: readonly Component[], problems: ProblemSink): void {
  const sources = new Map(
    ofKind(components, 'CustomField').map(({ field, source }) => [
      memberKey(field.object, field.name),
      source,
    ]),
  );
  for (const draft of drafts.values()) {
    for (const field of draft.fields.values()) {
      if (field.referenceTo === undefined) continue;
      const at = sources.get(memberKey(draft.object.name, field.name)) ?? DECLARED;
      linkField(draft, field, drafts, (message) =>
        problems.error(at, `${draft.object.name}.${field.name}`, message),
      );
    }
  }
  linkMembers(drafts, (object, field) => sources.get(memberKey(object, field)) ?? DECLARED, problems);
  const childLists = new Set<string>();
  for (const [name, draft] of drafts) {
    for (const field of draft.fields.values()) {
      const at = sources.get(memberKey(draft.object.name, field.name)) ?? DECLARED;
      checkChildLists(draft, field, childLists, (message) =>
        problems.error(at, `${draft.object.name}.${field.name}`, message),
      );
    }
    drafts.set(name, followParent(draft));
  }
}

function memberKey(object: string, field: string): string {
  return `${object}.${field}`.toLowerCase();
}

/** Replaces target names by the objects' own spelling; a lookup without any target is left out. */
function linkField(
  draft: ObjectDraft,
  field: FieldDef,
  drafts: Drafts,
  report: (message: string) => void,
): void {
  const referenceTo: string[] = [];
  for (const target of field.referenceTo ?? []) {
    if (target === ANY_ATTACHABLE) {
      referenceTo.push(...attachableTargets(draft, field, drafts));
      continue;
    }
    const object = drafts.get(target.toLowerCase())?.object;
    if (object === undefined) report(`object ${target} that it refers to is not in this org`);
    else referenceTo.push(object.name);
  }
  const key = field.name.toLowerCase();
  if (referenceTo.length === 0) draft.fields.delete(key);
  else draft.fields.set(key, { ...field, referenceTo });
}

/** Every attachable object but those another field of this object already links to under the same child list name. */
function attachableTargets(draft: ObjectDraft, field: FieldDef, drafts: Drafts): string[] {
  const named = [...draft.fields.values()].filter(
    (other) =>
      other.name !== field.name &&
      other.childRelationshipName !== undefined &&
      other.childRelationshipName === field.childRelationshipName,
  );
  const linked = new Set(named.flatMap((other) => other.referenceTo ?? []));
  return [...drafts.values()]
    .filter(({ attachable, object }) => attachable && !linked.has(object.name))
    .map(({ object }) => object.name);
}

function checkChildLists(
  draft: ObjectDraft,
  field: FieldDef,
  childLists: Set<string>,
  report: (message: string) => void,
): void {
  const { childRelationshipName, ...withoutChildList } = field;
  if (childRelationshipName === undefined) return;
  for (const parent of field.referenceTo ?? []) {
    const key = `${parent}.${childRelationshipName}`.toLowerCase();
    if (childLists.has(key)) {
      report(`${parent} already has a child list named ${childRelationshipName}`);
      draft.fields.set(field.name.toLowerCase(), withoutChildList);
    }
    childLists.add(key);
  }
}

/** A custom detail object has no owner and is seen by whoever sees its parent. */
function followParent(draft: ObjectDraft): ObjectDraft {
  const isDetail = [...draft.fields.values()].some(
    (field) => field.custom && fieldType(field).reference === 'master',
  );
  if (!isDetail || !draft.object.custom) return draft;
  const fields = new Map(draft.fields);
  fields.delete('ownerid');
  const object = {
    ...draft.object,
    sharingModel: 'ControlledByParent',
    externalSharingModel: 'ControlledByParent',
  } as const;
  return { ...draft, object, fields };
}
