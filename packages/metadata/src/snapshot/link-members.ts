import { fieldType } from '../field-types/index.js';
import type { FieldDef, NotComputedField } from '../model.js';
import type { ComponentSource } from '../source-format/component.js';
import { summaryOf } from './make-not-computed-field.js';
import type { Drafts, ObjectDraft, ProblemSink } from './object-draft.js';

type SourceOf = (object: string, field: string) => ComponentSource;

/** Resolves what fields say of other fields: the one a picklist depends on, and what a roll-up adds up. */
export function linkMembers(drafts: Drafts, sourceOf: SourceOf, problems: ProblemSink): void {
  for (const draft of drafts.values()) {
    const { name } = draft.object;
    for (const [key, field] of draft.fields) {
      const linked = linkPicklist(draft, field);
      if (typeof linked === 'string')
        problems.error(sourceOf(name, field.name), `${name}.${field.name}`, linked);
      else draft.fields.set(key, linked);
    }
    for (const [key, field] of draft.notComputed) {
      const linked = linkSummary(draft, field, drafts);
      if (typeof linked === 'string')
        problems.error(sourceOf(name, field.name), `${name}.${field.name}`, linked);
      else draft.notComputed.set(key, linked);
    }
  }
}

/** The picklist with its controlling field as that is spelled, or what is wrong with it. */
function linkPicklist(draft: ObjectDraft, field: FieldDef): FieldDef | string {
  const { picklist } = field;
  if (picklist?.controllingField === undefined) return field;
  const controlling = draft.fields.get(picklist.controllingField.toLowerCase());
  if (controlling === undefined) return `no field ${picklist.controllingField} for it to depend on`;
  if (controlling.picklist === undefined && fieldType(controlling).storage !== 'boolean') {
    return `${controlling.name} it depends on is neither a picklist nor a checkbox`;
  }
  return { ...field, picklist: { ...picklist, controllingField: controlling.name } };
}

/** The roll-up with the type of what it adds up, or what is wrong with it. */
function linkSummary(draft: ObjectDraft, field: NotComputedField, drafts: Drafts): NotComputedField | string {
  if (field.summary === undefined) return field;
  const { foreignKey, summarized } = field.summary;
  const [object = '', lookup = ''] = foreignKey.toLowerCase().split('.');
  const details = drafts.get(object);
  const master = details?.fields.get(lookup);
  if (master?.referenceTo?.includes(draft.object.name) !== true) {
    return `<summaryForeignKey> is ${foreignKey}, expected a lookup to ${draft.object.name}`;
  }
  if (summarized === undefined) return field;
  const name = summarized.toLowerCase().split('.')[1] ?? '';
  const found = details?.fields.get(name) ?? details?.notComputed.get(name)?.described;
  if (found !== undefined) return summaryOf(field, found);
  return details?.notComputed.has(name) ? field : `no field ${summarized} to add up`;
}
