import { findObject } from '@muster/metadata';
import { soql, soqlNames } from '@muster/soql';
import type { ApiUsage } from '../create-api.js';
import type { Call, Resource } from '../resource.js';
import { json } from '../responses.js';

/** What Salesforce counts apart and is here one request of the day each. */
const COUNTED_AS_REQUESTS = ['DailyApiRequests', 'DailyBulkApiBatches', 'DailyBulkV2QueryJobs'];

/** Limits that exist and how much of them is left; what is not limited is not listed. */
export function limitResources(usage: ApiUsage): readonly Resource[] {
  return [
    {
      path: 'limits',
      methods: {
        GET: () => {
          const { used, max } = usage.peek();
          const left = { Max: max, Remaining: Math.max(0, max - used) };
          return json(Object.fromEntries(COUNTED_AS_REQUESTS.map((name) => [name, left])));
        },
      },
    },
    { path: 'limits/recordcount', methods: { GET: countRecords } },
  ];
}

/** `?sObjects=A,B`; all the caller may read without it. Counts are exact and of what the caller may see. */
async function countRecords({ session, request }: Call) {
  const asked = request.query
    .get('sObjects')
    ?.split(',')
    .map((name) => name.trim());
  const objects = asked
    ? asked.flatMap((name) => findObject(session.snapshot, name) ?? [])
    : [...session.snapshot.objects.values()];
  const readable = objects.filter((object) => session.rights(object).read);
  const sObjects: { readonly count: number; readonly name: string }[] = [];
  for (const { name } of readable) {
    const { totalSize } = await session.query(soql`SELECT COUNT() FROM ${soqlNames(name)}`, { basePath: '' });
    sObjects.push({ count: totalSize, name });
  }
  return json({ sObjects });
}
