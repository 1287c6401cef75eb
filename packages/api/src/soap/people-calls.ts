import { MusterError, MusterErrors, parseId } from '@muster/kernel';
import { convertLead, type LeadConversion, mergeRecords, type Session } from '@muster/records';
import { signedIn } from './data-call.js';
import type { SoapResult } from './envelope.js';
import { presentError } from './present-save.js';
import type { XmlFields } from './print-xml.js';
import { readSentRecord } from './read-record.js';
import type { SoapContext } from './soap-calls.js';
import { childrenNamed, childText, type XmlElement } from './xml-element.js';

/** What becomes of people: leads that convert, records that merge. Each request of a call stands for itself. */
export const peopleCalls = {
  convertLead: signedIn(convertLeads),
  merge: signedIn(merge),
};

async function convertLeads({ call }: SoapContext, session: Session): Promise<SoapResult> {
  const results: XmlFields[] = [];
  for (const element of childrenNamed(call.body, 'leadConverts')) {
    const failed = { accountId: null, contactId: null, opportunityId: null };
    results.push(
      await attempt(
        async () => convertLead(session, readConversion(element)),
        (converted, errors) => {
          const { accountId, contactId, opportunityId } = converted ?? failed;
          const leadId = childText(element, 'leadId') ?? null;
          const success = converted !== undefined;
          return { accountId, contactId, errors, leadId, opportunityId: opportunityId ?? null, success };
        },
      ),
    );
  }
  return results;
}

function readConversion(element: XmlElement): LeadConversion {
  const id = (name: string) => {
    const text = childText(element, name);
    return text ? { [name]: parseId(text) } : {};
  };
  const opportunityName = childText(element, 'opportunityName');
  return {
    leadId: parseId(childText(element, 'leadId') ?? ''),
    convertedStatus: childText(element, 'convertedStatus') ?? '',
    ...id('accountId'),
    ...id('contactId'),
    ...id('opportunityId'),
    ...id('ownerId'),
    ...(opportunityName ? { opportunityName } : {}),
    doNotCreateOpportunity: childText(element, 'doNotCreateOpportunity') === 'true',
    overwriteLeadSource: childText(element, 'overwriteLeadSource') === 'true',
  };
}

/** The WSDL calls them `request`; jsforce has another name for them. */
async function merge({ call }: SoapContext, session: Session): Promise<SoapResult> {
  const results: XmlFields[] = [];
  for (const element of call.body.children) results.push(await mergeOne(session, element));
  return results;
}

async function mergeOne(session: Session, element: XmlElement): Promise<XmlFields> {
  const [master] = childrenNamed(element, 'masterRecord');
  const sentId = (master && (childText(master, 'Id') ?? childText(master, 'id'))) ?? '';
  return attempt(
    async () => {
      if (master === undefined) throw new MusterError('MERGE_FAILED', 'There is no masterRecord');
      const losers = childrenNamed(element, 'recordToMergeIds').map(({ text }) => parseId(text));
      const { object, input } = readSentRecord(session, master);
      const masterId = parseId(input.id ?? '');
      const moved = await mergeRecords(session, {
        object: object.name,
        masterId,
        losers,
        values: input.values,
      });
      return { losers, moved };
    },
    (merged, errors) => ({
      errors,
      id: sentId || null,
      mergedRecordIds: merged?.losers,
      success: merged !== undefined,
      updatedRelatedIds: merged?.moved,
    }),
  );
}

/** Does one request of several: what the caller can mend is said in its result. */
async function attempt<T>(
  work: () => Promise<T>,
  present: (result: T | undefined, errors: readonly XmlFields[]) => XmlFields,
): Promise<XmlFields> {
  try {
    return present(await work(), []);
  } catch (failure) {
    if (failure instanceof MusterErrors) return present(undefined, failure.errors.map(presentError));
    if (failure instanceof MusterError) return present(undefined, [presentError(failure)]);
    throw failure;
  }
}
