export type { Database, JobRequest, Queryable, TextRow, Transaction } from './database.js';
