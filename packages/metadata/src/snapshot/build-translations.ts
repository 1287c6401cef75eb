import { findCompound, findField, findNotComputed } from '../lookup.js';
import type { ObjectDef, TranslationDef } from '../model.js';
import type { Component } from '../source-format/component.js';
import type { StandardObject } from '../standard-objects/parse-standard-object.js';
import { SYSTEM_FIELD_LABELS } from '../system-fields.js';
import { ofKind, type ProblemSink } from './object-draft.js';

const LABEL = '$label.';
const HELP = '$help.';

/**
 * Label texts by lower-case language: those of the standard objects first, then what files say, which wins. Texts of
 * things this org does not have are reported and left out.
 */
export function buildTranslations(
  standardObjects: readonly StandardObject[],
  components: readonly Component[],
  objects: ReadonlyMap<string, ObjectDef>,
  problems: ProblemSink,
): ReadonlyMap<string, TranslationDef> {
  const languages = new Map<string, { readonly language: string; readonly labels: Map<string, string> }>();
  const labelsOf = (language: string): Map<string, string> => {
    const key = language.toLowerCase();
    const known = languages.get(key) ?? { language, labels: systemLabels(language, objects) };
    languages.set(key, known);
    return known.labels;
  };
  for (const { translations } of standardObjects) {
    for (const { language, labels } of translations) {
      for (const [key, text] of labels) labelsOf(language).set(key.toLowerCase(), text);
    }
  }
  for (const { translation, source } of ofKind(components, 'Translation')) {
    const labels = labelsOf(translation.language);
    for (const [key, text] of translation.labels) {
      const resolved = resolveKey(key, objects);
      if (resolved === undefined)
        problems.warn(source, key, 'nothing in this org has this label; the text has no effect');
      else labels.set(resolved.toLowerCase(), text);
    }
  }
  return languages;
}

function systemLabels(language: string, objects: ReadonlyMap<string, ObjectDef>): Map<string, string> {
  const labels = new Map<string, string>();
  const known = Object.entries(SYSTEM_FIELD_LABELS.get(language) ?? {});
  for (const object of objects.values()) {
    for (const [field, label] of known) labels.set(`${object.name}.${field}`.toLowerCase(), label);
  }
  return labels;
}

/** `Object.Field.master label` as `Object.Field.value`, names as the objects spell them. */
function resolveKey(key: string, objects: ReadonlyMap<string, ObjectDef>): string | undefined {
  if (key.startsWith(LABEL)) return key;
  if (key.startsWith(HELP)) {
    const field = resolveKey(key.slice(HELP.length), objects);
    return field === undefined ? undefined : HELP + field;
  }
  const [objectName = '', fieldName, ...rest] = key.split('.');
  const object = objects.get(objectName.toLowerCase());
  if (object === undefined) return undefined;
  if (fieldName === undefined) return object.name;
  if (fieldName === 'plural') return `${object.name}.plural`;
  const field = findField(object, fieldName);
  if (field === undefined) return otherKey(object, fieldName);
  if (rest.length === 0) return `${object.name}.${field.name}`;
  const masterLabel = rest.join('.');
  const value = field.picklist?.values.find(
    (entry) => entry.label === masterLabel || entry.value === masterLabel,
  );
  return value === undefined ? undefined : `${object.name}.${field.name}.${value.value}`;
}

function otherKey(object: ObjectDef, fieldName: string): string | undefined {
  const found = findNotComputed(object, fieldName) ?? findCompound(object, fieldName);
  return found === undefined ? undefined : `${object.name}.${found.name}`;
}
