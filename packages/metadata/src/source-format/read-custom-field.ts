import type { CustomFieldSource } from './component.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';
import { readFieldValueSet } from './read-value-set.js';

/** A `CustomField`; undefined, and an error, when it has no name. */
export function readCustomField(root: ElementReader, object: string): CustomFieldSource | undefined {
  const name = root.required('fullName');
  for (const layoutHint of ['visibleLines', 'relationshipLabel']) root.text(layoutHint);
  if (root.flag('caseSensitive') === true) root.warn('values are unique whatever their case here');
  if (name === undefined) return undefined;
  const { valueSet, name: valueSetName, restricted } = readFieldValueSet(root);
  return {
    object,
    name,
    isFormula: root.text('formula') !== undefined,
    referenceTo: root.texts('referenceTo'),
    ...present({
      label: root.text('label'),
      type: root.text('type'),
      length: root.whole('length'),
      precision: root.whole('precision'),
      scale: root.whole('scale'),
      required: root.flag('required'),
      unique: root.flag('unique'),
      externalId: root.flag('externalId'),
      relationshipName: root.text('relationshipName'),
      writeRequiresMasterRead: root.flag('writeRequiresMasterRead'),
      deleteConstraint: root.choice('deleteConstraint', ['SetNull', 'Cascade', 'Restrict']),
      valueSet,
      valueSetName,
      valueSetRestricted: restricted,
      defaultValue: root.text('defaultValue'),
      displayFormat: root.text('displayFormat'),
      help: root.text('inlineHelpText'),
      description: root.text('description'),
    }),
  };
}
