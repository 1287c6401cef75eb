import type { Demo } from './demo.js';

/** Marrenfell Border and Rescue Service. */
export const demo: Demo = { people: [], load: async () => undefined };
