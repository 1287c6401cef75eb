/** Longest query text, in characters (SOQL and SOSL Limits for Search Queries). */
export const MAX_QUERY_LENGTH = 100_000;

/** Most words, literals and symbols in one query: room for a list of some 20,000 values. */
export const MAX_TOKENS = 50_000;

/** Deepest nesting of parentheses and subqueries together. */
export const MAX_DEPTH = 100;

/** Functions inside one another: `FORMAT(convertCurrency(Amount))` is the most Salesforce takes. */
export const MAX_FUNCTION_DEPTH = 2;

/** Largest number LIMIT, OFFSET and a date literal such as LAST_N_DAYS take. */
export const MAX_COUNT = 2_147_483_647;
