import { secureRandom, systemClock } from '@muster/kernel';
import { pino } from 'pino';
import { type Config, readConfig } from '../config.js';
import { type Instance, openInstance } from '../open-instance.js';
import { solutionsFor } from '../solutions.js';

/** Opens the data of the configuration for one command, whether or not a server runs on it. */
export async function withInstance<Result>(
  work: (instance: Instance, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(process.env);
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  const instance = await openInstance({
    config,
    createSolutions: solutionsFor(config),
    clock: systemClock,
    random: secureRandom,
    log,
  });
  try {
    return await work(instance, config);
  } finally {
    await instance.close();
  }
}
