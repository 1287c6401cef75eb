import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** The account of the operating system PostgreSQL runs under. */
export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** Options for spawn: empty when this process runs under that account already. */
  readonly spawnAs: { readonly uid?: number; readonly gid?: number };
}

/** Account made for PostgreSQL when Muster runs as root, since PostgreSQL refuses to. */
const SYSTEM_USER = 'muster-db';

/** Ways to add a system account: shadow's, and BusyBox's. */
const CREATE_USER: readonly (readonly [string, ...string[]])[] = [
  [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/bin/false',
    SYSTEM_USER,
  ],
  ['adduser', '-S', '-D', '-H', '-h', '/nonexistent', '-s', '/bin/false', SYSTEM_USER],
];

/**
 * Who is to run PostgreSQL in a new data folder: this process's own account, or, for root, a system account that is
 * made on first use.
 * @throws Error when root cannot make one
 */
export function chooseOsUser(): OsUser {
  const { uid, gid, username } = userInfo();
  if (uid !== 0) return { name: username, uid, gid, spawnAs: {} };
  return findUser(SYSTEM_USER) ?? createUser();
}

/**
 * The account that runs PostgreSQL in a data folder that is there already. Muster itself has to run under the account
 * it was made with, which is root for the system account: files of two owners in one folder end in trouble.
 * @throws Error when it does not
 */
export function recordedOsUser(record: RecordedUser): OsUser {
  const { uid, username } = userInfo();
  const user = { name: record.osUser, uid: record.uid, gid: record.gid };
  if (uid === record.uid) return { ...user, spawnAs: {} };
  if (uid === 0 && record.osUser === SYSTEM_USER)
    return { ...user, spawnAs: { uid: record.uid, gid: record.gid } };
  throw new Error(
    `The database belongs to the account ${record.osUser} (uid ${record.uid}), and this is ${username} (uid ${uid}). ` +
      `Start Muster as ${record.osUser === SYSTEM_USER ? 'root' : record.osUser}, or use another data folder.`,
  );
}

export interface RecordedUser {
  readonly osUser: string;
  readonly uid: number;
  readonly gid: number;
}

function createUser(): OsUser {
  const said: string[] = [];
  for (const [program, ...args] of CREATE_USER) {
    const run = spawnSync(program, args, { encoding: 'utf8' });
    said.push(run.error?.message ?? `${program}: ${run.stderr.trim()}`);
    const user = findUser(SYSTEM_USER);
    if (user) return user;
  }
  throw new Error(
    `PostgreSQL does not run as root, and the system account ${SYSTEM_USER} could not be made (${said.join('; ')}). ` +
      `Make it by hand, run Muster as an ordinary user, or set DATABASE_URL.`,
  );
}

function findUser(name: string): OsUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((option) => {
    const run = spawnSync('id', [option, name], { encoding: 'utf8' });
    return run.status === 0 ? Number(run.stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { name, uid, gid, spawnAs: { uid, gid } };
}
