import { soql, soqlNames } from '@muster/soql';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';
import type { Session } from '../session/session.js';

interface Mirrored {
  readonly type: string;
  readonly object: string;
  /** Field of the record that holds the component's name, and field of User that holds the record. */
  readonly nameField: string;
  readonly userField: string;
}

const MIRRORED: readonly Mirrored[] = [
  { type: 'Profile', object: 'Profile', nameField: 'Name', userField: 'ProfileId' },
  { type: 'Role', object: 'UserRole', nameField: 'DeveloperName', userField: 'UserRoleId' },
];

/**
 * Takes away the records of profiles and roles that metadata declared once and no longer does. One that somebody has been
 * given since stays; so does what an API client made.
 */
export async function withdrawSetup(queryable: Queryable, org: Org, session: Session): Promise<void> {
  for (const mirrored of MIRRORED) {
    const gone = await withdrawnNames(queryable, org, mirrored.type);
    if (gone.size > 0) await withdrawRows(session, mirrored, gone);
  }
}

/** Names in lower case. */
async function withdrawnNames(
  queryable: Queryable,
  { schema }: Org,
  type: string,
): Promise<ReadonlySet<string>> {
  const name = quoteIdent(schema);
  const rows = await queryable.rows({
    text: `select distinct p.key from ${name}._metadata_past p where p.type = $1 and not exists (
        select from ${name}._metadata m where m.type = p.type and m.key = p.key and m.content is not null)`,
    values: [type],
  });
  return new Set(rows.map(([key]) => key ?? ''));
}

async function withdrawRows(session: Session, mirrored: Mirrored, gone: ReadonlySet<string>): Promise<void> {
  const { object, nameField, userField } = mirrored;
  const rows = await session.rows<Record<string, string>>(
    soql`SELECT Id, ${soqlNames(nameField)} FROM ${soqlNames(object)}`,
  );
  const ids = rows.filter((row) => gone.has((row[nameField] ?? '').toLowerCase())).map((row) => row.Id ?? '');
  if (ids.length === 0) return;
  const held = await session.rows<Record<string, string>>(
    soql`SELECT ${soqlNames(userField)} FROM User WHERE ${soqlNames(userField)} IN ${ids}`,
  );
  const inUse = new Set(held.map((row) => row[userField]));
  await deleteUpwards(
    session,
    object,
    ids.filter((id) => !inUse.has(id)),
  );
}

/** A role goes when those below it have gone. */
async function deleteUpwards(session: Session, object: string, ids: readonly string[]): Promise<void> {
  let left = ids;
  while (left.length > 0) {
    const results = await session.delete(object, left, { allOrNone: false });
    const kept = left.filter((_, i) => results[i]?.success !== true);
    if (kept.length === left.length) return;
    left = kept;
  }
}
