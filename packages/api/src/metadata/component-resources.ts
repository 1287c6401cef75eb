import { elementToJson } from '@muster/metadata';
import { type ListedComponent, type OrgMetadata, requireMetadataAccess } from '@muster/records';
import { notFound, type Resource } from '../resource.js';
import { json } from '../responses.js';
import { dateText } from './present-deploy.js';
import { requireMetadataType } from './require-metadata-type.js';

/** `metadata/components`: what the org has of each type, as JSON. Salesforce has no such resource. */
export function componentResources(metadata: OrgMetadata): readonly Resource[] {
  return [
    {
      path: 'metadata/components/:type',
      methods: {
        async GET({ session, params }) {
          requireMetadataAccess(session);
          const type = requireMetadataType(params.type ?? '');
          return json({ components: (await metadata.list([type])).map(presentComponent) });
        },
      },
    },
    {
      path: 'metadata/components/:type/:name',
      methods: {
        async GET({ session, params }) {
          requireMetadataAccess(session);
          const type = requireMetadataType(params.type ?? '');
          const [component] = (await metadata.read(type, [params.name ?? ''])).values();
          if (component === undefined) throw notFound();
          const { root, body } = component.document;
          const described = { ...presentComponent(component), metadata: elementToJson(root) };
          return json(body === undefined ? described : { ...described, body });
        },
      },
    },
  ];
}

function presentComponent({ type, fullName, solution, changed, modified }: ListedComponent) {
  return {
    type: type.name,
    fullName,
    solution: solution ?? null,
    changed,
    lastModifiedDate: dateText(modified.at),
  };
}
