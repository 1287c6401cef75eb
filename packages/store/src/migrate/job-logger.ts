import type { Log } from '@muster/kernel';
import { Logger } from 'graphile-worker';

/** graphile-worker's logger over ours. Its `info` says what each job does, which is detail here. */
export function jobLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    const facts = { ...meta };
    if (level === 'error') log.error(facts, message);
    else if (level === 'warning') log.warn(facts, message);
    else log.debug(facts, message);
  });
}
