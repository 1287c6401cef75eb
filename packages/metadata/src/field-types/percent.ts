import { decimalType } from './decimal.js';

/** A percentage: 50 is stored and sent for 50 %. */
export const percentType = decimalType('percent');
