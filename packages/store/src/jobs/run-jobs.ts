import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@muster/kernel';
import {
  type ParsedCronItem,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { jobLogger } from '../migrate/job-logger.js';
import type { PooledDatabase } from '../open-database.js';
import { showRunnerAlive } from './show-runner-alive.js';

export interface JobContext {
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Aborted when the process is stopping: a long task should come to an end, and is run again elsewhere. */
  readonly signal: AbortSignal;
}

/**
 * Does one job. A task that rejects runs again later, with growing pauses; one whose process was killed runs again
 * within a minute. So every task may be run twice and has to come out the same.
 */
export type Task = (payload: Readonly<Record<string, unknown>>, context: JobContext) => Promise<void>;

export interface RecurringTask {
  readonly task: string;
  /** Minute, hour, day, month and weekday in UTC, as in crontab: `30 2 * * *` is every night at half past two. */
  readonly schedule: string;
}

export interface JobOptions {
  readonly database: PooledDatabase;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly recurring?: readonly RecurringTask[];
  /** Jobs at once in this process; each takes a connection of the pool while it is fetched and settled. */
  readonly concurrency?: number;
  readonly log: Log;
}

export interface JobRunner {
  /** Takes no more jobs and waits for those under way; what has not ended after some seconds is given back. */
  stop(): Promise<void>;
}

const DAY = 24 * 60 * 60 * 1000;
const PAUSE = 1_000;

/**
 * Runs jobs of the queue in this process until it is stopped. Any number of processes share the work; a recurring
 * task runs for all of them together, and what was missed while nothing ran is made up for, up to a day later.
 */
export function runJobs(options: JobOptions): JobRunner {
  const { log } = options;
  let stopping = false;
  let runner: Runner | undefined;
  const supervise = async (): Promise<void> => {
    while (!stopping) {
      try {
        await runOnce(options, (started) => {
          runner = started;
          if (stopping) void started.stop();
        });
      } catch (failure) {
        log.warn({ err: failure }, 'The job runner stopped; starting it again.');
      }
      runner = undefined;
      if (!stopping) await sleep(PAUSE);
    }
  };
  const supervised = supervise();
  return {
    async stop() {
      stopping = true;
      await runner?.stop().catch(() => undefined);
      await supervised;
    },
  };
}

/**
 * graphile-worker 0.17 waits for the statement that settles a job only when it settles in batches; otherwise stopping
 * would leave jobs locked, and a lost connection would be an unhandled rejection.
 */
const SETTLE_IN_BATCHES: GraphileConfig.Preset = {
  worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
};

async function runOnce(options: JobOptions, onStart: (runner: Runner) => void): Promise<void> {
  const { database, tasks, recurring = [], concurrency = 4, log } = options;
  const events: WorkerEvents = new EventEmitter();
  let poolId = '';
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id;
  });
  const runner = await run({
    pgPool: database.pool,
    taskList: taskList(tasks),
    parsedCronItems: cronItems(recurring),
    concurrency,
    preset: SETTLE_IN_BATCHES,
    noHandleSignals: true,
    logger: jobLogger(log),
    events,
  });
  const alive = showRunnerAlive(database, poolId, log);
  try {
    onStart(runner);
    await runner.promise;
  } finally {
    await alive.close();
  }
}

function taskList(tasks: JobOptions['tasks']): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload, helpers) => {
        const { abortSignal, job } = helpers;
        await task(payload as Record<string, unknown>, {
          attempt: job.attempts,
          signal: abortSignal ?? new AbortController().signal,
        });
      },
    ]),
  );
}

/** One key per task: a run that is still waiting is not asked for twice. */
function cronItems(recurring: readonly RecurringTask[]): ParsedCronItem[] {
  return parseCronItems(
    recurring.map(({ task, schedule }) => ({
      task,
      match: schedule,
      identifier: task,
      options: { backfillPeriod: DAY, jobKey: `recurring ${task}`, jobKeyMode: 'preserve_run_at' },
    })),
  );
}
