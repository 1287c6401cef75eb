/** Jobs that wait, as the queue is asked for them again: it makes its own tables, so its rows are not copied. */
export const JOBS = {
  schema: 'graphile_worker',
  name: 'jobs',
  columns: ['task', 'payload', 'run_at', 'key', 'max_attempts', 'priority'],
  query: `select t.identifier, j.payload, j.run_at, j.key, j.max_attempts, j.priority
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    order by j.id`,
} as const;
