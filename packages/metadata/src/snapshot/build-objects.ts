import type { ObjectDef } from '../model.js';
import type {
  Component,
  CustomFieldSource,
  CustomObjectSource,
  NamedValueSet,
} from '../source-format/component.js';
import { present } from '../source-format/present.js';
import type { StandardObject } from '../standard-objects/parse-standard-object.js';
import { AUDIT_FIELDS, idField } from '../system-fields.js';
import { addHistoryObject } from './add-history-object.js';
import { addRecordType } from './add-record-type.js';
import { assignKeyPrefix } from './key-prefix.js';
import { makeCustomField, picklistOf } from './make-custom-field.js';
import { makeCustomObject } from './make-custom-object.js';
import { type ComponentOf, type Drafts, type ObjectDraft, ofKind, type ProblemSink } from './object-draft.js';
import { STANDARD_VALUE_SET_FIELDS } from './standard-value-sets.js';

const SYSTEM_FIELDS = new Set(['id', ...AUDIT_FIELDS.map((field) => field.name.toLowerCase())]);

/** Drafts of all objects with all their fields, and the key prefixes of the custom ones by lower-case name. */
export function buildObjects(
  standardObjects: readonly StandardObject[],
  components: readonly Component[],
  assignedPrefixes: ReadonlyMap<string, string>,
  problems: ProblemSink,
): { readonly drafts: Drafts; readonly prefixes: ReadonlyMap<string, string> } {
  const drafts: Drafts = new Map(
    standardObjects.map((standard) => [standard.object.name.toLowerCase(), draftOf(standard)]),
  );
  const prefixes = new Map(assignedPrefixes);
  const takenPrefixes = new Set([
    ...prefixes.values(),
    ...standardObjects.map(({ object }) => object.keyPrefix),
  ]);
  const prefixFor = (name: string, first: 'a' | 'm' | 'h') => {
    const prefix = prefixes.get(name) ?? assignKeyPrefix(takenPrefixes, first);
    takenPrefixes.add(prefix);
    prefixes.set(name, prefix);
    return prefix;
  };
  for (const component of ofKind(components, 'CustomObject')) {
    addObject(component, drafts, problems, prefixFor);
  }
  const valueSets = valueSetsByName(components, problems);
  for (const component of ofKind(components, 'CustomField')) addField(component, drafts, valueSets, problems);
  applyStandardValueSets(ofKind(components, 'ValueSet'), drafts, problems);
  for (const component of ofKind(components, 'RecordType')) addRecordType(component, drafts, problems);
  for (const draft of [...drafts.values()]) {
    if (draft.object.tracksHistory) addHistoryObject(draft, drafts, (name) => prefixFor(name, 'h'));
  }
  return { drafts, prefixes };
}

/** The finished object: `Id` first, then its own fields, then the audit fields. */
export function finishObject(draft: ObjectDraft): ObjectDef {
  const { object, fields, notComputed, compounds } = draft;
  const own = [...fields.values()];
  return {
    ...object,
    fields: [idField(object.custom ? 'Record ID' : `${object.label} ID`), ...own, ...AUDIT_FIELDS],
    ...(notComputed.size === 0 ? {} : { notComputed: [...notComputed.values()] }),
    ...(compounds.size === 0 ? {} : { compounds: [...compounds.values()] }),
  };
}

function draftOf({ object, attachable }: StandardObject): ObjectDraft {
  const own = object.fields.filter((field) => !SYSTEM_FIELDS.has(field.name.toLowerCase()));
  return {
    object,
    attachable,
    fields: byName(own),
    notComputed: new Map(),
    compounds: byName(object.compounds ?? []),
  };
}

function byName<T extends { readonly name: string }>(members: readonly T[]): Map<string, T> {
  return new Map(members.map((member) => [member.name.toLowerCase(), member]));
}

function addObject(
  { object: source, source: at }: ComponentOf<'CustomObject'>,
  drafts: Drafts,
  problems: ProblemSink,
  prefixFor: (lowerName: string, first: 'a' | 'm') => string,
): void {
  const name = source.name.toLowerCase();
  const existing = drafts.get(name);
  if (existing !== undefined && !existing.object.custom) {
    drafts.set(name, { ...existing, object: changedObject(existing.object, source) });
    return;
  }
  if (existing !== undefined) {
    problems.error(at, source.name, 'object is declared twice');
    return;
  }
  if (!name.includes('__')) {
    problems.warn(at, source.name, 'standard object is not in this org; its settings have no effect');
    return;
  }
  const made = makeCustomObject(source, (first) => prefixFor(name, first));
  if (made.kind === 'refused') {
    problems.error(at, source.name, made.message);
    return;
  }
  drafts.set(name, {
    object: made.object,
    attachable: made.object.kind === undefined,
    fields: byName(made.fields),
    notComputed: new Map(),
    compounds: new Map(),
  });
}

/** What a file may change on a standard object. */
function changedObject(object: ObjectDef, source: CustomObjectSource): ObjectDef {
  return {
    ...object,
    ...(source.tracksHistory === true ? { tracksHistory: true } : {}),
    ...present({
      description: source.description,
      sharingModel: source.sharingModel,
      externalSharingModel: source.externalSharingModel,
      compactLayout: source.compactLayout,
    }),
  };
}

/** What a field of Activity is a field of. */
const ACTIVITIES = ['Task', 'Event'];

function addField(
  component: ComponentOf<'CustomField'>,
  drafts: Drafts,
  valueSets: ReadonlyMap<string, NamedValueSet>,
  problems: ProblemSink,
): void {
  if (component.field.object.toLowerCase() !== 'activity') {
    addFieldTo(component, drafts, valueSets, problems);
    return;
  }
  for (const object of ACTIVITIES) {
    addFieldTo({ ...component, field: { ...component.field, object } }, drafts, valueSets, problems);
  }
}

function addFieldTo(
  { field: source, source: at }: ComponentOf<'CustomField'>,
  drafts: Drafts,
  valueSets: ReadonlyMap<string, NamedValueSet>,
  problems: ProblemSink,
): void {
  const member = `${source.object}.${source.name}`;
  const draft = drafts.get(source.object.toLowerCase());
  const name = source.name.toLowerCase();
  if (draft === undefined) {
    problems.error(at, member, `object ${source.object} is not in this org`);
    return;
  }
  if (!name.endsWith('__c')) {
    changeStandardField(draft, source, valueSets, () =>
      problems.warn(at, member, 'standard field is not in this org; its settings have no effect'),
    );
    return;
  }
  if (draft.fields.has(name) || draft.notComputed.has(name) || draft.compounds.has(name)) {
    problems.error(at, member, 'field is declared twice');
    return;
  }
  const made = makeCustomField(source, valueSets);
  switch (made.kind) {
    case 'field':
      draft.fields.set(name, made.field);
      return;
    case 'compound':
      draft.compounds.set(name, made.compound);
      for (const part of made.fields) draft.fields.set(part.name.toLowerCase(), part);
      return;
    case 'notComputed':
      draft.notComputed.set(name, made.field);
      problems.warn(at, member, `${made.field.kind} is not computed yet; the field is listed without values`);
      return;
    case 'refused':
      problems.error(at, member, made.message);
  }
}

/** An org may change a standard field's picklist values, help and description, track it, and make it required. */
function changeStandardField(
  draft: ObjectDraft,
  source: CustomFieldSource,
  valueSets: ReadonlyMap<string, NamedValueSet>,
  reportUnknown: () => void,
): void {
  const name = source.name.toLowerCase();
  if (SYSTEM_FIELDS.has(name) || draft.compounds.has(name)) return;
  const field = draft.fields.get(name);
  if (field === undefined) {
    reportUnknown();
    return;
  }
  const { help, description, lookupFilter, valueSet, valueSetName } = source;
  const hasValues = field.picklist !== undefined && (valueSet !== undefined || valueSetName !== undefined);
  const changes = {
    ...present({
      help,
      description,
      lookupFilter,
      picklist: hasValues ? picklistOf(source, valueSets) : undefined,
    }),
    ...(source.required === true ? { required: true } : {}),
    ...(source.trackHistory === true ? { trackHistory: true as const } : {}),
  };
  draft.fields.set(name, { ...field, ...changes });
}

function valueSetsByName(
  components: readonly Component[],
  problems: ProblemSink,
): ReadonlyMap<string, NamedValueSet> {
  const sets = new Map<string, NamedValueSet>();
  for (const { valueSet, source } of ofKind(components, 'ValueSet')) {
    if (valueSet.standard) continue;
    const name = valueSet.name.toLowerCase();
    if (sets.has(name)) problems.error(source, valueSet.name, 'global value set is declared twice');
    else sets.set(name, valueSet);
  }
  return sets;
}

function applyStandardValueSets(
  components: readonly ComponentOf<'ValueSet'>[],
  drafts: Drafts,
  problems: ProblemSink,
): void {
  for (const { valueSet, source } of components) {
    if (!valueSet.standard) continue;
    const targets = Object.hasOwn(STANDARD_VALUE_SET_FIELDS, valueSet.name)
      ? STANDARD_VALUE_SET_FIELDS[valueSet.name]
      : undefined;
    if (targets === undefined)
      problems.warn(source, valueSet.name, 'no standard field of this org has these values');
    for (const target of targets ?? []) {
      const [object = '', name = ''] = target.toLowerCase().split('.');
      const fields = drafts.get(object)?.fields;
      const field = fields?.get(name);
      if (field?.picklist === undefined) continue;
      fields?.set(name, { ...field, picklist: { ...field.picklist, values: valueSet.values } });
    }
  }
}
