import type { Elements } from '../../../data/setup-metadata.js';
import { listOf, textOf, textsOf } from './elements.js';

export type Behavior = 'Edit' | 'Required' | 'Readonly';

/** A field on a layout, or an empty space; `rest` is what else its element says. */
export interface LayoutItem {
  /** Unlike all others of the layout. */
  readonly id: string;
  /** '' for an empty space, and for what the editor keeps as it is. */
  readonly field: string;
  readonly behavior: Behavior;
  readonly rest: Elements;
}

export interface LayoutSection {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly (readonly LayoutItem[])[];
  readonly rest: Elements;
}

export interface RelatedList {
  readonly id: string;
  readonly fields: readonly string[];
  readonly rest: Elements;
}

/** A layout while it is edited. */
export interface LayoutDraft {
  readonly sections: readonly LayoutSection[];
  readonly relatedLists: readonly RelatedList[];
  /** Ids given so far: what is made gets the next. */
  readonly ids: number;
  readonly rest: Elements;
}

const behaviors: readonly Behavior[] = ['Edit', 'Required', 'Readonly'];

/** Reads the elements of a layout. */
export function readLayout(elements: Elements): LayoutDraft {
  let ids = 0;
  const nextId = () => `i${ids++}`;
  const sections = listOf(elements, 'layoutSections').map((section): LayoutSection => {
    const columns = listOf(section, 'layoutColumns').map((column) =>
      listOf(column, 'layoutItems').map(
        (item): LayoutItem => ({
          id: nextId(),
          field: textOf(item, 'field'),
          behavior: behaviors.find((each) => each === textOf(item, 'behavior')) ?? 'Edit',
          rest: item,
        }),
      ),
    );
    const isTwo = textOf(section, 'style').startsWith('Two');
    return {
      id: nextId(),
      label: textOf(section, 'label'),
      columns: isTwo ? [columns[0] ?? [], columns[1] ?? []] : [columns.flat()],
      rest: section,
    };
  });
  const relatedLists = listOf(elements, 'relatedLists').map(
    (list): RelatedList => ({
      id: textOf(list, 'relatedList'),
      fields: textsOf(list, 'fields'),
      rest: list,
    }),
  );
  return { sections, relatedLists, ids, rest: elements };
}

/** The elements of a layout. */
export function writeLayout({ sections, relatedLists, rest }: LayoutDraft): Elements {
  return {
    ...rest,
    layoutSections: sections.map(({ label, columns, rest: section }) => ({
      ...section,
      label: label === '' ? null : label,
      style: columns.length === 1 ? 'OneColumn' : twoColumnStyle(section),
      layoutColumns: columns.map((items) => ({ layoutItems: items.map(writeItem) })),
    })),
    relatedLists: relatedLists.map(({ id, fields, rest: list }) => ({ ...list, relatedList: id, fields })),
  };
}

function twoColumnStyle(section: Elements): string {
  const style = textOf(section, 'style');
  return style.startsWith('Two') ? style : 'TwoColumnsTopToBottom';
}

function writeItem({ field, behavior, rest }: LayoutItem): Elements {
  if (field !== '') return { ...rest, field, behavior };
  return Object.keys(rest).length === 0 ? { emptySpace: true } : rest;
}

/** The fields on a layout. */
export function fieldsOn({ sections }: LayoutDraft): ReadonlySet<string> {
  return new Set(
    sections
      .flatMap(({ columns }) => columns.flat())
      .map(({ field }) => field)
      .filter((field) => field !== ''),
  );
}
