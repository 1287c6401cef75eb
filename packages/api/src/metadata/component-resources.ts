import { elementToJson } from '@muster/metadata';
import {
  type ListedComponent,
  type OrgMetadata,
  type ReadComponent,
  requireMetadataAccess,
} from '@muster/records';
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
        async GET({ session, params, request }) {
          requireMetadataAccess(session);
          const type = requireMetadataType(params.type ?? '');
          const whole = request.query.get('of');
          const listed = (await metadata.list([type])).filter(
            ({ fullName }) => whole === null || isOf(fullName, whole),
          );
          if (request.query.get('metadata') !== 'true')
            return json({ components: listed.map(presentComponent) });
          const names = listed.map(({ fullName }) => fullName);
          return json({ components: [...(await metadata.read(type, names)).values()].map(presentDescribed) });
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
          return json(presentDescribed(component));
        },
      },
    },
  ];
}

/** Whether a component is a part of an object, or one of its layouts: `Case.Status__c`, `Case-Case Layout`. */
function isOf(fullName: string, object: string): boolean {
  const name = fullName.toLowerCase();
  return ['.', '-'].some((mark) => name.startsWith(`${object.toLowerCase()}${mark}`));
}

function presentDescribed(component: ReadComponent) {
  const { root, body } = component.document;
  const described = { ...presentComponent(component), metadata: elementToJson(root) };
  return body === undefined ? described : { ...described, body };
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
