import { MusterErrors } from '@muster/kernel';
import type { FieldValues, RecordInput, SaveResult } from '@muster/records';

/** Waits for a save. @throws MusterErrors with every refusal */
export async function saveAll(saving: Promise<readonly SaveResult[]>): Promise<readonly SaveResult[]> {
  const results = await saving;
  const errors = results.flatMap((result) => result.errors);
  if (errors.length > 0) throw new MusterErrors(errors);
  return results;
}

/** A new record, named by the key of its client if there is one. */
export function keyedRecord(values: FieldValues, clientKey: string | undefined): RecordInput {
  return clientKey === undefined ? { values } : { values, clientKey };
}
