import { findType } from '../registry/find-type.js';
import type { MetadataType } from '../registry/metadata-type.js';
import { type MetadataDocument, ownName, parentName } from './document.js';

type Named = Pick<MetadataDocument, 'type' | 'fullName'>;

/** Types whose file lies in a folder of its own name, beside the files of its parts. */
const OWN_FOLDER = new Set(['CustomObject', 'CustomObjectTranslation']);

/** Where the source format has a component, below the folder of a package: `objects/Case/fields/A__c.field-meta.xml`. */
export function sourcePath(component: Named): string {
  const { type, fullName } = component;
  const { child } = type;
  if (child === undefined) {
    const place = OWN_FOLDER.has(type.name) ? `${fullName}/${fullName}` : fullName;
    return `${type.folder}/${place}.${type.suffix}-meta.xml`;
  }
  const whole = { type: parentType(type), fullName: parentName(component) };
  if (child.ownFileIn === undefined) return sourcePath(whole);
  const folder = [whole.type.folder, whole.fullName, child.ownFileIn].filter((part) => part !== '').join('/');
  return `${folder}/${ownName(component)}.${type.suffix}-meta.xml`;
}

/** Where the mdapi format has a component, with the parts of a whole in one file: `objects/Case.object`. */
export function mdapiPath(component: Named): string {
  const { type, fullName } = component;
  if (type.child !== undefined) return mdapiPath({ type: parentType(type), fullName: parentName(component) });
  if (type.listedAs !== undefined) return `${type.folder}/${fullName}-meta.xml`;
  return `${bodyPath(component)}${type.hasBody ? '-meta.xml' : ''}`;
}

/** Where either format has the text that lies beside a description: `email/Folder/Name.email`. */
export function bodyPath({ type, fullName }: Named): string {
  return `${type.folder}/${fullName}.${type.suffix}`;
}

/** The type of the whole a part belongs to; the type itself for what is no part. */
export function parentType(type: MetadataType): MetadataType {
  return (type.child && findType(type.child.type)) ?? type;
}
