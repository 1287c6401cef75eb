import { declaredId } from '../declared-id.js';
import { findCompound, findField } from '../lookup.js';
import type { FieldDef, ObjectDef } from '../model.js';
import type { LayoutDef, LayoutItem, LayoutSection } from '../page-model.js';
import type { Chosen } from '../pages/choose-layout.js';
import { hasPages } from '../pages/has-pages.js';
import { pageTexts } from '../pages/page-texts.js';
import type { DescribeContext } from './describe-context.js';
import { describeCompound, describeField } from './describe-field.js';
import { describeRelatedList } from './describe-related-list.js';
import { layoutButton } from './layout-button.js';

type DescribedField = ReturnType<typeof describeField>;

/** One part of an item of a layout: a field, the text between two, or an empty space. */
export interface LayoutComponent {
  readonly type: 'Field' | 'Separator' | 'EmptySpace';
  readonly value: string | null;
  readonly displayLines: number;
  readonly tabOrder: number;
  readonly details?: DescribedField;
  /** Of a whole such as an address: `address`, `personname`, and its parts. */
  readonly fieldType?: string;
  readonly components?: readonly LayoutComponent[];
}

/** One place in a row of a layout. */
export interface DescribedLayoutItem {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly LayoutComponent[];
  readonly placeholder: boolean;
  readonly required: boolean;
}

/**
 * A layout as REST describes it (Object Reference, "DescribeLayout"): sections of rows of fields the reader may read,
 * once to be looked at and once to be filled in, related lists, buttons.
 */
export function describeLayout(
  { id, layout }: Chosen<LayoutDef>,
  object: ObjectDef,
  context: DescribeContext,
) {
  const sections = layout.sections.filter(({ style }) => style !== 'CustomLinks');
  const placed = sections.map((section) => ({ section, columns: placeItems(section, object, context) }));
  const describe = (mode: 'detail' | 'edit') =>
    placed.flatMap((place, index) => describeSection(place, mode, { id, layout, index }) ?? []);
  return {
    buttonLayoutSection: { detailButtons: buttonsOf(object, context) },
    detailLayoutSections: describe('detail'),
    editLayoutSections: describe('edit'),
    feedView: null,
    highlightsPanelLayoutSection: null,
    id,
    multirowEditLayoutSections: [],
    name: layout.name,
    offlineLinks: [],
    quickActionList: { quickActionListItems: [] },
    relatedContent: null,
    relatedLists: layout.relatedLists.flatMap((list) => describeRelatedList(list, object, context)),
    saveOptions: [],
  };
}

/** The items of each column, without those the reader may not see. */
function placeItems(
  { columns }: LayoutSection,
  object: ObjectDef,
  context: DescribeContext,
): readonly (readonly DescribedLayoutItem[])[] {
  return columns.map((column) =>
    column.flatMap((item) => (item === null ? EMPTY_SPACE : describeLayoutItem(item, object, context)) ?? []),
  );
}

interface Placed {
  readonly section: LayoutSection;
  readonly columns: readonly (readonly DescribedLayoutItem[])[];
}

/** A section, undefined where nothing of it is left: an edit page leaves out what its reader cannot change. */
function describeSection(
  { section, columns }: Placed,
  mode: 'detail' | 'edit',
  { id, layout, index }: Chosen<LayoutDef> & { readonly index: number },
) {
  const shown =
    mode === 'detail'
      ? columns
      : columns.map((column) => column.filter((item) => isEditable(item) || isEmpty(item)));
  if (shown.every((column) => column.every(isEmpty))) return undefined;
  const rows = Math.max(...shown.map((column) => column.length));
  const isAcross = section.style.endsWith('LeftToRight');
  const at = (row: number, column: number) => (isAcross ? row * shown.length + column : column * rows + row);
  return {
    collapsed: false,
    columns: shown.length,
    heading: section.label,
    layoutRows: Array.from({ length: rows }, (_, row) => {
      const layoutItems = shown.map((column, i) => numbered(column[row] ?? EMPTY_SPACE, at(row, i) + 1));
      return { layoutItems, numItems: layoutItems.length };
    }),
    layoutSectionId: id && declaredId('01B', `${layout.object}-${layout.name}.${index}`),
    parentLayoutId: id,
    rows,
    tabOrder: isAcross ? 'LeftToRight' : 'TopToBottom',
    useCollapsibleSection: mode === 'detail' && section.detailHeading,
    useHeading: mode === 'detail' ? section.detailHeading : section.editHeading,
  };
}

function isEditable({ editableForNew, editableForUpdate }: DescribedLayoutItem): boolean {
  return editableForNew || editableForUpdate;
}

function isEmpty({ layoutComponents }: DescribedLayoutItem): boolean {
  return layoutComponents.every(({ type }) => type === 'EmptySpace');
}

const EMPTY_SPACE: DescribedLayoutItem = {
  editableForNew: false,
  editableForUpdate: false,
  label: '',
  layoutComponents: [{ displayLines: 1, tabOrder: 0, type: 'EmptySpace', value: null }],
  placeholder: true,
  required: false,
};

function numbered(item: DescribedLayoutItem, tabOrder: number): DescribedLayoutItem {
  return { ...item, layoutComponents: item.layoutComponents.map((part) => ({ ...part, tabOrder })) };
}

/** A field's place in a layout; undefined where there is no such field, or none the reader may see. */
export function describeLayoutItem(
  { field: name, behavior }: LayoutItem,
  object: ObjectDef,
  context: DescribeContext,
): DescribedLayoutItem | undefined {
  const whole = describeNamed(name, object, context);
  if (whole === undefined) return undefined;
  const { details, parts } = whole;
  const written = parts.length > 0 ? parts : [details];
  const isOpen = behavior !== 'Readonly';
  const byStamp = stampOf(details, object, context);
  return {
    editableForNew: isOpen && written.some(({ createable }) => createable),
    editableForUpdate: isOpen && written.some(({ updateable }) => updateable),
    label: byStamp?.label ?? details.label.replace(/ ID$/, ''),
    layoutComponents: byStamp?.components ?? [
      {
        ...componentOf(details),
        ...(parts.length === 0
          ? {}
          : {
              components: parts.map(componentOf),
              fieldType: details.type === 'address' ? 'address' : 'personname',
            }),
      },
    ],
    placeholder: false,
    required: isOpen && (behavior === 'Required' || written.some(isRequired)),
  };
}

function isRequired({ nillable, defaultedOnCreate, createable, type }: DescribedField): boolean {
  return !nillable && !defaultedOnCreate && createable && type !== 'boolean';
}

/** A field or whole the reader may read, with the parts that are written in its place. */
function describeNamed(name: string, object: ObjectDef, context: DescribeContext) {
  const { field: rightOn } = context.rights(object);
  const partNamed = (part: string) => findField(object, part);
  const describeParts = (parts: readonly FieldDef[]) =>
    parts.filter((part) => rightOn(part.name).read).map((part) => describeField(object, part, context));
  const compound = findCompound(object, name);
  if (compound !== undefined) {
    if (!rightOn(compound.name).read) return undefined;
    const parts = compound.parts.flatMap(({ field }) => partNamed(field) ?? []);
    return { details: describeCompound(object, compound, context), parts: describeParts(parts) };
  }
  const field = findField(object, name);
  if (field === undefined || !rightOn(field.name).read) return undefined;
  const parts = object.fields.filter(({ compoundFieldName }) => compoundFieldName === field.name);
  return { details: describeField(object, field, context), parts: describeParts(parts) };
}

function componentOf(details: DescribedField): LayoutComponent {
  const displayLines = details.type === 'textarea' ? 6 : 1;
  return { details, displayLines, tabOrder: 0, type: 'Field', value: details.name };
}

/** Who saved a record stands beside when, as one item. */
function stampOf({ name }: DescribedField, object: ObjectDef, context: DescribeContext) {
  const texts = pageTexts(context.language);
  const stamps: Readonly<Record<string, readonly [date: string, label: string]>> = {
    CreatedById: ['CreatedDate', texts.createdBy],
    LastModifiedById: ['LastModifiedDate', texts.lastModifiedBy],
  };
  const [dateName, label] = stamps[name] ?? [];
  const dates = dateName === undefined ? undefined : describeNamed(dateName, object, context);
  const by = findField(object, name);
  if (label === undefined || dates === undefined || by === undefined) return undefined;
  const separator = { displayLines: 1, tabOrder: 0, type: 'Separator', value: ', ' } as const;
  return {
    label,
    components: [componentOf(describeField(object, by, context)), separator, componentOf(dates.details)],
  };
}

function buttonsOf(object: ObjectDef, context: DescribeContext) {
  const { edit, delete: canDelete } = context.rights(object);
  const texts = pageTexts(context.language);
  if (!hasPages(object)) return [];
  return [
    ...(edit ? [layoutButton('Edit', texts.edit)] : []),
    ...(canDelete ? [layoutButton('Delete', texts.delete)] : []),
  ];
}
