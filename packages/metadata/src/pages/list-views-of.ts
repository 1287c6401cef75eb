import { declaredId } from '../declared-id.js';
import { fieldType } from '../field-types/index.js';
import { objectLabelPlural } from '../labels.js';
import { findField } from '../lookup.js';
import type { FieldDef, ListViewDef, ObjectDef, Snapshot } from '../model.js';
import { pageTexts } from './page-texts.js';

const KEY_PREFIX = '00B';
const COLUMNS = 5;

/** The list views of an object: those that are declared, else one of all records, since every object has one. */
export function listViewsOf(snapshot: Snapshot, object: ObjectDef, language: string): readonly ListViewDef[] {
  const declared = snapshot.listViews.filter((view) => view.object === object.name);
  return declared.length > 0 ? declared : [allRecords(snapshot, object, language)];
}

/** The id of a list view's record; it follows from its name. */
export function listViewId({ object, name }: ListViewDef): string {
  return declaredId(KEY_PREFIX, `${object}.${name}`);
}

function allRecords(snapshot: Snapshot, object: ObjectDef, language: string): ListViewDef {
  const label = pageTexts(language).all(objectLabelPlural(snapshot, object, language));
  const named = findField(object, object.nameField);
  const others = object.fields.filter((field) => isGoodColumn(object, field)).slice(0, COLUMNS - 1);
  const columns = [...(named === undefined ? [] : [named]), ...others].map(({ name }) => name);
  return { name: 'All', object: object.name, label, columns, filters: [], filterScope: 'Everything' };
}

/** What tells records apart at a glance: what people fill in, no long texts, no halves of a whole. */
export function isGoodColumn(object: ObjectDef, field: FieldDef): boolean {
  if (field.name === object.nameField || !fieldType(field).sortable) return false;
  return field.compoundFieldName === undefined && (field.createable || field.updateable);
}
