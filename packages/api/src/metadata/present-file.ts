import { type MetadataType, mdapiPath } from '@muster/metadata';
import type { ListedComponent, Stamp } from '@muster/records';
import { dateText } from './present-deploy.js';

interface FileFacts {
  readonly type: string;
  readonly fullName: string;
  readonly file: string;
  readonly created: Stamp;
  readonly modified: Stamp;
}

/** `FileProperties` of the Metadata API, its members in the order of the WSDL. */
export function presentFile({ type, fullName, file, created, modified }: FileFacts) {
  return {
    createdById: created.by?.id ?? '',
    createdByName: created.by?.name ?? '',
    createdDate: dateText(created.at),
    fileName: file,
    fullName,
    id: '',
    lastModifiedById: modified.by?.id ?? '',
    lastModifiedByName: modified.by?.name ?? '',
    lastModifiedDate: dateText(modified.at),
    manageableState: 'unmanaged',
    type,
  };
}

/** A component of the org as `FileProperties`. */
export function presentListed(component: ListedComponent) {
  const { type, fullName } = component;
  return presentFile({ ...component, type: type.name, file: listedPath({ type, fullName }) });
}

/** The file of a component; a folder is named without the description beside it. */
function listedPath(named: { readonly type: MetadataType; readonly fullName: string }): string {
  return mdapiPath(named).replace(/-meta\.xml$/, '');
}
