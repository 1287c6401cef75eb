import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@muster/kernel';
import type pg from 'pg';
import type { PooledDatabase } from './open-database.js';

export interface HeldConnection {
  /** Lets go of the connection, after `use` has come back. */
  close(): Promise<void>;
}

const PAUSE = 100;

/**
 * Keeps a connection of its own open for what lives on one: locks of a session, notifications. `use` runs on it and
 * comes back once its signal is aborted, because the connection was lost or is to be closed. After a loss, and after
 * a failure of `use`, it runs again on a new connection.
 */
export function holdConnection(
  database: PooledDatabase,
  log: Log,
  use: (client: pg.Client, signal: AbortSignal) => Promise<void>,
): HeldConnection {
  const closing = new AbortController();
  const hold = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        await holdOnce(database, closing.signal, use);
      } catch (failure) {
        if (!closing.signal.aborted)
          log.debug({ err: failure }, 'A held connection failed; connecting again.');
      }
      await sleep(PAUSE, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const held = hold();
  return {
    close: () => {
      closing.abort();
      return held;
    },
  };
}

async function holdOnce(
  database: PooledDatabase,
  closing: AbortSignal,
  use: (client: pg.Client, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const client = await database.connect();
  const lost = new AbortController();
  client.once('end', () => lost.abort());
  try {
    await use(client, AbortSignal.any([closing, lost.signal]));
  } finally {
    await client.end();
  }
}

/** Resolves when the signal is aborted. */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
