import { declaredId } from '../declared-id.js';
import { fieldType } from '../field-types/index.js';
import { findField } from '../lookup.js';
import type { CustomMetadataDef, FieldDef, ObjectDef } from '../model.js';
import type { Component } from '../source-format/component.js';
import { type ComponentOf, ofKind, type ProblemSink } from './object-draft.js';

/** Records of custom metadata types whose values fit the fields of their type. */
export function buildCustomMetadata(
  components: readonly Component[],
  objects: ReadonlyMap<string, ObjectDef>,
  problems: ProblemSink,
): readonly CustomMetadataDef[] {
  const seen = new Set<string>();
  return ofKind(components, 'CustomMetadata').flatMap((component) => {
    const { record, source } = component;
    const member = `${record.object.replace(/__mdt$/i, '')}.${record.name}`;
    const object = objects.get(record.object.toLowerCase());
    if (object?.kind !== 'customMetadata') {
      problems.error(source, member, `custom metadata type ${record.object} is not in this org`);
      return [];
    }
    if (seen.has(member.toLowerCase())) {
      problems.error(source, member, 'custom metadata record is declared twice');
      return [];
    }
    seen.add(member.toLowerCase());
    const values = valuesOf(component, member, object, objects, problems);
    const { name, label } = record;
    return [{ id: declaredId(object.keyPrefix, member), object: object.name, name, label, values }];
  });
}

function valuesOf(
  { record, source }: ComponentOf<'CustomMetadata'>,
  member: string,
  object: ObjectDef,
  objects: ReadonlyMap<string, ObjectDef>,
  problems: ProblemSink,
): ReadonlyMap<string, string | null> {
  const values = new Map<string, string | null>();
  for (const [name, text] of record.values) {
    const field = findField(object, name);
    if (field === undefined || !field.custom) {
      problems.error(source, member, `no field ${name} on ${object.name}`);
      continue;
    }
    const parsed = fieldType(field).parse(field, referencedId(field, text, objects));
    if (parsed.ok) values.set(field.name, parsed.value);
    else problems.error(source, member, `${field.name}: ${parsed.failure.message}`);
  }
  return values;
}

/** Files name the record a metadata relationship points at by its developer name. */
function referencedId(field: FieldDef, text: string | undefined, objects: ReadonlyMap<string, ObjectDef>) {
  const target = objects.get(field.referenceTo?.[0]?.toLowerCase() ?? '');
  if (text === undefined || target === undefined) return text;
  return declaredId(target.keyPrefix, `${target.name.replace(/__mdt$/i, '')}.${text}`);
}
