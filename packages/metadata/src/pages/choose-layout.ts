import { declaredId } from '../declared-id.js';
import { fieldType } from '../field-types/index.js';
import { objectLabel } from '../labels.js';
import { referencesTo } from '../lookup.js';
import type { ObjectDef, Snapshot } from '../model.js';
import type {
  CompactLayoutDef,
  LayoutDef,
  LayoutItem,
  LayoutSection,
  RelatedListDef,
} from '../page-model.js';
import { isGoodColumn } from './list-views-of.js';
import { pageTexts } from './page-texts.js';

/** A layout and the id it has; null for one that is made, since nothing is declared. */
export type Chosen<Layout> = { readonly id: string | null; readonly layout: Layout };

/**
 * The layout a profile gives an object's records of one type: the one assigned to the type, else to the object, else the
 * one named as Setup names the first, else the first that is declared, else one made of the object's fields.
 */
export function chooseLayout(
  snapshot: Snapshot,
  object: ObjectDef,
  profile: string,
  recordType: string | undefined,
  language: string,
): Chosen<LayoutDef> {
  const declared = layoutsOf(snapshot, object);
  const assigned = snapshot.profiles.get(profile.toLowerCase())?.layouts ?? [];
  const assignedTo = (type: string | undefined) =>
    assigned
      .filter((assignment) => assignment.recordType?.toLowerCase() === type?.toLowerCase())
      .flatMap(({ layout }) => declared.find((candidate) => isNamed(candidate, layout)) ?? [])[0];
  const ofType = recordType === undefined ? undefined : assignedTo(`${object.name}.${recordType}`);
  const usual = `${object.name}-${object.label} Layout`;
  const layout =
    ofType ?? assignedTo(undefined) ?? declared.find((one) => isNamed(one, usual)) ?? declared[0];
  return layout === undefined
    ? { id: null, layout: madeLayout(snapshot, object, language) }
    : { id: layoutId(layout), layout };
}

/** The layouts an org has declared for an object. */
export function layoutsOf({ pages }: Snapshot, object: ObjectDef): readonly LayoutDef[] {
  const name = object.name.toLowerCase();
  return (pages?.layouts ?? []).filter((layout) => layout.object.toLowerCase() === name);
}

/** The id of a layout; it follows from its name. */
export function layoutId({ object, name }: LayoutDef): string {
  return declaredId('00h', `${object}-${name}`);
}

/** Names in files escape what a file system may refuse. */
function isNamed({ object, name }: LayoutDef, fullName: string): boolean {
  const wanted = fullName.toLowerCase();
  return wanted === `${object}-${name}`.toLowerCase();
}

/** A layout of everything people fill in: name and fields, addresses, long texts, who saved it, and what points at it. */
export function madeLayout(snapshot: Snapshot, object: ObjectDef, language: string): LayoutDef {
  const texts = pageTexts(language);
  const inSections = object.fields.filter(
    (field) => field.compoundFieldName === undefined && (field.createable || field.updateable),
  );
  const isLong = (name: string) => longNames.has(name);
  const longNames = new Set(inSections.filter((field) => isLongText(field)).map(({ name }) => name));
  const first = new Set([object.nameField, 'OwnerId']);
  const names = [
    ...[...first].filter((name) => object.fields.some((field) => field.name === name && name !== 'Id')),
    ...inSections.map(({ name }) => name).filter((name) => !first.has(name) && !isLong(name)),
  ];
  const wholes = (object.compounds ?? []).map(({ name }) => name);
  const sections = [
    section(texts.information, pair(names)),
    section(texts.address, pair(wholes)),
    section(texts.description, [longNames.size === 0 ? [] : [...longNames].map(item)]),
    section(texts.system, [[item('CreatedById')], [item('LastModifiedById')]]),
  ].filter(({ columns }) => columns.some((column) => column.length > 0));
  const name = `${objectLabel(snapshot, object, language)} Layout`;
  return { object: object.name, name, sections, relatedLists: madeRelatedLists(snapshot, object) };
}

function isLongText(field: Parameters<typeof fieldType>[0]): boolean {
  return fieldType(field).describeType === 'textarea' && (field.length ?? 0) > 255;
}

function section(label: string, columns: readonly (readonly LayoutItem[])[]): LayoutSection {
  const style = columns.length > 1 ? 'TwoColumnsTopToBottom' : 'OneColumn';
  return { label, style, detailHeading: true, editHeading: true, columns };
}

/** In two columns, read from left to right. */
function pair(names: readonly string[]): readonly (readonly LayoutItem[])[] {
  const side = (rest: number) => names.filter((_, i) => i % 2 === rest).map(item);
  return [side(0), side(1)];
}

function item(field: string): LayoutItem {
  return { field, behavior: 'Edit' };
}

/** Every list of records that point at this one and has a name. */
function madeRelatedLists(snapshot: Snapshot, object: ObjectDef): RelatedListDef[] {
  return referencesTo(snapshot, object)
    .filter(
      ({ field, object: child }) => field.childRelationshipName !== undefined && child.kind === undefined,
    )
    .map(({ field, object: child }) => ({
      relatedList: `${child.name}.${field.name}`,
      fields: [
        child.nameField,
        ...child.fields
          .filter((candidate) => candidate !== field && isGoodColumn(child, candidate))
          .slice(0, 3)
          .map(({ name }) => name),
      ],
    }));
}

/** The compact layout of records of one type, else of the object, else one of the name and the next fields. */
export function chooseCompactLayout(
  snapshot: Snapshot,
  object: ObjectDef,
  recordType: string | undefined,
  language: string,
): Chosen<CompactLayoutDef> {
  const ofType = object.recordTypes?.find(({ name }) => name === recordType)?.compactLayout;
  const wanted = (ofType ?? object.compactLayout)?.toLowerCase();
  const layout = compactLayoutsOf(snapshot, object).find(({ name }) => name.toLowerCase() === wanted);
  return layout === undefined
    ? { id: null, layout: madeCompactLayout(object, language) }
    : { id: compactLayoutId(layout), layout };
}

/** The compact layouts an org has declared for an object. */
export function compactLayoutsOf({ pages }: Snapshot, object: ObjectDef): readonly CompactLayoutDef[] {
  const name = object.name.toLowerCase();
  return (pages?.compactLayouts ?? []).filter((layout) => layout.object.toLowerCase() === name);
}

/** The id of a compact layout; it follows from its name. */
export function compactLayoutId({ object, name }: CompactLayoutDef): string {
  return declaredId('0AH', `${object}.${name}`);
}

function madeCompactLayout(object: ObjectDef, language: string): CompactLayoutDef {
  const others = object.fields.filter((field) => isGoodColumn(object, field)).slice(0, 4);
  const fields = [object.nameField, ...others.map(({ name }) => name)];
  return { object: object.name, name: 'SYSTEM', label: pageTexts(language).compactLayout, fields };
}
