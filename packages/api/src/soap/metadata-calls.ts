import { findType } from '@muster/metadata';
import { describeTypes } from '../metadata/describe-types.js';
import { presentListed } from '../metadata/present-file.js';
import type { SoapResult } from './envelope.js';
import { guarded, type MetadataCall } from './metadata-call.js';
import { changeCalls } from './metadata-changes.js';
import { readMetadata } from './metadata-reads.js';
import { requestCalls } from './metadata-requests.js';
import type { SoapContext, SoapHandler } from './soap-calls.js';
import { childrenNamed, childText } from './xml-element.js';

const calls: Readonly<Record<string, MetadataCall>> = {
  describeMetadata,
  listMetadata,
  readMetadata,
  ...requestCalls,
  ...changeCalls,
};

/** The calls of the Metadata API that are built, by name. */
export const metadataCalls: ReadonlyMap<string, SoapHandler> = new Map(
  Object.entries(calls).map(([name, call]) => [name, guarded(call)] as const),
);

async function describeMetadata(): Promise<SoapResult> {
  return {
    metadataObjects: describeTypes(),
    organizationNamespace: '',
    partialSaveAllowed: false,
    testRequired: false,
  };
}

/** Clients ask for every type they know; one that is not known here has no components. */
async function listMetadata({ parts, call }: SoapContext): Promise<SoapResult> {
  const queries = childrenNamed(call.body, 'queries').map((query) => ({
    type: findType(childText(query, 'type') ?? ''),
    folder: childText(query, 'folder'),
  }));
  const known = queries.flatMap(({ type }) => (type === undefined ? [] : [type]));
  if (known.length === 0) return undefined;
  const listed = await parts.metadata.list(known);
  return queries.flatMap(({ type, folder }) =>
    listed
      .filter(
        (component) =>
          component.type === type && (folder === undefined || component.fullName.startsWith(`${folder}/`)),
      )
      .map(presentListed),
  );
}
