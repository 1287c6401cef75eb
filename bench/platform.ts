import { Readable } from 'node:stream';
import { silentLog } from '@muster/kernel';
import { columnName, findObject, tableName } from '@muster/metadata';
import type { NewBulkJob } from '@muster/records';
import { parseSoql } from '@muster/soql';
import { quoteIdent } from '@muster/sql';
import type { TextRow } from '@muster/store';
import { type BenchAgency, openAgency } from './agency.js';
import { type Comparison, inTurn } from './measure.js';

const LOADED = 20_000;
/** Rows that stream while memory is looked at: `BENCH_ROWS=5000000 npm run bench -- platform`. */
const STREAMED = Number(process.env.BENCH_ROWS ?? 100_000);
const PARSES = 20_000;

const COLUMNS = ['Name', 'ExternalVacancyTitle', 'Unit__c', 'Seats__c', 'ExpectedHireDate'];
const TYPICAL = `SELECT Id, Name, Account.Name, Owner.Name, (SELECT Id, Subject FROM Cases WHERE IsClosed = false)
  FROM Contact WHERE (LastName LIKE 'Ma%' OR Email = 'a@example.org') AND CreatedDate = LAST_N_DAYS:30
  ORDER BY LastName NULLS LAST LIMIT 200`;

/** The budgets of the platform: bulk loads against bare COPY, memory while rows stream, parsing. */
export async function platform(): Promise<Comparison[]> {
  const agency = await openAgency();
  try {
    return [await bulkInsert(agency), await memoryWhileLoading(agency), await parse()];
  } finally {
    await agency.close();
  }
}

function* csvRows(count: number): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (let i = 0; i < count; i += 1) yield `Field officers ${i},Field officer,Ellery Coast,48,2027-03-01\n`;
}

const form: NewBulkJob = {
  object: 'RecruitmentRequisition',
  operation: 'insert',
  externalIdField: undefined,
  columnDelimiter: 'COMMA',
  lineEnding: 'LF',
  apiVersion: 60,
};

/** A load as the queue runs it: chunks, every step of the save, change log, results, what it takes to undo it. */
async function load({ instance, session }: BenchAgency, hash: string): Promise<void> {
  const { records, signIn, store, org } = instance;
  const owner = { userId: session.principal.userId, purpose: session.purpose.key };
  const { id } = await records.bulk.create(owner, form);
  await records.bulk.upload(id, hash);
  await store.database.rows({
    text: `update ${quoteIdent(org.schema)}._bulk_job set state = 'UploadComplete' where id = $1`,
    values: [id],
  });
  const context = { attempt: 1, signal: new AbortController().signal };
  await records.runBulkJob(id, { findPrincipal: signIn.findPrincipal, log: silentLog }, context);
  const job = await records.bulk.find(id);
  if (job?.state !== 'JobComplete' || job.failed > 0) throw new Error(`The load ended as ${job?.state}`);
}

/** A load of 20,000 rows against COPY of the same rows into the same table. */
async function bulkInsert(agency: BenchAgency): Promise<Comparison> {
  const { database, files } = agency.instance.store;
  const { hash } = await files.put(Readable.from(csvRows(LOADED)).map((text: string) => Buffer.from(text)));
  await load(agency, hash);
  const target = copyTarget(agency);
  const columns = target.columns.map(quoteIdent).join(', ');
  const table = `${quoteIdent(target.schema)}.${quoteIdent(target.table)}`;
  const saved = await database.rows({
    text: `select ${columns} from ${table} where name like 'Field officers %' limit ${LOADED}`,
    values: [],
  });
  const rows = freshRows(saved, target.columns.indexOf('id'));
  const times = await inTurn(
    () => load(agency, hash),
    async () => {
      await database.transaction((transaction) => transaction.copyIn(target, rows()));
    },
    { rounds: 5, warmUp: 1 },
  );
  return {
    name: `bulk insert of ${LOADED} rows, throughput`,
    ...times,
    ratio: times.plain / times.ours,
    budget: '≥ 0.5 of bare COPY',
  };
}

/** Megabytes of this process while rows stream through a load: the most of the last half against that of the first. */
async function memoryWhileLoading(agency: BenchAgency): Promise<Comparison> {
  const { files } = agency.instance.store;
  const { hash } = await files.put(Readable.from(csvRows(STREAMED)).map((text: string) => Buffer.from(text)));
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(process.memoryUsage().rss / 2 ** 20), 50);
  await load(agency, hash);
  clearInterval(timer);
  const half = Math.floor(samples.length / 2);
  const [first, last] = [Math.max(...samples.slice(0, half)), Math.max(...samples.slice(half))];
  return {
    name: `MB while ${STREAMED} rows stream, last half against first`,
    ours: last,
    plain: first,
    ratio: last / first,
    budget: '± 20 MB',
  };
}

/** A typical query from text to tree, in microseconds, against the ten it may take. */
async function parse(): Promise<Comparison> {
  const { ours } = await inTurn(
    async () => {
      for (let i = 0; i < PARSES; i += 1) parseSoql(TYPICAL);
    },
    async () => undefined,
    { rounds: 5, warmUp: 2 },
  );
  const microseconds = (ours / PARSES) * 1_000;
  return { name: 'parse, µs', ours: microseconds, plain: 10, ratio: microseconds / 10, budget: '≤ 10 µs' };
}

function copyTarget({ instance, session }: BenchAgency) {
  const object = findObject(session.snapshot, form.object);
  if (object === undefined) throw new Error(`There is no ${form.object}`);
  return { schema: instance.org.schema, table: tableName(object), columns: object.fields.map(columnName) };
}

/** The saved rows again, each time under new ids that no sequence hands out. */
function freshRows(saved: readonly TextRow[], idColumn: number): () => TextRow[] {
  let made = 0;
  return () =>
    saved.map((row) => {
      made += 1;
      return row.map((value, i) => (i === idColumn ? `zzz${String(made).padStart(15, '0')}` : value));
    });
}
