import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { secureRandom, silentLog, systemClock } from '@muster/kernel';
import { type Session, systemPrincipal } from '@muster/records';
import { type Instance, openInstance, readConfig, solutionsFor } from '@muster/server';
import { buildIfStale } from '../tools/launcher/build-if-stale.js';

const ROOT = new URL('../', import.meta.url);
const CONTACTS = 20_000;

/** An agency with contacts and a specialist who is signed in: what the comparisons read and write. */
export interface BenchAgency {
  readonly instance: Instance;
  readonly dataDir: string;
  readonly token: string;
  /** The specialist's own rights. */
  readonly session: Session;
  readonly contactIds: readonly string[];
  close(): Promise<void>;
}

export async function openAgency(): Promise<BenchAgency> {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  await chmod(dataDir, 0o711);
  const config = readConfig({ MUSTER_DATA_DIR: dataDir });
  const instance = await openInstance({
    config,
    createSolutions: solutionsFor(config),
    clock: systemClock,
    random: secureRandom,
    log: silentLog,
  });
  const system = instance.records.openSession(systemPrincipal(instance.org), { key: 'bench' });
  const userId = await makeSpecialist(system);
  const contactIds = await makeContacts(system);
  await instance.store.database.runAlone('vacuum analyze');
  const token = await instance.signIn.sessions.open({ userId, kind: 'api', purpose: 'integration' });
  const caller = await instance.signIn.authenticateToken(token);
  if (caller.kind !== 'user') throw new Error('The specialist could not sign in');
  return {
    instance,
    dataDir,
    token,
    session: instance.records.openSession(caller.principal, caller.purpose),
    contactIds,
    async close() {
      await instance.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function makeSpecialist(system: Session): Promise<string> {
  const profile = await system.row<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard'");
  const set = await system.row<{ Id: string }>(
    "SELECT Id FROM PermissionSet WHERE Name = 'Recruiting_Specialist'",
  );
  const user = await system.create('User', {
    Username: 'bench@example.org',
    Email: 'bench@example.org',
    LastName: 'Bench',
    Alias: 'bench',
    CommunityNickname: 'bench',
    ProfileId: profile.Id,
    LanguageLocaleKey: 'en_US',
    LocaleSidKey: 'en_US',
    TimeZoneSidKey: 'UTC',
    EmailEncodingKey: 'UTF-8',
  });
  await system.create('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set.Id });
  return user;
}

async function makeContacts(system: Session): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < CONTACTS; start += 2_000) {
    const inputs = Array.from({ length: 2_000 }, (_, i) => ({
      values: {
        FirstName: `First ${start + i}`,
        LastName: `Last ${start + i}`,
        Email: `person.${start + i}@example.org`,
        Phone: `555-${String(start + i).padStart(7, '0')}`,
        MailingCity: 'Ellery',
      },
    }));
    ids.push(...(await system.insert('Contact', inputs)).map((result) => result.id as string));
  }
  return ids;
}

/** A server in a process of its own. */
export interface BenchServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Muster as `muster serve` runs it, on the data of the agency. */
export async function startMuster({ dataDir }: BenchAgency): Promise<BenchServer> {
  await buildIfStale(ROOT);
  return startProcess(['apps/server/dist/main.js', 'serve'], {
    MUSTER_DATA_DIR: dataDir,
    PORT: '18940',
    LOG_LEVEL: 'warn',
    DATABASE_URL: '',
  });
}

/** The bare handler of `bare-server.ts`, with a statement whose only parameter is an id. */
export async function startBare({ instance }: BenchAgency, text: string): Promise<BenchServer> {
  const { embedded } = instance.store;
  if (embedded === undefined) throw new Error('The bench runs on the embedded database');
  return startProcess(['--import', 'tsx', 'bench/bare-server.ts'], {
    BENCH_TARGET: JSON.stringify(embedded.target),
    BENCH_STATEMENT: text,
  });
}

/** `BENCH_NODE_ARGS=--cpu-prof npm run bench` profiles the servers. */
async function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<BenchServer> {
  const nodeArgs = process.env.BENCH_NODE_ARGS?.split(' ') ?? [];
  const child = spawn(process.execPath, [...nodeArgs, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /\bat (http:\/\/\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      url,
      async close() {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      },
    };
  }
  throw new Error(`${args.join(' ')} ended before it listened`);
}
