import { secureRandom } from '@muster/kernel';
import { createOrg, type PooledDatabase } from '@muster/store';

/** What every test database starts with: one org, the default of its database. */
export async function fillTemplate(database: PooledDatabase): Promise<void> {
  await createOrg(database, { name: 'Test Agency', random: secureRandom });
}
