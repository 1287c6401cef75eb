import type { RoleDef } from '../model.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';

/** A `Role` of the hierarchy; access levels on the accounts of its members have no effect here. */
export function readRole(root: ElementReader, name: string): RoleDef {
  return {
    name,
    label: root.required('name') ?? name,
    ...present({ parentRole: root.text('parentRole'), description: root.text('description') }),
  };
}
