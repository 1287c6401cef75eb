import type { FieldDef, ObjectDef, Snapshot } from './model.js';

/** The label of an object in a language such as `es` or `es_MX`; its own label where there is no translation. */
export function objectLabel(snapshot: Snapshot, object: ObjectDef, language: string): string {
  return translated(snapshot, language, object.name) ?? object.label;
}

/** The plural label of an object in a language. */
export function objectLabelPlural(snapshot: Snapshot, object: ObjectDef, language: string): string {
  return translated(snapshot, language, `${object.name}.plural`) ?? object.labelPlural;
}

/** What of a field, or of a whole made of fields, its texts come from. */
type Labelled = Pick<FieldDef, 'name' | 'label' | 'help'>;

/** The label of a field in a language. */
export function fieldLabel(snapshot: Snapshot, object: ObjectDef, field: Labelled, language: string): string {
  return translated(snapshot, language, `${object.name}.${field.name}`) ?? field.label;
}

/** The help text of a field in a language; undefined when it has none. */
export function fieldHelp(
  snapshot: Snapshot,
  object: ObjectDef,
  field: Labelled,
  language: string,
): string | undefined {
  return translated(snapshot, language, `$help.${object.name}.${field.name}`) ?? field.help;
}

/** The label of a picklist value in a language; the value itself where the list does not hold it. */
export function picklistLabel(
  snapshot: Snapshot,
  object: ObjectDef,
  field: FieldDef,
  value: string,
  language: string,
): string {
  return (
    translated(snapshot, language, `${object.name}.${field.name}.${value}`) ??
    field.picklist?.values.find((entry) => entry.value === value)?.label ??
    value
  );
}

/** The text of a custom label, `$Label.Name` in formulas; undefined when the org has none of this name. */
export function customLabel(snapshot: Snapshot, name: string, language: string): string | undefined {
  const declared = snapshot.customLabels?.get(name.toLowerCase());
  return translated(snapshot, language, `$label.${name}`) ?? declared?.value;
}

/** The text of the language itself, else of the language without its country. */
function translated(snapshot: Snapshot, language: string, key: string): string | undefined {
  const exact = language.toLowerCase().replaceAll('-', '_');
  const base = exact.split('_')[0] ?? exact;
  const label = key.toLowerCase();
  return (
    snapshot.translations.get(exact)?.labels.get(label) ?? snapshot.translations.get(base)?.labels.get(label)
  );
}
