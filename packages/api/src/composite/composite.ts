import { MusterError } from '@muster/kernel';
import type { Session } from '@muster/records';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { presentRest } from '../errors/present-rest.js';
import { readShape } from '../read-body.js';
import type { Call, Resource } from '../resource.js';
import { json } from '../responses.js';
import { fillText, fillValue, UnknownReference } from './references.js';
import { bodyValue, toApiRequest } from './sub-request.js';

/** A request inside another, by whose name later ones take values from its answer. */
export const namedRequest = z.object({
  method: z.string(),
  url: z.string(),
  referenceId: z.string().regex(/^[A-Za-z]\w*$/, 'must be letters, digits and _ and begin with a letter'),
  body: z.unknown().optional(),
  httpHeaders: z.record(z.string(), z.string()).optional(),
});
const composite = z.object({
  allOrNone: z.boolean().default(false),
  compositeRequest: z.array(namedRequest).min(1).max(25),
});
export type SubRequests = readonly z.output<typeof namedRequest>[];

export interface SubResponse {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** `composite`: up to 25 requests in order, later ones naming what earlier ones answered. */
export const compositeResources: readonly Resource[] = [
  { path: 'composite', methods: { POST: runComposite } },
];

async function runComposite(call: Call): Promise<ApiResponse> {
  const { allOrNone, compositeRequest } = readShape(call.request, composite);
  requireDistinct(compositeRequest);
  const compositeResponse = allOrNone
    ? await runTogether(call, compositeRequest)
    : await runEach(call, compositeRequest, call.session, false);
  return json({ compositeResponse });
}

/** @throws MusterError JSON_PARSER_ERROR when two requests have the same name */
export function requireDistinct(requests: SubRequests): void {
  const names = requests.map((request) => request.referenceId);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new MusterError('JSON_PARSER_ERROR', `The referenceId ${twice} is used twice`);
}

/** One transaction: the first failure undoes everything and every other answer says so. */
export async function runTogether(call: Call, requests: SubRequests): Promise<readonly SubResponse[]> {
  const rollBack = new Error('The transaction is undone.');
  let responses: readonly SubResponse[] = [];
  try {
    return await call.session.transaction(async (session) => {
      responses = await runEach(call, requests, session, true);
      if (responses.some(isFailure)) throw rollBack;
      return responses;
    });
  } catch (thrown) {
    if (thrown !== rollBack) throw thrown;
    return requests.map(({ referenceId }, i) => {
      const response = responses[i];
      return response !== undefined && isFailure(response) ? response : present(referenceId, undone());
    });
  }
}

async function runEach(
  call: Call,
  requests: SubRequests,
  session: Session,
  stopAtFailure: boolean,
): Promise<readonly SubResponse[]> {
  const answers = new Map<string, unknown>();
  const responses: SubResponse[] = [];
  for (const request of requests) {
    const response = present(request.referenceId, await runOne(call, request, session, answers));
    responses.push(response);
    if (!isFailure(response)) answers.set(request.referenceId, response.body);
    else if (stopAtFailure) break;
  }
  return responses;
}

async function runOne(
  call: Call,
  request: SubRequests[number],
  session: Session,
  answers: ReadonlyMap<string, unknown>,
): Promise<ApiResponse> {
  try {
    const inner = toApiRequest(call.request, {
      method: request.method,
      url: fillText(request.url, answers),
      body: fillValue(request.body, answers),
      ...(request.httpHeaders === undefined ? {} : { headers: request.httpHeaders }),
    });
    return await call.reenter(inner, session);
  } catch (failure) {
    if (failure instanceof UnknownReference) {
      const message = `Invalid reference specified. No value for ${failure.reference} found in the answers so far.`;
      return presentRest([new MusterError('PROCESSING_HALTED', message)]);
    }
    if (failure instanceof MusterError) return presentRest([failure]);
    throw failure;
  }
}

function present(referenceId: string, response: ApiResponse): SubResponse {
  const { location } = response.headers;
  return {
    body: bodyValue(response),
    httpHeaders: typeof location === 'string' ? { Location: location } : {},
    httpStatusCode: response.status,
    referenceId,
  };
}

/** Whether a request inside another failed. */
export function isFailure(response: SubResponse): boolean {
  return response.httpStatusCode >= 400;
}

function undone(): ApiResponse {
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  return presentRest([new MusterError('PROCESSING_HALTED', message)]);
}
