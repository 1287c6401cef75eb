import { silentLog } from '@muster/kernel';
import { type ConnectionTarget, openDatabase } from '@muster/store';

/** Runs one statement on a server, outside of any test's database. */
export async function administer(target: ConnectionTarget, text: string): Promise<void> {
  const admin = openDatabase({ target, log: silentLog, maxConnections: 1 });
  try {
    await admin.rows({ text, values: [] });
  } finally {
    await admin.close();
  }
}
