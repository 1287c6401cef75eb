import { fieldType } from '../field-types/index.js';
import { fieldLabel, objectLabelPlural } from '../labels.js';
import { findField, findHistory, findObject, referencesTo } from '../lookup.js';
import type { FieldDef, ObjectDef } from '../model.js';
import type { RelatedListDef } from '../page-model.js';
import { pageTexts } from '../pages/page-texts.js';
import { columnField } from '../snapshot/build-list-views.js';
import type { DescribeContext } from './describe-context.js';
import { layoutButton } from './layout-button.js';
import { referencePath } from './reference-path.js';

/** Objects whose records the lists of Salesforce show that have a name of their own. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  RelatedActivityList: ['Task', 'Event'],
  RelatedAttachmentList: ['Attachment'],
  RelatedCommentsList: ['CaseComment'],
  RelatedCampaignList: ['CampaignMember'],
  RelatedContentList: ['ContentDocumentLink'],
  RelatedEmailStatusList: ['EmailMessage'],
  RelatedFileList: ['ContentDocumentLink'],
  RelatedLineItemList: ['OpportunityLineItem'],
  RelatedNoteList: ['Note', 'Attachment'],
};

interface Child {
  readonly object: ObjectDef;
  readonly field: FieldDef;
}

/**
 * The related lists an entry of a layout stands for, as the reader may see them (Object Reference, "RelatedList"): mostly
 * one, none where its records are not in this org or hidden, several where Salesforce joins several objects in one.
 */
export function describeRelatedList(list: RelatedListDef, object: ObjectDef, context: DescribeContext) {
  return childrenOf(list.relatedList, object, context)
    .filter(({ object: child, field }) => isReadable(child, field, context))
    .map((child) => describeList(list, child, context));
}

function isReadable(object: ObjectDef, field: FieldDef, { rights }: DescribeContext): boolean {
  return rights(object).read && rights(object).field(field.name).read;
}

function childrenOf(name: string, parent: ObjectDef, { snapshot }: DescribeContext): readonly Child[] {
  const known = referencesTo(snapshot, parent).filter(
    ({ field }) => field.childRelationshipName !== undefined,
  );
  const [childName = '', fieldName] = name.split('.');
  if (fieldName !== undefined) {
    const wanted = [`${childName}.${fieldName}`.toLowerCase(), `${childName}.${fieldName}Id`.toLowerCase()];
    return known.filter((child) => wanted.includes(`${child.object.name}.${child.field.name}`.toLowerCase()));
  }
  if (name === 'RelatedEntityHistoryList') {
    const history = findHistory(snapshot, parent);
    const field = history?.fields.find(({ referenceTo }) => referenceTo?.includes(parent.name));
    return history === undefined || field === undefined ? [] : [{ object: history, field }];
  }
  const objects = LISTED[name] ?? [/^Related(.+)List$/.exec(name)?.[1] ?? name];
  const byRelationship = known.filter(({ field }) => field.childRelationshipName === name);
  const byObject = objects.flatMap(
    (wanted) => known.find(({ object }) => object.name === findObject(snapshot, wanted)?.name) ?? [],
  );
  return byRelationship.length > 0 ? byRelationship : byObject;
}

function describeList(list: RelatedListDef, { object, field }: Child, context: DescribeContext) {
  const rights = context.rights(object);
  const columns = list.fields.flatMap((column) => columnField(object, column) ?? []);
  const shown = columns.length > 0 ? columns : [object.nameField];
  const sortField = list.sortField === undefined ? undefined : columnField(object, list.sortField);
  const isAscending = list.sortOrder !== 'Desc';
  return {
    accessLevelRequiredForCreate: null,
    buttons:
      rights.create && object.kind === undefined
        ? [layoutButton('New', pageTexts(context.language).new)]
        : [],
    columns: [...new Set(shown)]
      .filter((name) => rights.field(name).read)
      .flatMap((name) => describeColumn(object, name, context) ?? []),
    custom: object.custom,
    field: field.name,
    label: objectLabelPlural(context.snapshot, object, context.language),
    limitRows: 5,
    name: field.childRelationshipName ?? object.name,
    sobject: object.name,
    sort: sortField === undefined ? [] : [{ ascending: isAscending, column: `${object.name}.${sortField}` }],
  };
}

/** `name` is what to ask for of a record of the list: the name of a parent, not its id. */
function describeColumn(object: ObjectDef, name: string, context: DescribeContext) {
  const field = findField(object, name);
  if (field === undefined) return undefined;
  const path = referencePath(object, field, context.snapshot);
  const { describeType } = fieldType(field);
  const isName = field.name === object.nameField;
  return {
    field: `${object.name}.${field.name}`,
    fieldApiName: field.name,
    format: describeType === 'date' || describeType === 'datetime' ? describeType : null,
    label: fieldLabel(context.snapshot, object, field, context.language).replace(/ ID$/, ''),
    lookupId: path === undefined ? (isName ? 'Id' : null) : `${path.relationship}.Id`,
    name: path?.path ?? field.name,
  };
}
