import { quoteIdent } from '@muster/sql';
import { changes, liveRows, type SaveBatch } from './batch.js';

/** What principals are made from: object, and the columns whose change makes a kept principal wrong. */
const RIGHTS: Readonly<Record<string, readonly string[] | 'any'>> = {
  PermissionSetAssignment: 'any',
  UserRole: ['parentroleid'],
  Profile: ['name', 'usertype'],
  PermissionSet: ['name'],
  UserLogin: ['isfrozen'],
  User: [
    'isactive',
    'profileid',
    'userroleid',
    'contactid',
    'accountid',
    'languagelocalekey',
    'timezonesidkey',
    'username',
  ],
};

/** Counts the org's rights version up when a save changes who may do what, so that no cache goes on with the old. */
export async function countRights(batch: SaveBatch): Promise<void> {
  const columns = RIGHTS[batch.object.name];
  if (columns === undefined) return;
  const matters =
    columns === 'any'
      ? liveRows(batch).length > 0
      : batch.kind !== 'insert' && liveRows(batch).some((row) => columns.some((name) => changes(row, name)));
  if (!matters) return;
  await batch.transaction.rows({
    text: `update ${quoteIdent(batch.state.engine.org.schema)}._org_version set rights_version = rights_version + 1`,
    values: [],
  });
}
