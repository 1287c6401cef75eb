import { parseCronItems } from 'graphile-worker';
import type { Queryable } from '../database.js';
import type { RecurringTask } from './run-jobs.js';

/** A job of the queue as it stands; a job that is done is gone. */
export interface QueuedJob {
  readonly id: string;
  readonly task: string;
  readonly state: 'waiting' | 'running' | 'retrying' | 'failed';
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly lastError: string | undefined;
  /** Milliseconds. */
  readonly createdAt: number;
  readonly runAt: number;
}

const MOST_LISTED = 200;
const MINUTE = 60_000;
/** How far ahead a run is looked for: more than a year holds a day that comes once a year. */
const FURTHEST = 400 * 24 * 60;

const millis = (column: string) => `extract(epoch from ${column}) * 1000`;

/** The jobs of the queue: those that failed for good first, then those that are due first. */
export async function listJobs(queryable: Queryable): Promise<readonly QueuedJob[]> {
  const rows = await queryable.rows({
    text: `select id, task_identifier, attempts, max_attempts, last_error, ${millis('created_at')},
        ${millis('run_at')}, locked_at is not null
      from graphile_worker.jobs
      order by attempts >= max_attempts desc, run_at, id limit ${MOST_LISTED}`,
    values: [],
  });
  return rows.map(([id, task, attempts, maxAttempts, lastError, createdAt, runAt, isRunning]) => ({
    id: id ?? '',
    task: task ?? '',
    state: stateOf(isRunning === 't', Number(attempts), Number(maxAttempts)),
    attempts: Number(attempts),
    maxAttempts: Number(maxAttempts),
    lastError: lastError ?? undefined,
    createdAt: Math.round(Number(createdAt)),
    runAt: Math.round(Number(runAt)),
  }));
}

function stateOf(isRunning: boolean, attempts: number, maxAttempts: number): QueuedJob['state'] {
  if (isRunning) return 'running';
  if (attempts >= maxAttempts) return 'failed';
  return attempts > 0 ? 'retrying' : 'waiting';
}

/** Lets a job that is not under way run again now, with all its attempts; false when there is no such job. */
export async function retryJob(queryable: Queryable, id: string): Promise<boolean> {
  if (!/^\d{1,18}$/.test(id)) return false;
  const rows = await queryable.rows({
    text: `select id from graphile_worker.reschedule_jobs(array[$1]::bigint[], run_at := now(), attempts := 0)`,
    values: [id],
  });
  return rows.length > 0;
}

/** Counts of the queue. */
export interface JobBacklog {
  /** Due and not begun. */
  readonly due: number;
  readonly running: number;
  readonly failed: number;
}

export async function readJobBacklog(queryable: Queryable): Promise<JobBacklog> {
  const [row] = await queryable.rows({
    text: `select
        count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()),
        count(*) filter (where locked_at is not null),
        count(*) filter (where locked_at is null and attempts >= max_attempts)
      from graphile_worker.jobs`,
    values: [],
  });
  const [due, running, failed] = row ?? [];
  return { due: Number(due), running: Number(running), failed: Number(failed) };
}

/** Work that recurs, when it was last begun and when it comes next. */
export interface ScheduledTask extends RecurringTask {
  /** Milliseconds; undefined before the first. */
  readonly lastRun: number | undefined;
  readonly nextRun: number | undefined;
}

/** The clock jobs of a server. */
export async function readSchedule(
  queryable: Queryable,
  recurring: readonly RecurringTask[],
  now: number,
): Promise<readonly ScheduledTask[]> {
  const rows = await queryable.rows({
    text: `select identifier, ${millis('last_execution')} from graphile_worker._private_known_crontabs`,
    values: [],
  });
  const last = new Map(rows.map(([task, at]) => [task, at]));
  return recurring.map(({ task, schedule }) => {
    const at = last.get(task);
    return {
      task,
      schedule,
      lastRun: at === null || at === undefined ? undefined : Math.round(Number(at)),
      nextRun: nextRun(schedule, now),
    };
  });
}

/** The next minute, in UTC, at which a crontab line fits. */
export function nextRun(schedule: string, now: number): number | undefined {
  const [item] = parseCronItems([{ task: 'next', match: schedule }]);
  const first = Math.floor(now / MINUTE) + 1;
  for (let minute = first; minute < first + FURTHEST; minute += 1) {
    const at = new Date(minute * MINUTE);
    const digest = {
      min: at.getUTCMinutes(),
      hour: at.getUTCHours(),
      date: at.getUTCDate(),
      month: at.getUTCMonth() + 1,
      dow: at.getUTCDay(),
    };
    if (item?.match(digest)) return minute * MINUTE;
  }
  return undefined;
}
