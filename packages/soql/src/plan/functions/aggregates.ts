import type { SqlFunction } from '@muster/sql';

const AGGREGATES = {
  COUNT: 'count',
  COUNT_DISTINCT: 'count_distinct',
  SUM: 'sum',
  AVG: 'avg',
  MIN: 'min',
  MAX: 'max',
} as const satisfies Readonly<Record<string, SqlFunction>>;

type AggregateName = keyof typeof AGGREGATES;

/** Whether a function takes a group of rows together; names count without case. */
export function isAggregateFunction(name: string): boolean {
  return Object.hasOwn(AGGREGATES, name.toUpperCase());
}

/** What an aggregate function is in SQL. */
export function aggregateFunction(name: string): (typeof AGGREGATES)[AggregateName] {
  return AGGREGATES[name.toUpperCase() as AggregateName];
}
