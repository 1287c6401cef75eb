import { MusterErrors } from '@muster/kernel';
import type { RecordInput, SaveResult, Session } from '@muster/records';

/** Creates one record and says whether it is new or a repeat. @throws MusterErrors when it cannot be saved. */
export async function insertOne(
  session: Session,
  object: string,
  input: RecordInput,
): Promise<SaveResult & { id: string }> {
  return saved(await session.insert(object, [input]));
}

/** Changes one record. @throws MusterErrors when it cannot be saved, PRECONDITION_FAILED for another version. */
export async function updateOne(session: Session, object: string, input: RecordInput): Promise<void> {
  saved(await session.update(object, [input]));
}

function saved([result]: readonly SaveResult[]): SaveResult & { id: string } {
  if (result?.success && result.id !== undefined) return { ...result, id: result.id };
  throw new MusterErrors(result?.errors ?? []);
}
