import type { Id } from '@muster/kernel';
import { findField, type ObjectDef, objectLabelPlural } from '@muster/metadata';
import { soql, soqlNames } from '@muster/soql';
import type { Session } from '../session/session.js';

/** Records of one object a user owns, as far as whoever asks may see them. */
export interface OwnedRecords {
  readonly object: string;
  readonly label: string;
  readonly count: number;
}

/** What a user owns, by object; objects of which the user owns nothing are left out. */
export async function countOwned(session: Session, userId: Id): Promise<readonly OwnedRecords[]> {
  const owned: OwnedRecords[] = [];
  for (const object of session.snapshot.objects.values()) {
    if (!canBeOwned(object) || !session.rights(object).read) continue;
    const [row] = await session.rows<{ total: number }>(
      soql`SELECT COUNT(Id) total FROM ${soqlNames(object.name)} WHERE OwnerId = ${userId}`,
    );
    const count = Number(row?.total ?? 0);
    const label = objectLabelPlural(session.snapshot, object, session.principal.language);
    if (count > 0) owned.push({ object: object.name, label, count });
  }
  return owned;
}

/** Whether records of the object have an owner a save may change. */
export function canBeOwned(object: ObjectDef): boolean {
  return object.historyOf === undefined && findField(object, 'OwnerId')?.updateable === true;
}
