import type { PermissionSetDef } from '@muster/metadata';
import { soql } from '@muster/soql';
import type { SaveResult, Session } from '../session/session.js';
import { permissionSetGroupId } from './mirror-permission-set-groups.js';

interface Row {
  readonly Id: string;
  readonly Name: string;
  readonly Label: string | null;
  readonly Description: string | null;
  /** Whether metadata declared it; what an API client made is not ours to change. */
  readonly IsCustom: boolean;
  readonly Type: string | null;
}

/**
 * Makes records of the permission sets metadata declares, and words them as it does. One that is declared no more goes with
 * its assignments, so that a later one of its name gives nobody anything.
 */
export async function mirrorPermissionSets(session: Session): Promise<void> {
  const declared = session.snapshot.permissionSets;
  const rows = await session.rows<Row>(
    'SELECT Id, Name, Label, Description, IsCustom, Type FROM PermissionSet',
  );
  const known = new Map(rows.map((row) => [row.Name.toLowerCase(), row]));
  const added = [...declared].filter(([key]) => !known.has(key));
  const inserts = added.map(([, set]) => ({
    values: { ...wording(set), Name: set.name, IsCustom: true },
  }));
  expectSaved(await session.insert('PermissionSet', inserts));
  for (const [key, set] of declared) {
    const row = known.get(key);
    const wanted = wording(set);
    const isSame =
      row?.Label === wanted.Label && row.Description === wanted.Description && row.Type === wanted.Type;
    if (row !== undefined && !isSame) await session.change('PermissionSet', row.Id, wanted);
  }
  const gone = rows.filter((row) => row.IsCustom && !declared.has(row.Name.toLowerCase()));
  if (gone.length > 0)
    await withdraw(
      session,
      gone.map(({ Id }) => Id),
    );
}

function wording({ label, description, group }: PermissionSetDef) {
  return {
    Label: label,
    Description: description ?? null,
    Type: group === undefined ? 'Regular' : 'Group',
    PermissionSetGroupId: group === undefined ? null : permissionSetGroupId(group),
  };
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
