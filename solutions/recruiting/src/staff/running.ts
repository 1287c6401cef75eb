/** Statuses of applications in which something can still happen: the people in process. */
export const runningStatuses = ['submitted', 'in_process', 'held'] as const;
