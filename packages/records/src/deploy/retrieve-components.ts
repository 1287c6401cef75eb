import { documentKey, type MetadataDocument } from '@muster/metadata';
import type { Org, Queryable } from '@muster/store';
import { documentOf, readKeptMetadata } from './kept-metadata.js';

/** The components of an org that are chosen, by type and name. */
export async function retrieveComponents(
  queryable: Queryable,
  org: Org,
  isChosen: (component: Pick<MetadataDocument, 'type' | 'fullName'>) => boolean,
): Promise<readonly MetadataDocument[]> {
  const { components } = await readKeptMetadata(queryable, org);
  return [...components.values()]
    .filter((component) => component.content !== undefined && isChosen(component))
    .map((component) => ({ component, key: documentKey(component) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ component }) =>
      component.content === undefined ? [] : [documentOf(component, component.content)],
    );
}
