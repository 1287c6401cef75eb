import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomToken, secureRandom } from '@muster/kernel';
import { z } from 'zod';
import type { Config } from './config.js';
import type { Instance } from './open-instance.js';
import type { DemoPerson } from './pages/demo-people.js';

const shape = z.record(z.string(), z.string());

/** Passwords by username. */
export type DemoSignIns = Readonly<Record<string, string>>;

/**
 * Sees to it that everybody of the demo has a password: MUSTER_DEMO_PASSWORD, else a random one. They are kept in the
 * data folder, readable by its owner only, so that `./muster demo --sign-ins` can show them.
 */
export async function ensureDemoSignIns(
  { signIn }: Instance,
  { dataDir, demoPassword }: Config,
  people: readonly DemoPerson[],
): Promise<DemoSignIns> {
  const path = join(dataDir, 'demo-sign-ins.json');
  const kept = await readKept(path);
  const wanted = Object.fromEntries(
    people.map(({ username }) => [username, demoPassword ?? kept[username] ?? randomToken(secureRandom, 12)]),
  );
  const changed = people.filter(({ username }) => kept[username] !== wanted[username]);
  if (changed.length === 0) return wanted;
  await Promise.all(
    changed.map(async ({ username }) => {
      const userId = await signIn.credentials.findUserId(username);
      if (userId !== undefined) await signIn.credentials.set(userId, wanted[username] ?? '');
    }),
  );
  await writeFile(path, JSON.stringify(wanted, undefined, 2), { mode: 0o600 });
  await chmod(path, 0o600);
  return wanted;
}

async function readKept(path: string): Promise<DemoSignIns> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  return shape.parse(JSON.parse(text));
}
