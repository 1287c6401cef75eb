import { MusterError } from '@muster/kernel';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { readShape } from '../read-body.js';
import type { Call, Resource } from '../resource.js';
import { json } from '../responses.js';
import { isFailure, namedRequest, requireDistinct, runTogether } from './composite.js';

const MOST_REQUESTS = 500;
const MOST_GRAPHS = 75;
const RECORDS = /^(\/services\/data)?\/?v\d+\.0\/sobjects\//i;

const graphs = z.object({
  graphs: z
    .array(
      z.object({
        graphId: z.string().regex(/^[A-Za-z0-9]\w*$/, 'must be letters, digits and _'),
        compositeRequest: z.array(namedRequest).min(1),
      }),
    )
    .min(1)
    .max(MOST_GRAPHS),
});

/** `composite/graph`: several composites, each in a transaction of its own, of up to 500 requests for records in all. */
export const graphResources: readonly Resource[] = [
  { path: 'composite/graph', methods: { POST: runGraphs } },
];

async function runGraphs(call: Call): Promise<ApiResponse> {
  const asked = readShape(call.request, graphs).graphs;
  const count = asked.reduce((sum, { compositeRequest }) => sum + compositeRequest.length, 0);
  if (count > MOST_REQUESTS)
    throw new MusterError('INVALID_INPUT', `The graphs have ${count} requests, ${MOST_REQUESTS} is the most`);
  for (const { compositeRequest } of asked) {
    requireDistinct(compositeRequest);
    const other = compositeRequest.find(({ url }) => !RECORDS.test(url));
    if (other !== undefined)
      throw new MusterError('INVALID_INPUT', `A graph takes requests below sobjects only: ${other.url}`);
  }
  const answers: unknown[] = [];
  for (const { graphId, compositeRequest } of asked) {
    const compositeResponse = await runTogether(call, compositeRequest);
    const isSuccessful = !compositeResponse.some(isFailure);
    answers.push({ graphId, graphResponse: { compositeResponse }, isSuccessful });
  }
  return json({ graphs: answers });
}
