import type {
  ApplicationDef,
  CompactLayoutDef,
  LayoutDef,
  LayoutItem,
  LayoutSection,
  RelatedListDef,
  TabDef,
} from '../page-model.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';

/** A `Layout`, whose file is named `Object-Name`; undefined, and an error, when it is not. */
export function readLayout(root: ElementReader, fullName: string): LayoutDef | undefined {
  const dash = fullName.indexOf('-');
  if (dash < 1) {
    root.error(`${fullName} is no name of a layout, expected an object, a hyphen and a name`);
    return undefined;
  }
  return {
    object: fullName.slice(0, dash),
    name: fullName.slice(dash + 1),
    sections: root.children('layoutSections').map(readSection),
    relatedLists: root.children('relatedLists').flatMap(readRelatedList),
  };
}

/** A `CompactLayout`; undefined, and an error, when it has no name. */
export function readCompactLayout(root: ElementReader, object: string): CompactLayoutDef | undefined {
  const name = root.required('fullName');
  const label = root.text('label') ?? name;
  const fields = root.texts('fields');
  return name === undefined || label === undefined ? undefined : { object, name, label, fields };
}

/** A `CustomTab`. */
export function readTab(root: ElementReader, name: string): TabDef {
  const isObject = root.flag('customObject') ?? false;
  return { name, isObject, ...present({ label: root.text('label') }) };
}

/** A `CustomApplication`, of the one kind (`tab`) or the other (`tabs`). */
export function readApplication(root: ElementReader, name: string): ApplicationDef {
  return { name, label: root.text('label') ?? name, tabs: [...root.texts('tab'), ...root.texts('tabs')] };
}

function readSection(reader: ElementReader): LayoutSection {
  return {
    label: reader.text('label') ?? '',
    style: reader.text('style') ?? 'OneColumn',
    detailHeading: reader.flag('detailHeading') ?? true,
    editHeading: reader.flag('editHeading') ?? true,
    columns: reader
      .children('layoutColumns')
      .map((column) => column.children('layoutItems').flatMap(readItem)),
  };
}

/** Links, pages and components of Salesforce that stand among the fields are left out. */
function readItem(reader: ElementReader): readonly (LayoutItem | null)[] {
  if (reader.flag('emptySpace') === true) return [null];
  const field = reader.text('field');
  const behavior = reader.choice('behavior', ['Edit', 'Required', 'Readonly']) ?? 'Edit';
  return field === undefined ? [] : [{ field, behavior }];
}

function readRelatedList(reader: ElementReader): RelatedListDef[] {
  const relatedList = reader.required('relatedList');
  const sortField = reader.text('sortField');
  const sortOrder = reader.choice('sortOrder', ['Asc', 'Desc']);
  const fields = reader.texts('fields');
  return relatedList === undefined ? [] : [{ relatedList, fields, ...present({ sortField, sortOrder }) }];
}
