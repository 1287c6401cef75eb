import { stat } from 'node:fs/promises';
import { MusterError } from '@muster/kernel';
import { type BackupSummary, listOrgs, type PooledDatabase, writeBackupFile } from '@muster/store';
import { pino } from 'pino';
import { readConfig } from '../config.js';
import { openStore } from '../open-store.js';
import { type Command, readArguments, UsageError } from './command.js';
import { say, sayProgress } from './say.js';
import { tellProgress } from './tell-progress.js';

const INTERRUPTED = 130;

export const backup: Command = {
  name: 'backup',
  usage: '[FILE]',
  summary:
    'Copies everything, as it is at one moment, into one file: metadata, records, files, jobs that wait.',
  details: [
    'A server may run meanwhile; deploys wait until it is done. Without FILE the name says the time, in this folder.',
    'The file holds hashes of passwords and personal data: only this account may read it. It has its name once it is',
    'whole; one that ends in .partial is of a backup that was killed, and can be deleted.',
  ],
  async run(args) {
    const { positional } = readArguments(args, {});
    if (positional.length > 1) throw new UsageError('Give one file');
    const started = new Date();
    const path = positional[0] ?? `muster-${started.toISOString().slice(0, 19).replaceAll(':', '')}Z.tar.gz`;
    const config = readConfig(process.env);
    if (config.databaseUrl === undefined && !(await exists(config.dataDir)))
      throw new UsageError(`There is no data folder ${config.dataDir}`);
    const interrupted = new AbortController();
    const interrupt = () => interrupted.abort(new Error('interrupted'));
    for (const signal of SIGNALS) process.on(signal, interrupt);
    const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
    const store = await openStore(config, log, true);
    try {
      if (!(await holdsAgency(store.database)))
        throw new MusterError('NOT_FOUND', 'There is nothing to copy: no agency has been made here yet.');
      const parts = { ...store, now: started.getTime(), withJobs: true, onProgress: tellProgress() };
      const summary = await writeBackupFile(parts, path, interrupted.signal);
      say(`${sentenceOf(summary)} are in ${path} (${await sizeOf(path)}).`);
      return 0;
    } catch (failure) {
      if (!interrupted.signal.aborted) throw failure;
      sayProgress('Interrupted. Nothing was kept.');
      return INTERRUPTED;
    } finally {
      await store.close();
      for (const signal of SIGNALS) process.off(signal, interrupt);
    }
  },
};

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Whether a database, of this version or an earlier one, or empty, has an agency. */
export async function holdsAgency(database: PooledDatabase): Promise<boolean> {
  const [row] = await database.rows({ text: `select to_regclass('directory.org') is not null`, values: [] });
  return row?.[0] === 't' && (await listOrgs(database)).length > 0;
}

/** `81,204 rows of 212 tables and 97 files`. */
export function sentenceOf({ rows, tables, files }: BackupSummary): string {
  const count = (value: number) => value.toLocaleString('en-US');
  return `${count(rows)} rows of ${count(tables)} tables and ${count(files)} files`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function sizeOf(path: string): Promise<string> {
  return `${((await stat(path)).size / 1e6).toFixed(1)} MB`;
}
