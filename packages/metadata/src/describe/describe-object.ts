import { objectLabelPlural } from '../labels.js';
import { findField, referencesTo } from '../lookup.js';
import type { ObjectDef } from '../model.js';
import { hasPages } from '../pages/has-pages.js';
import { pageTexts } from '../pages/page-texts.js';
import type { DescribeContext } from './describe-context.js';
import { describeCompound, describeField, describeNotComputed } from './describe-field.js';
import { describeGlobalEntry } from './describe-global-entry.js';
import { describeRecordTypes } from './describe-record-types.js';

/** The describe of an object: the fields and child relationships the reader may read, and nothing of the others. */
export function describeObject(object: ObjectDef, context: DescribeContext) {
  return {
    actionOverrides: [],
    childRelationships: childRelationshipsOf(object, context),
    compactLayoutable: hasPages(object),
    ...describeGlobalEntry(object, context),
    fields: describeFields(object, context),
    listviewable: hasPages(object) ? true : null,
    lookupLayoutable: null,
    namedLayoutInfos: namedLayoutsOf(object, context),
    networkScopeFieldName: null,
    recordTypeInfos: describeRecordTypes(object, context),
    searchLayoutable: hasPages(object),
    supportedScopes: scopesOf(object, context),
  };
}

/** Fields in declaration order, each whole behind the last of its parts, formulas and roll-ups at the end. */
function describeFields(object: ObjectDef, context: DescribeContext) {
  const { field: rightOn } = context.rights(object);
  const { compounds = [], notComputed = [] } = object;
  const stored = object.fields.flatMap((field) => [
    ...(rightOn(field.name).read ? [describeField(object, field, context)] : []),
    ...compounds
      .filter(({ name, parts }) => parts.at(-1)?.field === field.name && rightOn(name).read)
      .map((compound) => describeCompound(object, compound, context)),
  ]);
  const declared = notComputed
    .filter(({ name }) => rightOn(name).read)
    .flatMap((field) => describeNotComputed(object, field, context) ?? []);
  return [...stored, ...declared];
}

/** The scopes a query may name: those `USING SCOPE` takes of the object. */
function scopesOf(object: ObjectDef, context: DescribeContext) {
  const texts = pageTexts(context.language);
  const plural = objectLabelPlural(context.snapshot, object, context.language);
  const owner = findField(object, 'OwnerId');
  const hasOwner = owner !== undefined && context.rights(object).field('OwnerId').read;
  return [
    { label: texts.all(plural), name: 'everything' },
    ...(hasOwner ? [{ label: texts.mine(plural), name: 'mine' }] : []),
    ...(hasOwner && owner.referenceTo?.includes('Group')
      ? [{ label: texts.mineAndGroups(plural), name: 'mine_and_my_groups' }]
      : []),
    ...(hasOwner && object.name === 'Task' ? [{ label: texts.delegated(plural), name: 'delegated' }] : []),
  ];
}

/** Salesforce's second layout of users. */
function namedLayoutsOf({ name }: ObjectDef, { basePath }: DescribeContext) {
  if (name !== 'User') return [];
  const layout = `${basePath}/sobjects/User/describe/namedLayouts/UserAlt`;
  return [{ name: 'UserAlt', urls: { layout } }];
}

function childRelationshipsOf(object: ObjectDef, { snapshot, rights }: DescribeContext) {
  return referencesTo(snapshot, object)
    .filter((child) => rights(child.object).read && rights(child.object).field(child.field.name).read)
    .map(({ object: child, field }) => ({
      cascadeDelete: field.deleteConstraint === 'Cascade',
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: field.childRelationshipName ?? null,
      restrictedDelete: field.deleteConstraint === 'Restrict',
    }));
}
