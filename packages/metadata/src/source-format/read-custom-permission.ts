import type { CustomPermissionDef } from '../model.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';

/** A `CustomPermission`, which permission sets give and operations ask for. */
export function readCustomPermission(root: ElementReader, name: string): CustomPermissionDef {
  root.flag('isLicensed');
  return {
    name,
    label: root.required('label') ?? name,
    ...present({ description: root.text('description') }),
  };
}
