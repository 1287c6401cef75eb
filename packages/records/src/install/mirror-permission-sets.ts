import { soql } from '@muster/soql';
import type { SaveResult, Session } from '../session/session.js';

interface Row {
  readonly Id: string;
  readonly Name: string;
  readonly Label: string | null;
  readonly Description: string | null;
  /** Whether metadata declared it; what an API client made is not ours to change. */
  readonly IsCustom: boolean;
}

/**
 * Makes records of the permission sets metadata declares, and words them as it does. One that is declared no more goes with
 * its assignments, so that a later one of its name gives nobody anything.
 */
export async function mirrorPermissionSets(session: Session): Promise<void> {
  const declared = session.snapshot.permissionSets;
  const rows = await session.rows<Row>('SELECT Id, Name, Label, Description, IsCustom FROM PermissionSet');
  const known = new Map(rows.map((row) => [row.Name.toLowerCase(), row]));
  const added = [...declared].filter(([key]) => !known.has(key));
  const inserts = added.map(([, { name, label, description }]) => ({
    values: { Name: name, Label: label, Description: description ?? null, IsCustom: true },
  }));
  expectSaved(await session.insert('PermissionSet', inserts));
  for (const [key, { label, description = null }] of declared) {
    const row = known.get(key);
    if (row === undefined || (row.Label === label && row.Description === description)) continue;
    await session.change('PermissionSet', row.Id, { Label: label, Description: description });
  }
  const gone = rows.filter((row) => row.IsCustom && !declared.has(row.Name.toLowerCase()));
  if (gone.length > 0)
    await withdraw(
      session,
      gone.map(({ Id }) => Id),
    );
}

async function withdraw(session: Session, ids: readonly string[]): Promise<void> {
  const assigned = await session.rows<{ Id: string }>(
    soql`SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId IN ${ids}`,
  );
  if (assigned.length > 0)
    expectSaved(
      await session.delete(
        'PermissionSetAssignment',
        assigned.map(({ Id }) => Id),
      ),
    );
  expectSaved(await session.delete('PermissionSet', ids));
}

function expectSaved(results: readonly SaveResult[]): void {
  const failed = results.find((result) => !result.success);
  if (failed) throw failed.errors[0] ?? new Error('A permission set was not saved.');
}
