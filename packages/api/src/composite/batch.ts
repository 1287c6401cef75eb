import { MusterError } from '@muster/kernel';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { presentRest } from '../errors/present-rest.js';
import { readShape } from '../read-body.js';
import type { Call, Resource } from '../resource.js';
import { json } from '../responses.js';
import { bodyValue, toApiRequest } from './sub-request.js';

const batch = z.object({
  haltOnError: z.boolean().default(false),
  batchRequests: z
    .array(z.object({ method: z.string(), url: z.string(), richInput: z.unknown().optional() }))
    .min(1)
    .max(25),
});

/** `composite/batch`: up to 25 requests one after the other, each standing for itself. */
export const batchResources: readonly Resource[] = [{ path: 'composite/batch', methods: { POST: runBatch } }];

async function runBatch(call: Call): Promise<ApiResponse> {
  const { haltOnError, batchRequests } = readShape(call.request, batch);
  const results: { readonly statusCode: number; readonly result: unknown }[] = [];
  let hasErrors = false;
  for (const { method, url, richInput } of batchRequests) {
    const response: ApiResponse =
      hasErrors && haltOnError
        ? presentRest([halted])
        : await call.reenter(toApiRequest(call.request, { method, url, body: richInput }), call.session);
    hasErrors ||= response.status >= 400;
    results.push({ statusCode: response.status, result: bodyValue(response) });
  }
  return json({ hasErrors, results });
}

const halted = new MusterError(
  'BATCH_PROCESSING_HALTED',
  'Batch processing has been halted as per the haltOnError header.',
);
