import { MusterError } from '@muster/kernel';
import { findType, type MetadataType } from '@muster/metadata';

/** The type a call names; settings have a name of their own each: `CaseSettings`. @throws MusterError INVALID_TYPE */
export function metadataTypeOf(name: string): MetadataType {
  const local = name.slice(name.indexOf(':') + 1);
  const type = findType(local) ?? (local.endsWith('Settings') ? findType('Settings') : undefined);
  if (type !== undefined) return type;
  throw new MusterError(
    'INVALID_TYPE',
    `This type of metadata is not available for this organization: ${local}`,
  );
}
