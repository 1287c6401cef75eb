import type { FieldValues, RecordRow } from '@muster/records';
import { readInstant } from './instants.js';

/** A stored step: its id, and the fields the projection writes. */
export type StoredStep = RecordRow & { readonly Id: string; readonly Step__c: string };

export interface StepChanges {
  readonly insert: readonly FieldValues[];
  readonly update: readonly { readonly id: string; readonly values: FieldValues }[];
  readonly remove: readonly string[];
}

/** What has to be written so that the stored steps equal the projected ones; fields that agree are left alone. */
export function diffSteps(
  stored: readonly StoredStep[],
  projected: ReadonlyMap<string, FieldValues>,
): StepChanges {
  const insert: FieldValues[] = [];
  const update: { id: string; values: FieldValues }[] = [];
  const byKey = new Map(stored.map((row) => [row.Step__c, row]));
  for (const [key, values] of projected) {
    const row = byKey.get(key);
    if (row === undefined) {
      insert.push(values);
      continue;
    }
    const changed = diffFields(row, values);
    if (Object.keys(changed).length > 0) update.push({ id: row.Id, values: changed });
  }
  const remove = stored.filter((row) => !projected.has(row.Step__c)).map((row) => row.Id);
  return { insert, update, remove };
}

/** The fields whose stored value is another than the wanted one. */
export function diffFields(stored: RecordRow, wanted: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !isSame(stored[field] ?? null, value ?? null)),
  );
}

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT/;

function isSame(stored: unknown, wanted: unknown): boolean {
  if (stored === wanted) return true;
  if (typeof stored !== 'string' || typeof wanted !== 'string') return false;
  return ISO_INSTANT.test(stored) && ISO_INSTANT.test(wanted) && readInstant(stored) === readInstant(wanted);
}
