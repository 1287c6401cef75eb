import { fold, MusterError, MusterErrors } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Org, Transaction } from '@muster/store';
import type { KeptComponent } from './kept-metadata.js';

/** Types whose components people have, as columns of User and of the records that mirror them. */
const PEOPLE_HAVE = [
  { type: 'Profile', table: 'profile', name: 'name', column: 'profileid' },
  { type: 'Role', table: 'userrole', name: 'developername', column: 'userroleid' },
] as const;

/**
 * Lets no profile or role go that somebody has: they would be left without rights, or with none to see their records.
 * @throws MusterErrors that name the components
 */
export async function refuseDeletions(
  transaction: Transaction,
  { schema }: Org,
  gone: readonly Pick<KeptComponent, 'type' | 'fullName'>[],
): Promise<void> {
  const refused: MusterError[] = [];
  const org = quoteIdent(schema);
  for (const { type, table, name, column } of PEOPLE_HAVE) {
    const named = gone.filter((component) => component.type.name === type);
    if (named.length === 0) continue;
    const rows = await transaction.rows({
      text: `select lower(r.${name}), count(*) from ${org}.${table} r join ${org}."user" u on u.${column} = r.id
        where lower(r.${name}) = any($1::text[]) and not r.isdeleted group by 1`,
      values: [named.map(({ fullName }) => fold(fullName))],
    });
    const counts = new Map(rows.map(([key, count]) => [key, Number(count)]));
    for (const { fullName } of named) {
      const count = counts.get(fold(fullName));
      if (count === undefined) continue;
      const users = count === 1 ? '1 user has it' : `${count} users have it`;
      refused.push(
        new MusterError('DELETE_FAILED', `${users}, deactivated ones counted; give them another first`, {
          data: { component: { type, fullName } },
        }),
      );
    }
  }
  const [first, ...more] = refused;
  if (first !== undefined) throw new MusterErrors([first, ...more]);
}
