import type { RuleRecord } from '../operation.js';
import type { Session } from '../session/session.js';
import { liveRows, type SaveBatch } from './batch.js';

/** Runs the solutions' rules for the object, each once on all records of the batch, with all rights. */
export async function runRules(batch: SaveBatch, when: 'before' | 'after', session: Session): Promise<void> {
  for (const rule of batch.state.engine.rules) {
    if (
      rule.object !== batch.object.name ||
      rule.when !== when ||
      !rule.on.some((kind) => kind === batch.kind)
    )
      continue;
    const records = liveRows(batch).map(
      (row): RuleRecord => ({
        id: row.id,
        values: row.values,
        previous: row.previous,
        refuse: (error) => {
          row.errors.push(error);
        },
      }),
    );
    if (records.length > 0) await rule.run(records, session);
  }
}
