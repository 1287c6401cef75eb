import { MusterError } from '@muster/kernel';
import type { ObjectDef } from '@muster/metadata';
import type { SaveResult, Session } from '@muster/records';

const MAX_CHUNKS = 10;

/** Neighbouring items of one object, saved as one batch. */
export interface Chunk<Item> {
  readonly object: ObjectDef;
  readonly items: readonly Item[];
}

/** Splits items where the object changes. @throws MusterError INVALID_OPERATION past ten chunks, as documented. */
export function chunkBy<Item>(
  items: readonly Item[],
  objectOf: (item: Item) => ObjectDef,
): readonly Chunk<Item>[] {
  const chunks: { readonly object: ObjectDef; readonly items: Item[] }[] = [];
  for (const item of items) {
    const object = objectOf(item);
    const last = chunks.at(-1);
    if (last?.object.name === object.name) last.items.push(item);
    else chunks.push({ object, items: [item] });
  }
  if (chunks.length <= MAX_CHUNKS) return chunks;
  const message = `The request has ${chunks.length} chunks of records of one type; at most ${MAX_CHUNKS} are allowed`;
  throw new MusterError('INVALID_OPERATION', message);
}

/**
 * Saves chunk after chunk and gives the results in the order of the items. With `allOrNone` the chunks share one
 * transaction: the first that fails undoes those before it and leaves out those behind it.
 */
export async function saveChunks<Item>(
  session: Session,
  chunks: readonly Chunk<Item>[],
  allOrNone: boolean,
  save: (session: Session, chunk: Chunk<Item>) => Promise<readonly SaveResult[]>,
): Promise<readonly SaveResult[]> {
  if (!allOrNone) {
    const results: SaveResult[] = [];
    for (const chunk of chunks) results.push(...(await save(session, chunk)));
    return results;
  }
  const rollBack = new Error('The transaction is undone.');
  let failed: { readonly chunk: Chunk<Item>; readonly results: readonly SaveResult[] } | undefined;
  try {
    return await session.transaction(async (inner) => {
      const saved: SaveResult[] = [];
      for (const chunk of chunks) {
        const results = await save(inner, chunk);
        if (results.some((result) => !result.success)) {
          failed = { chunk, results };
          throw rollBack;
        }
        saved.push(...results);
      }
      return saved;
    });
  } catch (thrown) {
    if (thrown !== rollBack) throw thrown;
    return chunks.flatMap((chunk) =>
      chunk === failed?.chunk ? failed.results : chunk.items.map(() => rolledBack),
    );
  }
}

const rolledBack: SaveResult = {
  success: false,
  errors: [
    new MusterError(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
    ),
  ],
};
