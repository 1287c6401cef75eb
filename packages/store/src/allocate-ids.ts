import { type Id, makeId } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Queryable } from './database.js';
import type { Org } from './org.js';

/** Counters one call of a sequence stands for. Part of the data: it never changes for a database that exists. */
const BLOCK = 256;

/** Hands out record ids; one per process. */
export interface IdAllocator {
  /**
   * `count` new ids of the object with this key prefix, ascending. Runs on the given connection only when the block
   * at hand is used up; ids of a transaction that fails are lost, which is harmless.
   */
  allocate(queryable: Queryable, org: Org, keyPrefix: string, count: number): Promise<Id[]>;
}

interface Range {
  next: number;
  readonly end: number;
}

/** The sequence of an object: one value of it is a block of 256 ids. */
export function idSequenceName(keyPrefix: string): string {
  return `_id_${keyPrefix}`;
}

/** Takes blocks of ids from the org's sequences and cuts them up without asking the database for each. */
export function createIdAllocator(): IdAllocator {
  const ranges = new Map<string, Range>();
  return {
    async allocate(queryable, org, keyPrefix, count) {
      const sequence = `${quoteIdent(org.schema)}.${quoteIdent(idSequenceName(keyPrefix))}`;
      const ids: Id[] = [];
      const take = (range: Range) => {
        while (ids.length < count && range.next < range.end) {
          ids.push(makeId(keyPrefix, org.pod, range.next));
          range.next += 1;
        }
      };
      const current = ranges.get(sequence);
      if (current) take(current);
      if (ids.length === count) return ids;
      for (const block of await takeBlocks(queryable, sequence, count - ids.length)) {
        const range = { next: (block - 1) * BLOCK + 1, end: block * BLOCK + 1 };
        take(range);
        if (range.next < range.end) ranges.set(sequence, range);
      }
      return ids;
    },
  };
}

async function takeBlocks(queryable: Queryable, sequence: string, count: number): Promise<number[]> {
  const rows = await queryable.rows({
    name: 'store.takeIdBlocks',
    text: 'select nextval($1::text::regclass) from generate_series(1, $2::int) order by 1',
    values: [sequence, Math.ceil(count / BLOCK)],
  });
  return rows.map(([block]) => Number(block));
}
