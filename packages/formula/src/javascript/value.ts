import type { Numeric } from './numeric.js';

/**
 * A value while a formula runs. Text is never empty (a blank text is null), numbers are decimals, a date is a day
 * number, a date-time and a time are milliseconds (see `calendar.ts`).
 */
export type Value = string | Numeric | boolean | number | null;
