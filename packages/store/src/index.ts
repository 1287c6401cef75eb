export type { Database, JobRequest, Queryable, TextRow, Transaction } from './database.js';
export {
  type ConnectionTarget,
  type DatabaseOptions,
  openDatabase,
  type PooledDatabase,
} from './open-database.js';
export { translateSqlstate } from './translate-sqlstate.js';
