import type { ObjectDef } from '../model.js';
import {
  chooseCompactLayout,
  chooseLayout,
  compactLayoutId,
  compactLayoutsOf,
} from '../pages/choose-layout.js';
import { describeCompactLayout } from './describe-compact-layout.js';
import type { DescribeContext } from './describe-context.js';
import { describePicklistValues } from './describe-field.js';
import { describeLayout } from './describe-layout.js';
import { describeRecordTypes, MASTER_RECORD_TYPE_ID } from './describe-record-types.js';

/** `sobjects/T/describe/layouts`: the layouts a profile has of an object, and which record type has which. */
export function describeLayouts(object: ObjectDef, context: DescribeContext, profile: string) {
  const { snapshot, language } = context;
  const types = describeRecordTypes(object, context);
  const chosen = types.map((type) => ({
    type,
    choice: chooseLayout(snapshot, object, profile, typeName(type), language),
  }));
  const different = new Map(chosen.map(({ choice }) => [choice.id, choice]));
  return {
    layouts: [...different.values()].map((choice) => describeLayout(choice, object, context)),
    recordTypeMappings: chosen.map(({ type, choice }) => ({
      ...type,
      layoutId: choice.id,
      picklistsForRecordType: picklistsOf(object, typeName(type), context),
    })),
    recordTypeSelectorRequired: [types.filter(({ available, master }) => available && !master).length > 1],
  };
}

/** The layout of records of one type; undefined when the object has no such type. */
export function describeLayoutOf(
  object: ObjectDef,
  recordTypeId: string,
  context: DescribeContext,
  profile: string,
) {
  const type = describeRecordTypes(object, context).find(
    (candidate) => candidate.recordTypeId === recordTypeId,
  );
  if (type === undefined) return undefined;
  const choice = chooseLayout(context.snapshot, object, profile, typeName(type), context.language);
  return describeLayout(choice, object, context);
}

/** `sobjects/T/describe/compactLayouts`: those declared, the one that is made where records have it, and who has which. */
export function describeCompactLayouts(object: ObjectDef, context: DescribeContext) {
  const { snapshot, language } = context;
  const types = describeRecordTypes(object, context);
  const chosen = types.map((type) => ({
    type,
    choice: chooseCompactLayout(snapshot, object, typeName(type), language),
  }));
  const declared = compactLayoutsOf(snapshot, object).map((layout) => ({
    id: compactLayoutId(layout),
    layout,
  }));
  const made = chosen.find(({ choice }) => choice.id === null)?.choice;
  const byDefault = chooseCompactLayout(snapshot, object, undefined, language);
  return {
    compactLayouts: [...declared, ...(made === undefined ? [] : [made])].map((choice) =>
      describeCompactLayout(choice, object, context),
    ),
    defaultCompactLayoutId: byDefault.id,
    recordTypeCompactLayoutMappings: chosen.map(({ type, choice }) => ({
      available: type.available,
      compactLayoutId: choice.id,
      compactLayoutName: choice.layout.name,
      recordTypeId: type.recordTypeId,
      recordTypeName: type.name,
      urls: {
        compactLayout: `${context.basePath}/sobjects/${object.name}/describe/compactLayouts/${type.recordTypeId}`,
      },
    })),
  };
}

/** The compact layout of records of one type; undefined when the object has no such type. */
export function describeCompactLayoutOf(object: ObjectDef, recordTypeId: string, context: DescribeContext) {
  const type = describeRecordTypes(object, context).find(
    (candidate) => candidate.recordTypeId === recordTypeId,
  );
  if (type === undefined) return undefined;
  const choice = chooseCompactLayout(context.snapshot, object, typeName(type), context.language);
  return describeCompactLayout(choice, object, context);
}

function typeName({ recordTypeId, developerName }: ReturnType<typeof describeRecordTypes>[number]) {
  return recordTypeId === MASTER_RECORD_TYPE_ID ? undefined : developerName;
}

/** The values each picklist the reader may read offers to records of a type. */
function picklistsOf(object: ObjectDef, typeName: string | undefined, context: DescribeContext) {
  const { field: rightOn } = context.rights(object);
  const type = object.recordTypes?.find(({ name }) => name === typeName);
  return object.fields
    .filter(({ picklist, name }) => picklist !== undefined && rightOn(name).read)
    .map((field) => ({
      picklistName: field.name,
      picklistValues: describePicklistValues(
        object,
        field,
        context,
        type?.picklists.get(field.name.toLowerCase()),
      ),
    }));
}
