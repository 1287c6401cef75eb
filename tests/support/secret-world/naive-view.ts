import type { ObjectDef, Snapshot } from '@muster/metadata';
import type { RecordRow, Session } from '@muster/records';
import type { AgencyRecord } from './agency.js';
import type { PersonName } from './people.js';
import { REACH, reaches } from './reach.js';

/** All rows of an org in memory, every field of each. */
export type Everything = ReadonlyMap<string, readonly RecordRow[]>;

export async function readEverything(system: Session, snapshot: Snapshot): Promise<Everything> {
  const all = new Map<string, readonly RecordRow[]>();
  for (const object of snapshot.objects.values()) {
    const names = object.fields.map((field) => field.name).join(', ');
    all.set(object.name, await system.rows(`SELECT ${names} FROM ${object.name}`));
  }
  return all;
}

/** What is left of everything for one person: the rows within reach. */
export interface NaiveView {
  rows(object: ObjectDef): readonly RecordRow[];
  row(object: ObjectDef, id: unknown): RecordRow | null;
}

export function naiveView(
  everything: Everything,
  records: readonly AgencyRecord[],
  person: PersonName,
): NaiveView {
  const byId = new Map(records.map((record) => [record.id, record]));
  const isOpen = (object: string, id: string) => {
    const record = byId.get(id);
    if (record !== undefined) return reaches(person, record);
    // Rows of the system itself: those of open objects, and the user that automation acts as.
    return REACH[person][object] === 'all' || (object === 'User' && REACH[person].User !== undefined);
  };
  const left = new Map(
    [...everything].map(([object, rows]) => [object, rows.filter((row) => isOpen(object, String(row.Id)))]),
  );
  const rows = (object: ObjectDef) => left.get(object.name) ?? [];
  return { rows, row: (object, id) => rows(object).find((row) => row.Id === id) ?? null };
}
