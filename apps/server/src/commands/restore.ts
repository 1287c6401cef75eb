import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { MusterError } from '@muster/kernel';
import { migrateDatabase, restoreBackup } from '@muster/store';
import { pino } from 'pino';
import { readConfig } from '../config.js';
import { openStore } from '../open-store.js';
import { holdsAgency, sentenceOf } from './backup.js';
import { type Command, readArguments, UsageError } from './command.js';
import { say } from './say.js';
import { tellProgress } from './tell-progress.js';

export const restore: Command = {
  name: 'restore',
  usage: 'FILE [--without-jobs]',
  summary: 'Makes an empty data folder or database what a backup says, or leaves it empty.',
  details: [
    'PostgreSQL may be of another version than the one the backup was taken from, from 15 on. Sums and counts are checked',
    'before anything is kept. A backup of an earlier version of Muster is brought up to this one.',
    'With --without-jobs nothing waits to be done or sent: for a copy to try things out on.',
    'Restore files you trust only: a backup says how its tables are made.',
  ],
  async run(args) {
    const { positional, flags } = readArguments(args, { flags: ['without-jobs'] });
    const [path] = positional;
    if (path === undefined || positional.length > 1) throw new UsageError('Give one file');
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || !found.isFile()) throw new UsageError(`There is no file ${path}`);
    const config = readConfig(process.env);
    const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
    const store = await openStore(config, log, true);
    try {
      if (await holdsAgency(store.database)) throw new MusterError('INVALID_OPERATION', NOT_EMPTY);
      await migrateDatabase(store.database, log);
      const parts = { ...store, withJobs: !flags.has('without-jobs'), onProgress: tellProgress() };
      const summary = await restoreBackup(parts, createReadStream(path));
      say(`${sentenceOf(summary)} are restored and checked.`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

const NOT_EMPTY =
  'There is an agency here already. Set MUSTER_DATA_DIR to a new folder, or DATABASE_URL to an empty database.';
