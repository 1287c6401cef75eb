import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ApiClient } from './api-client.js';
import { bulkLoad, csvOf } from './bulk-load.js';
import { type DatasetStep, readDataset } from './sql-dataset.js';

/** A record as a file has it, under the id it was given; lookups hold the ids of the records they name. */
export interface Loaded {
  readonly object: string;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

interface PlanStep {
  readonly sobject: string;
  readonly files: readonly string[];
}

interface TreeRecord {
  readonly attributes: { readonly referenceId: string };
  readonly [name: string]: unknown;
}

/** Trees hold this many records at most. */
const TREE_RECORDS = 200;

/** Loads a plan as the sf command does: file after file as trees, with `@Ref` replaced by the ids given so far. */
export async function importPlan(client: ApiClient, plan: string): Promise<readonly Loaded[]> {
  const steps = JSON.parse(readFileSync(plan, 'utf8')) as readonly PlanStep[];
  const ids = new Map<string, string>();
  const loaded: Loaded[] = [];
  for (const { sobject, files } of steps) {
    for (const file of files) {
      const text = readFileSync(join(dirname(plan), file), 'utf8');
      const resolved = text.replaceAll(/"@(\w+)"/g, (whole, name) => {
        const id = ids.get(name);
        return id === undefined ? whole : `"${id}"`;
      });
      const { records } = JSON.parse(resolved) as { readonly records: readonly TreeRecord[] };
      for (let start = 0; start < records.length; start += TREE_RECORDS) {
        const part = records.slice(start, start + TREE_RECORDS);
        const answer = await client.call('POST', `/services/data/v60.0/composite/tree/${sobject}`, {
          records: part,
        });
        if (answer.status !== 201) throw new Error(`${file}: ${JSON.stringify(answer.body)}`);
        for (const { referenceId, id } of answer.body.results) ids.set(referenceId, id);
        loaded.push(
          ...part.map((record) => ({
            object: sobject,
            id: ids.get(nameOf(record)) ?? '',
            values: valuesOf(record),
          })),
        );
      }
    }
  }
  return loaded;
}

const nameOf = ({ attributes }: TreeRecord) => attributes.referenceId;

function valuesOf({ attributes: _, ...values }: TreeRecord): Loaded['values'] {
  return values;
}

/**
 * Loads a dataset step by step through Bulk API 2.0; lookups to what comes later are set in the end. Fields of packages the
 * project is installed beside are left out, as the tool does that the dataset was made with.
 */
export async function importDataset(client: ApiClient, folder: string): Promise<readonly Loaded[]> {
  const steps = readDataset(folder);
  const ids = new Map<string, string>();
  const loaded: Loaded[] = [];
  for (const step of steps) {
    const known = await fieldsOf(client, step.object);
    const fields = step.fields.filter(({ field }) => known.has(field) && field !== 'RecordTypeId');
    const lookups = step.lookups.filter(({ field, isLater }) => known.has(field) && !isLater);
    const names = [...fields, ...lookups].map(({ field }) => field);
    const rows = step.rows.map((row) => [
      ...fields.map(({ column }) => row[column] ?? ''),
      ...lookups.map(({ column }) => ids.get(row[column] ?? '') ?? ''),
    ]);
    const saved = await load(client, step, 'insert', [names, ...rows]);
    for (const [i, row] of step.rows.entries()) {
      const id = saved[i] ?? '';
      ids.set(row[step.idColumn] ?? '', id);
      const values = Object.fromEntries(names.map((name, n) => [name, rows[i]?.[n] ?? '']));
      loaded.push({ object: step.object, id, values });
    }
  }
  for (const step of steps) {
    const known = await fieldsOf(client, step.object);
    for (const { field, column } of step.lookups.filter((each) => each.isLater && known.has(each.field))) {
      const set = step.rows.filter((row) => (row[column] ?? '') !== '');
      if (set.length === 0) continue;
      const pairs = set.map((row) => [
        ids.get(row[step.idColumn] ?? '') ?? '',
        ids.get(row[column] ?? '') ?? '',
      ]);
      await load(client, step, 'update', [['Id', field], ...pairs]);
      loaded.push(
        ...pairs.map(([id = '', target]) => ({ object: step.object, id, values: { [field]: target } })),
      );
    }
  }
  return loaded;
}

async function load(
  client: ApiClient,
  { object }: DatasetStep,
  operation: 'insert' | 'update',
  rows: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const { job, ids, failed } = await bulkLoad(client, { object, operation }, csvOf(rows));
  if (job.state === 'JobComplete' && job.numberRecordsFailed === 0) return ids;
  throw new Error(`${operation} of ${object}: ${job.state}\n${failed}`);
}

async function fieldsOf(client: ApiClient, object: string): Promise<ReadonlySet<string>> {
  const { status, body } = await client.call('GET', `/services/data/v60.0/sobjects/${object}/describe`);
  if (status !== 200) throw new Error(`${object}: ${JSON.stringify(body)}`);
  return new Set(body.fields.map(({ name }: { readonly name: string }) => name));
}
