import type { CustomLabelDef, TranslationDef } from '../model.js';
import type { ElementReader } from './element-reader.js';

/**
 * A `CustomObjectTranslation`. Keys are spelled as in the file and picklist texts are keyed by the value's label; the
 * snapshot turns both into what it knows.
 */
export function readObjectTranslation(root: ElementReader, object: string, language: string): TranslationDef {
  const labels = new Map<string, string>();
  for (const form of root.children('caseValues')) {
    const key = form.flag('plural') === true ? `${object}.plural` : object;
    form.text('article');
    form.text('caseType');
    form.text('possessive');
    const value = form.text('value');
    if (value !== undefined && !labels.has(key)) labels.set(key, value);
  }
  root.text('gender');
  root.text('startsWith');
  const nameFieldLabel = root.text('nameFieldLabel');
  if (nameFieldLabel !== undefined) labels.set(`${object}.Name`, nameFieldLabel);
  for (const field of root.children('fields')) addFieldLabels(field, object, labels);
  return { language, labels };
}

/** A `CustomFieldTranslation`, the file of one field in the source format. */
export function readFieldTranslation(root: ElementReader, object: string, language: string): TranslationDef {
  const labels = new Map<string, string>();
  addFieldLabels(root, object, labels);
  return { language, labels };
}

/** The custom labels of a `Translations` file. */
export function readLabelTranslations(root: ElementReader, language: string): TranslationDef {
  const labels = new Map<string, string>();
  for (const entry of root.children('customLabels')) {
    const name = entry.required('name');
    const label = entry.text('label');
    if (name !== undefined && label !== undefined) labels.set(`$label.${name}`, label);
  }
  return { language, labels };
}

/** A `CustomLabels` file. */
export function readCustomLabels(root: ElementReader): readonly CustomLabelDef[] {
  return root.children('labels').flatMap((entry) => {
    const name = entry.required('fullName');
    const value = entry.text('value') ?? '';
    const language = entry.text('language') ?? 'en_US';
    for (const known of ['protected', 'shortDescription', 'categories']) entry.text(known);
    return name === undefined ? [] : [{ name, language, value }];
  });
}

function addFieldLabels(reader: ElementReader, object: string, labels: Map<string, string>): void {
  const name = reader.required('name');
  const label = reader.text('label') ?? reader.children('caseValues')[0]?.text('value');
  const help = reader.text('help');
  reader.text('relationshipLabel');
  if (name === undefined) return;
  if (label !== undefined) labels.set(`${object}.${name}`, label);
  if (help !== undefined) labels.set(`$help.${object}.${name}`, help);
  for (const entry of reader.children('picklistValues')) {
    const masterLabel = entry.required('masterLabel');
    const translation = entry.text('translation');
    if (masterLabel !== undefined && translation !== undefined) {
      labels.set(`${object}.${name}.${masterLabel}`, translation);
    }
  }
}
