import { community } from '@muster/community';
import type { Solution } from '@muster/records';
import type { Config } from './config.js';

/** The parts of the product built on the platform, in the order they are installed. */
export function createSolutions(_config: Config): readonly Solution[] {
  return [community];
}
