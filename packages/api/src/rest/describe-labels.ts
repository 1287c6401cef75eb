import type { FieldDef, ObjectDef } from '@muster/metadata';
import type { Session } from '@muster/records';

/** Labels of an object in the language of the principal; the ones of the metadata file where none is translated. */
export interface Labels {
  readonly object: string;
  readonly plural: string;
  field(field: FieldDef): string;
  value(field: FieldDef, value: string, label: string): string;
}

export function labelsOf(session: Session, object: ObjectDef): Labels {
  const texts = session.snapshot.translations.get(session.principal.language.toLowerCase())?.labels;
  const find = (key: string, otherwise: string) => texts?.get(key.toLowerCase()) ?? otherwise;
  return {
    object: find(object.name, object.label),
    plural: find(`${object.name}.plural`, object.labelPlural),
    field: (field) => find(`${object.name}.${field.name}`, field.label),
    value: (field, value, label) => find(`${object.name}.${field.name}.${value}`, label),
  };
}
