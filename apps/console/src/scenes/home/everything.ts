import type { Queue, QueueRow } from '@muster/client';

/** A row with the queue that brought it here. */
export interface Work {
  readonly row: QueueRow;
  readonly queue: Queue;
}

const most = 60;

/**
 * The work of all queues in one list: the most pressing queue first, each in its own order. What stands in several
 * queues is listed once, in the first of them.
 */
export function everything(queues: readonly Queue[]): readonly Work[] {
  const seen = new Set<string>();
  const work: Work[] = [];
  for (const queue of queues) {
    for (const row of queue.rows) {
      const key = workKey(row);
      if (seen.has(key)) continue;
      seen.add(key);
      work.push({ row, queue });
    }
  }
  return work.slice(0, most);
}

/** One application may wait with several steps. */
export function workKey(row: QueueRow): string {
  return `${row.applicationId} ${row.step}`;
}
