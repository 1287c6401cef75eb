import type { Clock, Log, Random } from '@muster/kernel';
import { openOrg, type Records, type Solution } from '@muster/records';
import { createOrg, listOrgs, type Org, type Store } from '@muster/store';
import type { Config } from './config.js';
import { queueMail } from './mail-outbox.js';
import { openStore } from './open-store.js';
import { createSignIn, type SignIn } from './sign-in/create-sign-in.js';
import { ensureAdministrator } from './sign-in/ensure-administrator.js';
import { createPasswordHasher } from './sign-in/password-hash.js';
import type { SignInParts } from './sign-in/sign-in-parts.js';
import type { CreateSolutions } from './solutions.js';

export interface InstanceOptions {
  readonly config: Config;
  readonly createSolutions: CreateSolutions;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** An agency's data, open for work: what the server and every command begin with. */
export interface Instance {
  readonly store: Store;
  readonly org: Org;
  readonly solutions: readonly Solution[];
  readonly records: Records;
  readonly signIn: SignIn;
  readonly signInParts: SignInParts;
  close(): Promise<void>;
}

/**
 * Opens the store of the configuration, makes the agency's org when there is none, installs the solutions, and sees
 * to the administrator the configuration names.
 */
export async function openInstance(options: InstanceOptions): Promise<Instance> {
  const store = await openStore(options.config, options.log);
  try {
    return await openInStore(store, options);
  } catch (failure) {
    await store.close();
    throw failure;
  }
}

/** As `openInstance`, over a store that is open already; closing the instance closes it. */
export async function openInStore(store: Store, options: InstanceOptions): Promise<Instance> {
  const { config, createSolutions, clock, random, log } = options;
  const { database, files } = store;
  const solutions = createSolutions({ files });
  const org = await findOrCreateOrg(store, random, config.demo !== 'off');
  const records = await openOrg({ database, org, files, solutions, clock, log });
  const hasher = createPasswordHasher();
  const signInParts: SignInParts = { database, records, hasher, clock, random, log, queueMail };
  const signIn = createSignIn(signInParts);
  if (config.admin !== undefined) await ensureAdministrator(records, signIn, config.admin);
  return { store, org, solutions, records, signIn, signInParts, close: () => store.close() };
}

const DEMO_AGENCY = 'Marrenfell Border and Rescue Service';

async function findOrCreateOrg({ database }: Store, random: Random, isDemo: boolean): Promise<Org> {
  const orgs = await listOrgs(database);
  const known = orgs.find((org) => org.isDefault) ?? orgs[0];
  return known ?? createOrg(database, { name: isDemo ? DEMO_AGENCY : 'Agency', random });
}
