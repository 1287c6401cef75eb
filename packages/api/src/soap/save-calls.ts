import { MusterError, tryParseId } from '@muster/kernel';
import type { ObjectDef } from '@muster/metadata';
import type { SaveResult, Session } from '@muster/records';
import { type Chunk, chunkBy, saveChunks } from '../composite/save-chunks.js';
import { requireMatchField } from '../objects.js';
import { keepContents } from '../rest/contents.js';
import { isAllOrNone, signedIn } from './data-call.js';
import type { SoapResult } from './envelope.js';
import { presentResult, presentUpsertResult } from './present-save.js';
import { readSentRecord, type SentRecord } from './read-record.js';
import type { SoapContext } from './soap-calls.js';
import { childrenNamed, childText } from './xml-element.js';

const MOST_RECORDS = 200;

/** Changing records, up to 200 in a call, of any types; each is answered in the order sent. */
export const saveCalls = {
  create: signedIn((context, session) =>
    saveRecords(context, session, (inner, object, records, allOrNone) =>
      inner.insert(
        object.name,
        records.map(({ input }) => ({ values: input.values })),
        { allOrNone },
      ),
    ),
  ),
  update: signedIn((context, session) =>
    saveRecords(context, session, (inner, object, records, allOrNone) =>
      inner.update(
        object.name,
        records.map(({ input }) => input),
        { allOrNone },
      ),
    ),
  ),
  upsert: signedIn(upsert),
  delete: signedIn((context, session) => saveIds(context, session, 'delete')),
  undelete: signedIn((context, session) => saveIds(context, session, 'undelete')),
  emptyRecycleBin: signedIn((context, session) => saveIds(context, session, 'purge')),
};

type Save = (
  session: Session,
  object: ObjectDef,
  records: readonly SentRecord[],
  allOrNone: boolean,
) => Promise<readonly SaveResult[]>;

async function saveRecords(context: SoapContext, session: Session, save: Save): Promise<SoapResult> {
  return (await savedRecords(context, session, save)).map(presentResult);
}

async function upsert(context: SoapContext, session: Session): Promise<SoapResult> {
  const name = childText(context.call.body, 'externalIDFieldName') ?? '';
  const results = await savedRecords(context, session, (inner, object, records, allOrNone) =>
    inner.upsert(
      object.name,
      requireMatchField(inner, object, name).name,
      records.map(({ input }) => input),
      { allOrNone },
    ),
  );
  return results.map(presentUpsertResult);
}

async function savedRecords(
  context: SoapContext,
  session: Session,
  save: Save,
): Promise<readonly SaveResult[]> {
  const elements = childrenNamed(context.call.body, 'sObjects');
  checkCount(elements.length);
  const { files } = context.parts;
  const records = await Promise.all(
    elements.map(async (element) => {
      const { object, input } = readSentRecord(session, element);
      return {
        object,
        input: { ...input, values: await keepContents({ session, files }, object, input.values) },
      };
    }),
  );
  const allOrNone = isAllOrNone(context);
  return saveChunks(
    session,
    chunkBy(records, ({ object }) => object),
    allOrNone,
    (inner, { object, items }) => save(inner, object, items, allOrNone),
  );
}

/** Ids of any objects. What is no id of an object fails by itself. */
async function saveIds(
  context: SoapContext,
  session: Session,
  kind: 'delete' | 'undelete' | 'purge',
): Promise<SoapResult> {
  const texts = childrenNamed(context.call.body, 'ids').map(({ text }) => text.trim());
  checkCount(texts.length);
  const allOrNone = isAllOrNone(context);
  const wrong = texts.map((text) => refusedId(session, text));
  if (allOrNone && wrong.some((result) => result !== undefined)) {
    return wrong.map((result) => presentResult(result ?? UNDONE));
  }
  const ids = texts.flatMap((text, i) => (wrong[i] === undefined ? [tryParseId(text) ?? ''] : []));
  const chunks = chunkBy(ids, (id) => objectOf(session, id) as ObjectDef);
  const saved = await saveChunks(session, chunks, allOrNone, (inner, chunk: Chunk<string>) =>
    inner[kind](chunk.object.name, chunk.items, { allOrNone }),
  );
  let next = 0;
  return wrong.map((result) => {
    const own = result ?? saved[next];
    if (result === undefined) next += 1;
    return presentResult(own ?? UNDONE);
  });
}

const UNDONE: SaveResult = {
  success: false,
  errors: [
    new MusterError(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
    ),
  ],
};

function refusedId(session: Session, text: string): SaveResult | undefined {
  const id = tryParseId(text);
  if (id === undefined)
    return { success: false, errors: [new MusterError('MALFORMED_ID', `malformed id ${text}`)] };
  if (objectOf(session, id) !== undefined) return undefined;
  const error = new MusterError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  return { success: false, id, errors: [error] };
}

function objectOf(session: Session, id: string): ObjectDef | undefined {
  const object = session.snapshot.objectsByPrefix.get(id.slice(0, 3));
  return object !== undefined && session.rights(object).read ? object : undefined;
}

function checkCount(count: number): void {
  if (count <= MOST_RECORDS) return;
  const message = `record limit reached. cannot submit more than ${MOST_RECORDS} records into this call`;
  throw new MusterError('EXCEEDED_ID_LIMIT', message);
}
