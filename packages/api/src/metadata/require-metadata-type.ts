import { MusterError } from '@muster/kernel';
import { findType, type MetadataType } from '@muster/metadata';

/** The type of metadata of this name, in any case. @throws MusterError INVALID_TYPE */
export function requireMetadataType(name: string): MetadataType {
  const type = findType(name);
  if (type !== undefined) return type;
  throw new MusterError('INVALID_TYPE', `${name} is no type of metadata that is known here.`);
}
