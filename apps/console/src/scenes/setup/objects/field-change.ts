import type { ComponentInput } from '@muster/client';
import type { Elements } from '../../../data/setup-metadata.js';
import { listOf, textOf } from './elements.js';
import { withoutBlanks } from './new-object.js';

export type Access = 'none' | 'read' | 'edit';

/** A profile or permission set, and the access it is to have to a field. */
export interface FieldGrant {
  readonly type: 'Profile' | 'PermissionSet';
  readonly fullName: string;
  /** All its elements: a permission set is sent whole, since a deploy replaces it. */
  readonly metadata: Elements;
  readonly access: Access;
}

export interface NamedElements {
  readonly fullName: string;
  readonly metadata: Elements;
}

/** The components by which a new field comes to be: itself, the rights on it, its place on layouts. */
export function newFieldComponents(
  field: NamedElements,
  grants: readonly FieldGrant[],
  layouts: readonly NamedElements[],
): readonly ComponentInput[] {
  const own = field.fullName.slice(field.fullName.indexOf('.') + 1);
  return [
    { type: 'CustomField', fullName: field.fullName, metadata: withoutBlanks(field.metadata) },
    ...grants.filter(({ access }) => access !== 'none').map((grant) => granted(grant, field.fullName)),
    ...layouts.map(({ fullName, metadata }) => ({
      type: 'Layout',
      fullName,
      metadata: withFieldOnLayout(metadata, own),
    })),
  ];
}

function granted({ type, fullName, metadata, access }: FieldGrant, field: string): ComponentInput {
  const permission = { field, readable: true, editable: access === 'edit' };
  if (type === 'Profile') return { type, fullName, metadata: { fieldPermissions: [permission] } };
  const others = listOf(metadata, 'fieldPermissions').filter((each) => textOf(each, 'field') !== field);
  return { type, fullName, metadata: { ...metadata, fieldPermissions: [...others, permission] } };
}

/** A layout with a field at the end of the shorter column of its first section; as it is when the field is on it. */
export function withFieldOnLayout(layout: Elements, field: string): Elements {
  const sections = listOf(layout, 'layoutSections');
  const isThere = sections.some((section) =>
    listOf(section, 'layoutColumns').some((column) =>
      listOf(column, 'layoutItems').some((item) => textOf(item, 'field') === field),
    ),
  );
  if (isThere) return layout;
  const item = { behavior: 'Edit', field };
  const [first, ...rest] = sections;
  if (first === undefined) {
    const section = { style: 'OneColumn', detailHeading: false, editHeading: false };
    return { ...layout, layoutSections: [{ ...section, layoutColumns: [{ layoutItems: [item] }] }] };
  }
  const columns = listOf(first, 'layoutColumns');
  const lengths = columns.map((column) => listOf(column, 'layoutItems').length);
  const shortest = Math.max(0, lengths.indexOf(Math.min(...lengths)));
  const filled = columns.map((column, index) =>
    index === shortest ? { ...column, layoutItems: [...listOf(column, 'layoutItems'), item] } : column,
  );
  const layoutColumns = filled.length === 0 ? [{ layoutItems: [item] }] : filled;
  return { ...layout, layoutSections: [{ ...first, layoutColumns }, ...rest] };
}
