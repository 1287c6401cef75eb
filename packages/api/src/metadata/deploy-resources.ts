import { MusterError } from '@muster/kernel';
import { readGivenComponents } from '@muster/metadata';
import { type DeployEntry, type OrgMetadata, requireMetadataAccess } from '@muster/records';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { readShape } from '../read-body.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json } from '../responses.js';
import { askForDeploy, askForQuickDeploy, cancelDeploy } from './ask-for-deploy.js';
import { presentDeploy, presentDeployInFull } from './present-deploy.js';
import { presentDetails } from './present-details.js';
import { readDeployParts } from './read-deploy-parts.js';
import { requireMetadataType } from './require-metadata-type.js';

const PAGE = 50;

const named = z.object({ type: z.string(), fullName: z.string() });
const jsonDeploy = z.object({
  validatedDeployRequestId: z.string().optional(),
  deployOptions: z.object({ checkOnly: z.boolean().optional() }).optional(),
  components: z
    .array(named.extend({ metadata: z.record(z.string(), z.unknown()), body: z.string().optional() }))
    .default([]),
  deletions: z.array(named).default([]),
});
type JsonDeploy = z.output<typeof jsonDeploy>;

const cancellation = z.object({ deployResult: z.object({ status: z.enum(['Canceling', 'Canceled']) }) });

/** `metadata/deployRequest`: changes of metadata, and the history of them. */
export function deployResources(metadata: OrgMetadata): readonly Resource[] {
  return [
    {
      path: 'metadata/deployrequest',
      methods: {
        POST: (call) => startDeploy(call, metadata),
        GET: (call) => listDeploys(call, metadata),
      },
    },
    {
      path: 'metadata/deployrequest/:id',
      methods: {
        async GET({ session, params, request }) {
          requireMetadataAccess(session);
          const isFull = request.query.get('includeDetails') === 'true';
          return answer(await requireDeploy(params.id, metadata), metadata, { isFull });
        },
        async PATCH({ session, params, request }) {
          requireMetadataAccess(session);
          readShape(request, cancellation);
          const { id } = await requireDeploy(params.id, metadata);
          await cancelDeploy(metadata, id);
          return answer(await requireDeploy(id, metadata), metadata, { isFull: false, status: 202 });
        },
      },
    },
  ];
}

/** A zip is put into the queue, and so is what a check has found good; components as JSON are deployed at once. */
async function startDeploy(call: Call, metadata: OrgMetadata): Promise<ApiResponse> {
  const { session, request, files } = call;
  requireMetadataAccess(session);
  if (/^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) {
    const { zip, options } = await readDeployParts(request);
    const id = await askForDeploy({ metadata, files }, session, zip, options);
    return answer(await requireDeploy(id, metadata), metadata, { isFull: false, status: 201 });
  }
  const asked = readShape(request, jsonDeploy);
  const { validatedDeployRequestId } = asked;
  if (validatedDeployRequestId === undefined) {
    const id = await deployJson(call, metadata, asked);
    return answer(await requireDeploy(id, metadata), metadata, { isFull: true, status: 201 });
  }
  const id = await askForQuickDeploy({ metadata }, session, validatedDeployRequestId);
  const entry = await requireDeploy(id, metadata);
  return answer(entry, metadata, { isFull: false, status: 201, validatedDeployRequestId });
}

/** Components as JSON, deployed before the answer: what people do in Setup. */
async function deployJson(
  { session }: Call,
  metadata: OrgMetadata,
  { components, deletions, deployOptions }: JsonDeploy,
): Promise<string> {
  if (components.length + deletions.length === 0)
    throw new MusterError('MISSING_ARGUMENT', 'The request names no components and no deletions.');
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
  return (
    await metadata.deploy(pack, {
      origin: 'api',
      checkOnly,
      author: session.principal.userId,
      holds: session.has,
    })
  ).id;
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

async function requireDeploy(id: string | undefined, metadata: OrgMetadata): Promise<DeployEntry> {
  const entry = await metadata.find(id ?? '', 'deploy');
  if (entry === undefined) throw notFound();
  return entry;
}

interface AnswerOptions {
  readonly isFull: boolean;
  readonly status?: number;
  readonly validatedDeployRequestId?: string;
}

async function answer(
  entry: DeployEntry,
  metadata: OrgMetadata,
  { isFull, status = 200, validatedDeployRequestId }: AnswerOptions,
): Promise<ApiResponse> {
  const deployResult = isFull
    ? {
        ...presentDeployInFull(entry, await metadata.differences(entry)),
        details: presentDetails(entry),
      }
    : presentDeploy(entry);
  const asked = { validatedDeployRequestId: validatedDeployRequestId ?? null, deployOptions: entry.options };
  return json({ id: entry.id, ...asked, deployResult }, status);
}
