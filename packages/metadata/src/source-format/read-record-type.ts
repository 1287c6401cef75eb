import type { RecordTypeValues } from '../model.js';
import type { RecordTypeSource } from './component.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';
import { decodeFullName } from './read-value-set.js';

/** A `RecordType`; undefined, and an error, when it has no name. */
export function readRecordType(root: ElementReader, object: string): RecordTypeSource | undefined {
  const name = root.required('fullName');
  const label = root.text('label') ?? name;
  const picklists = new Map<string, RecordTypeValues>();
  for (const reader of root.children('picklistValues')) {
    const picklist = reader.required('picklist');
    if (picklist !== undefined) picklists.set(picklist.toLowerCase(), readOffered(reader));
  }
  if (name === undefined || label === undefined) return undefined;
  return {
    object,
    name,
    label,
    active: root.flag('active') ?? true,
    picklists,
    ...present({
      description: root.text('description'),
      businessProcess: root.text('businessProcess'),
      compactLayout: root.text('compactLayoutAssignment'),
    }),
  };
}

function readOffered(reader: ElementReader): RecordTypeValues {
  const offered = reader.children('values').flatMap((value) => {
    const fullName = value.required('fullName');
    const isDefault = value.flag('default') ?? false;
    return fullName === undefined ? [] : [{ value: decodeFullName(fullName), isDefault }];
  });
  const values = offered.map(({ value }) => value);
  return { values, ...present({ default: offered.find(({ isDefault }) => isDefault)?.value }) };
}
