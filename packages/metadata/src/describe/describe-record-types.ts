import type { ObjectDef } from '../model.js';
import type { DescribeContext } from './describe-context.js';

/** The record type of records that have none, under the id Salesforce gives it. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** `recordTypeInfos` of describe: the object's own record types, then the one of records that have none. */
export function describeRecordTypes(object: ObjectDef, context: DescribeContext) {
  const { recordType: rightOn } = context.rights(object);
  const layoutUrl = (id: string) => `${context.basePath}/sobjects/${object.name}/describe/layouts/${id}`;
  const own = (object.recordTypes ?? []).map(({ id, name, label, active }) => {
    const { available, isDefault } = rightOn(name);
    return {
      active,
      available: active && available,
      defaultRecordTypeMapping: active && isDefault,
      developerName: name,
      master: false,
      name: label,
      recordTypeId: id,
      urls: { layout: layoutUrl(id) },
    };
  });
  const master = {
    active: true,
    available: true,
    defaultRecordTypeMapping: own.every((info) => !info.defaultRecordTypeMapping),
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: MASTER_RECORD_TYPE_ID,
    urls: { layout: layoutUrl(MASTER_RECORD_TYPE_ID) },
  };
  return [...own, master];
}
