import { MusterError, parseId } from '@muster/kernel';
import type { QueryAnswer, QueryOptions, Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import { fieldNames, requireType } from '../objects.js';
import { type ExactRecord, readExact } from '../query/read-exact.js';
import { basePathOf, isEnterprise, signedIn } from './data-call.js';
import { headerText, type SoapResult } from './envelope.js';
import { presentPage, presentRecord, type RecordForm } from './present-record.js';
import type { SoapContext } from './soap-calls.js';
import { childrenNamed, childText } from './xml-element.js';

const MOST_RETRIEVED = 2000;
const SMALLEST_BATCH = 200;
const LARGEST_BATCH = 2000;

/** Reading records: queries, pages of them, records by id, and search. */
export const queryCalls = {
  query: signedIn((context, session) => runQuery(context, session, false)),
  queryAll: signedIn((context, session) => runQuery(context, session, true)),
  queryMore: signedIn(queryMore),
  retrieve: signedIn(retrieve),
  search: signedIn(search),
};

async function runQuery(
  context: SoapContext,
  session: Session,
  includeDeleted: boolean,
): Promise<SoapResult> {
  const text = childText(context.call.body, 'queryString') ?? '';
  if (text.trim() === '') throw new MusterError('MALFORMED_QUERY', 'A query string has to be specified');
  return page(await session.query(text, { ...optionsOf(context), includeDeleted }), formOf(context, session));
}

async function queryMore(context: SoapContext, session: Session): Promise<SoapResult> {
  const locator = childText(context.call.body, 'queryLocator') ?? '';
  return page(await session.queryMore(locator, optionsOf(context)), formOf(context, session));
}

/** Records in the order of their ids; nil for one that is not there or that the caller may not see. */
async function retrieve(context: SoapContext, session: Session): Promise<SoapResult> {
  const { body } = context.call;
  const object = requireType(session, childText(body, 'sObjectType') ?? '');
  const fields = (childText(body, 'fieldList') ?? '').split(',').map((name) => name.trim());
  const ids = childrenNamed(body, 'ids').map(({ text }) => parseId(text));
  if (ids.length > MOST_RETRIEVED) {
    throw new MusterError('EXCEEDED_ID_LIMIT', `At most ${MOST_RETRIEVED} ids; found ${ids.length}`);
  }
  if (ids.length === 0) return undefined;
  const { json } = await session.query(
    soql`SELECT ${fieldNames(fields)} FROM ${soqlNames(object.name)} WHERE Id IN ${ids}`,
    { basePath: basePathOf(context), batchSize: LARGEST_BATCH },
  );
  const { records } = readExact(json) as unknown as { readonly records: readonly ExactRecord[] };
  const byId = new Map(records.map((record) => [addressOf(record)?.split('/').at(-1), record]));
  const form = formOf(context, session);
  return ids.map((id) => presentRecord(byId.get(id) ?? null, form));
}

function addressOf({ attributes }: ExactRecord): string | undefined {
  const url = (attributes as ExactRecord | undefined)?.url;
  return typeof url === 'string' ? url : undefined;
}

async function search(context: SoapContext, session: Session): Promise<SoapResult> {
  const text = childText(context.call.body, 'searchString') ?? '';
  const { json } = await session.search(text, basePathOf(context));
  const form = formOf(context, session);
  const records = readExact(json) as unknown as readonly ExactRecord[];
  return {
    queryId: null,
    searchRecords: records.map((record) => ({ record: presentRecord(record, form) })),
  };
}

function page({ json }: QueryAnswer, form: RecordForm): SoapResult {
  return presentPage(readExact(json) as ExactRecord, form);
}

function formOf(context: SoapContext, { snapshot }: Session): RecordForm {
  return { snapshot, isEnterprise: isEnterprise(context) };
}

/** The header's size of pages is a wish: what is out of bounds becomes the nearest that is allowed. */
function optionsOf(context: SoapContext): QueryOptions {
  const wished = Number(headerText(context.call, 'QueryOptions', 'batchSize') ?? Number.NaN);
  const basePath = basePathOf(context);
  if (!Number.isInteger(wished)) return { basePath };
  return { basePath, batchSize: Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, wished)) };
}
