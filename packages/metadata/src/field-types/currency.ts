import { decimalType } from './decimal.js';

/** An amount of money in the org's one currency. */
export const currencyType = decimalType('currency');
