import { readGivenComponents } from '@muster/metadata';
import type { DeployEntry, OrgMetadata } from '@muster/records';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { readShape } from '../read-body.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json } from '../responses.js';
import { presentDeploy, presentDeployInFull } from './present-deploy.js';
import { requireMetadataAccess } from './require-metadata-access.js';
import { requireMetadataType } from './require-metadata-type.js';

const PAGE = 50;

const named = z.object({ type: z.string(), fullName: z.string() });
const jsonDeploy = z.object({
  deployOptions: z.object({ checkOnly: z.boolean().optional() }).optional(),
  components: z
    .array(named.extend({ metadata: z.record(z.string(), z.unknown()), body: z.string().optional() }))
    .default([]),
  deletions: z.array(named).default([]),
});

/** `metadata/deployRequest`: changes of metadata, and the history of them. */
export function deployResources(metadata: OrgMetadata): readonly Resource[] {
  return [
    {
      path: 'metadata/deployrequest',
      methods: {
        POST: (call) => deployJson(call, metadata),
        GET: (call) => listDeploys(call, metadata),
      },
    },
    {
      path: 'metadata/deployrequest/:id',
      methods: {
        async GET({ session, params, request }) {
          requireMetadataAccess(session);
          const entry = await metadata.deployOf(params.id ?? '');
          if (entry === undefined) throw notFound();
          const isFull = request.query.get('includeDetails') === 'true';
          const deployResult = isFull ? await inFull(entry, metadata) : presentDeploy(entry);
          return json({ id: entry.id, deployOptions: entry.options, deployResult });
        },
      },
    },
  ];
}

/** Components as JSON, deployed before the answer: what people do in Setup. */
async function deployJson({ session, request }: Call, metadata: OrgMetadata): Promise<ApiResponse> {
  requireMetadataAccess(session);
  const { components, deletions, deployOptions } = readShape(request, jsonDeploy);
  const checkOnly = deployOptions?.checkOnly ?? false;
  const pack = readGivenComponents(
    components.map(({ type, fullName, metadata: described, body }) => ({
      type: requireMetadataType(type),
      fullName,
      metadata: { json: described },
      ...(body === undefined ? {} : { body }),
    })),
    deletions.map(({ type, fullName }) => ({ type: requireMetadataType(type), fullName })),
  );
  const { id } = await metadata.deploy(pack, { origin: 'api', checkOnly, author: session.principal.userId });
  const entry = await metadata.deployOf(id);
  if (entry === undefined) throw new Error(`The deploy ${id} is not in the history.`);
  return json({ id, deployOptions: entry.options, deployResult: await inFull(entry, metadata) }, 201);
}

async function listDeploys(call: Call, metadata: OrgMetadata): Promise<ApiResponse> {
  requireMetadataAccess(call.session);
  const olderThan = call.request.query.get('olderThan') ?? undefined;
  const entries = await metadata.deploys(PAGE + 1, olderThan);
  const page = entries.slice(0, PAGE);
  const last = entries.length > PAGE ? page.at(-1) : undefined;
  return json({
    deploys: page.map(presentDeploy),
    nextRecordsUrl:
      last === undefined ? null : `${call.basePath}/metadata/deployRequest?olderThan=${last.id}`,
  });
}

async function inFull(entry: DeployEntry, metadata: OrgMetadata) {
  return presentDeployInFull(entry, await metadata.differences(entry));
}
