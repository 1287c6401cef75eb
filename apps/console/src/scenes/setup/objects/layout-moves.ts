import type { Direction } from '../../../components/use-grab.js';
import { moved } from '../../../components/use-list-grab.js';
import type { LayoutDraft, LayoutItem, LayoutSection } from './layout.js';

/** Where an item stands. */
export interface ItemPlace {
  readonly section: number;
  readonly column: number;
  readonly index: number;
}

/** Where an item stands; undefined when it is not on the layout. */
export function placeOf(draft: LayoutDraft, id: string): ItemPlace | undefined {
  for (const [section, { columns }] of draft.sections.entries())
    for (const [column, items] of columns.entries()) {
      const index = items.findIndex((item) => item.id === id);
      if (index >= 0) return { section, column, index };
    }
  return undefined;
}

/** The column at a place. */
export function columnAt(
  draft: LayoutDraft,
  place: Omit<ItemPlace, 'index'>,
): readonly LayoutItem[] | undefined {
  return draft.sections[place.section]?.columns[place.column];
}

/** A layout with an item at another place; as it is where there is no such column. */
export function withItemAt(draft: LayoutDraft, id: string, to: ItemPlace): LayoutDraft {
  const from = placeOf(draft, id);
  const item = from && columnAt(draft, from)?.[from.index];
  if (item === undefined || columnAt(draft, to) === undefined) return draft;
  return insertItem(withoutItem(draft, id), item, to);
}

/** The id of a field in the palette, which it keeps when it comes onto the layout. */
export function paletteId(field: string): string {
  return `field:${field}`;
}

/** A layout with a new field at a place. */
export function withField(draft: LayoutDraft, field: string, to: ItemPlace): LayoutDraft {
  return insertItem(draft, { id: paletteId(field), field, behavior: 'Edit', rest: {} }, to);
}

function insertItem(
  draft: LayoutDraft,
  item: LayoutItem,
  { section, column, index }: ItemPlace,
): LayoutDraft {
  return mapColumns(draft, (items, at) =>
    at.section === section && at.column === column ? items.toSpliced(index, 0, item) : items,
  );
}

/** A layout without an item. */
export function withoutItem(draft: LayoutDraft, id: string): LayoutDraft {
  return mapColumns(draft, (items) =>
    items.some((item) => item.id === id) ? items.filter((item) => item.id !== id) : items,
  );
}

/** A layout with another property of an item. */
export function withItem(draft: LayoutDraft, id: string, changes: Partial<LayoutItem>): LayoutDraft {
  return mapColumns(draft, (items) => items.map((item) => (item.id === id ? { ...item, ...changes } : item)));
}

function mapColumns(
  draft: LayoutDraft,
  change: (items: readonly LayoutItem[], at: Omit<ItemPlace, 'index'>) => readonly LayoutItem[],
): LayoutDraft {
  const sections = draft.sections.map((section, index) => ({
    ...section,
    columns: section.columns.map((items, column) => change(items, { section: index, column })),
  }));
  return { ...draft, sections };
}

/**
 * A layout with an item one place further: up and down within its column and on into the section before or after,
 * left and right into the column beside.
 */
export function withStep(draft: LayoutDraft, id: string, direction: Direction): LayoutDraft {
  const from = placeOf(draft, id);
  if (from === undefined) return draft;
  const { section, column, index } = from;
  if (direction === 'left' || direction === 'right') {
    const beside = column + (direction === 'left' ? -1 : 1);
    const items = columnAt(draft, { section, column: beside });
    if (items === undefined) return draft;
    return withItemAt(draft, id, { section, column: beside, index: Math.min(index, items.length) });
  }
  const next = index + (direction === 'up' ? -1 : 1);
  if (next >= 0 && next < (columnAt(draft, from)?.length ?? 0))
    return withItemAt(draft, id, { section, column, index: next });
  const other = section + (direction === 'up' ? -1 : 1);
  const columns = draft.sections[other]?.columns;
  if (columns === undefined) return draft;
  const into = Math.min(column, columns.length - 1);
  const end = columns[into]?.length ?? 0;
  return withItemAt(draft, id, { section: other, column: into, index: direction === 'up' ? end : 0 });
}

/** A layout with a section moved by one. */
export function withSectionMoved(draft: LayoutDraft, id: string, by: -1 | 1): LayoutDraft {
  const from = draft.sections.findIndex((section) => section.id === id);
  return { ...draft, sections: moved(draft.sections, from, from + by) };
}

/** A layout with another property of a section. */
export function withSection(draft: LayoutDraft, id: string, changes: Partial<LayoutSection>): LayoutDraft {
  return {
    ...draft,
    sections: draft.sections.map((section) => (section.id === id ? { ...section, ...changes } : section)),
  };
}

/** A layout with a new section at its end. */
export function withNewSection(draft: LayoutDraft, label: string): LayoutDraft {
  const rest = { customLabel: true, detailHeading: true, editHeading: true };
  const section: LayoutSection = { id: `i${draft.ids}`, label, columns: [[], []], rest };
  return { ...draft, ids: draft.ids + 1, sections: [...draft.sections, section] };
}

/** A layout without a section; its fields go back to the palette. */
export function withoutSection(draft: LayoutDraft, id: string): LayoutDraft {
  return { ...draft, sections: draft.sections.filter((section) => section.id !== id) };
}

/** A section in one column, or in two with the second half of its items in the second. */
export function withColumns(draft: LayoutDraft, id: string, count: 1 | 2): LayoutDraft {
  const section = draft.sections.find((each) => each.id === id);
  if (section === undefined || section.columns.length === count) return draft;
  const items = section.columns.flat();
  const half = Math.ceil(items.length / 2);
  return withSection(draft, id, {
    columns: count === 1 ? [items] : [items.slice(0, half), items.slice(half)],
  });
}
