import type { Transaction } from './database.js';

/**
 * What the second argument of `hashtextextended` stands for in our advisory locks: one number per use, so that locks
 * of different uses never meet. `_begin_write` of the org migrations holds the first.
 */
export const LOCK_SPACE = { deploy: 1, jobRunner: 2, sequencer: 3, search: 4, mirror: 5 } as const;

/** Takes a lock until the transaction ends, unless another has it. @returns whether it was free */
export async function tryLock(
  transaction: Transaction,
  use: keyof typeof LOCK_SPACE,
  name: string,
): Promise<boolean> {
  const [row] = await transaction.rows({
    text: `select pg_try_advisory_xact_lock(hashtextextended($1, ${LOCK_SPACE[use]}))`,
    values: [name],
  });
  return row?.[0] === 't';
}

/** Takes a lock until the transaction ends, as soon as nobody else has it. */
export async function waitForLock(
  transaction: Transaction,
  use: keyof typeof LOCK_SPACE,
  name: string,
): Promise<void> {
  await transaction.rows({
    text: `select pg_advisory_xact_lock(hashtextextended($1, ${LOCK_SPACE[use]}))`,
    values: [name],
  });
}
