import type { Session } from '@muster/records';
import { deletedBetween, readSpan, updatedBetween } from '../rest/replication.js';
import { basePathOf, signedIn } from './data-call.js';
import type { SoapResult } from './envelope.js';
import type { SoapContext } from './soap-calls.js';
import { childText } from './xml-element.js';

/** What changed between two times, for clients that keep a copy. */
export const replicationCalls = {
  getUpdated: signedIn(async (context, session): Promise<SoapResult> => {
    const { ids, latestDateCovered } = await updatedBetween(session, ...askedFor(context));
    return { ids, latestDateCovered: withZ(latestDateCovered) };
  }),
  getDeleted: signedIn(async (context: SoapContext, session: Session): Promise<SoapResult> => {
    const found = await deletedBetween(session, ...askedFor(context), basePathOf(context));
    return {
      deletedRecords: found.deletedRecords.map(({ id, deletedDate }) => ({
        deletedDate: withZ(deletedDate),
        id,
      })),
      earliestDateAvailable: withZ(found.earliestDateAvailable),
      latestDateCovered: withZ(found.latestDateCovered),
    };
  }),
};

function askedFor({ call, parts }: SoapContext) {
  const span = readSpan((name) => childText(call.body, `${name}Date`) ?? null);
  return [childText(call.body, 'sObjectType') ?? '', span, parts.clock] as const;
}

const withZ = (instant: string) => instant.replace('+0000', 'Z');
