import { findCompound, findField, findNotComputed, type ObjectDef } from '@muster/metadata';
import type { FieldAccess, Rights } from './rights.js';

const NO_ACCESS: FieldAccess = { read: false, edit: false };

/**
 * The rights on whatever of an object has this name: a field, a formula that is only described, or a whole such as
 * an address, which may be read when all its parts may.
 */
export function accessByName(rights: Rights, object: ObjectDef, name: string): FieldAccess {
  const field = findField(object, name) ?? findNotComputed(object, name)?.described;
  if (field !== undefined) return rights.field(object, field);
  const parts =
    findCompound(object, name)?.parts.map((part) => accessByName(rights, object, part.field)) ?? [];
  if (parts.length === 0) return NO_ACCESS;
  return { read: parts.every(({ read }) => read), edit: parts.every(({ edit }) => edit) };
}
