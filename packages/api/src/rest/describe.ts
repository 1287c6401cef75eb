import type { Clock } from '@muster/kernel';
import { describeGlobalEntry, describeObject, type Snapshot } from '@muster/metadata';
import type { Principal } from '@muster/records';
import type { ApiResponse } from '../api-request.js';
import { requireObject } from '../objects.js';
import type { Call, Resource } from '../resource.js';
import { json, noContent } from '../responses.js';
import { describeContext } from './describe-context.js';

const MAX_BATCH_SIZE = 200;

/**
 * Describe and global describe. Both honour If-Modified-Since: an answer counts as modified when this process first
 * made it for this principal from this metadata, which is never earlier than the change of either.
 */
export function describeResources(clock: Clock): readonly Resource[] {
  const firstMade = new WeakMap<Principal, { readonly snapshot: Snapshot; readonly at: number }>();

  const unlessUnmodified = (call: Call, answer: () => unknown): ApiResponse => {
    const { snapshot, principal } = call.session;
    const known = firstMade.get(principal);
    const made = known?.snapshot === snapshot ? known : { snapshot, at: clock.now() };
    firstMade.set(principal, made);
    const modified = Math.floor(made.at / 1000) * 1000;
    const since = Date.parse(call.request.headers['if-modified-since'] ?? '');
    if (since >= modified) return noContent(304);
    return json(answer(), 200, { 'last-modified': new Date(modified).toUTCString() });
  };

  return [
    {
      path: 'sobjects',
      methods: {
        GET: (call) => unlessUnmodified(call, () => describeGlobal(call)),
      },
    },
    {
      path: 'sobjects/:object/describe',
      methods: {
        GET: (call) => {
          const object = requireObject(call.session, call.params.object ?? '');
          return unlessUnmodified(call, () => describeObject(object, describeContext(call)));
        },
      },
    },
  ];
}

function describeGlobal(call: Call) {
  const { session } = call;
  const context = describeContext(call);
  const objects = [...session.snapshot.objects.values()]
    .filter((object) => session.rights(object).read)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    encoding: 'UTF-8',
    maxBatchSize: MAX_BATCH_SIZE,
    sobjects: objects.map((object) => describeGlobalEntry(object, context)),
  };
}
