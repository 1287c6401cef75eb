import { columnName, findObject, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { TextRow } from '@muster/store';
import { type BenchAgency, openAgency, startBare, startMuster } from './agency.js';
import { send } from './load.js';
import { type Comparison, inTurn } from './measure.js';

const FIELDS = ['Id', 'FirstName', 'LastName', 'Email', 'Phone', 'MailingCity', 'CreatedDate', 'OwnerId'];
const CONNECTIONS = 16;
const READS = 2_000;
const ROWS = 200;
const BASE = '/services/data/v60.0';

/** The budgets of the road: a point read, a page of 2,000, an insert of 200, each with sign-in and rights on. */
export async function road(): Promise<Comparison[]> {
  const agency = await openAgency();
  try {
    const muster = await startMuster(agency);
    try {
      return [await pointRead(agency, muster.url), await page(agency), await insert(agency, muster.url)];
    } finally {
      await muster.close();
    }
  } finally {
    await agency.close();
  }
}

function selectText({ instance }: BenchAgency, rest: string): string {
  const columns = FIELDS.map((name) => quoteIdent(name.toLowerCase())).join(', ');
  return `select ${columns} from ${quoteIdent(instance.org.schema)}.contact ${rest}`;
}

const bearer = ({ token }: BenchAgency) => ({ authorization: `Bearer ${token}` });

/** A record by REST, against a bare Fastify handler with one prepared statement on the same table. */
async function pointRead(agency: BenchAgency, url: string): Promise<Comparison> {
  const bare = await startBare(agency, selectText(agency, 'where id = $1'));
  const ids = agency.contactIds.filter((_, i) => i % 7 === 0);
  const ours = ids.map((id) => ({
    path: `${BASE}/sobjects/Contact/${id}?fields=${FIELDS.join(',')}`,
    headers: bearer(agency),
  }));
  const plain = ids.map((id) => ({ path: `/contact/${id}` }));
  const times = await inTurn(
    () => send(url, ours, READS, CONNECTIONS),
    () => send(bare.url, plain, READS, CONNECTIONS),
    { rounds: 9, warmUp: 4 },
  );
  await bare.close();
  return {
    name: 'point read, throughput',
    ours: times.ours / READS,
    plain: times.plain / READS,
    ratio: times.plain / times.ours,
    budget: '≥ 0.7 of a bare handler',
  };
}

/** A page as JSON text, against fetching the same rows as text and doing nothing with them. */
async function page(agency: BenchAgency): Promise<Comparison> {
  const { database } = agency.instance.store;
  const text = selectText(agency, 'where not isdeleted order by id limit 2000');
  const times = await inTurn(
    async () => {
      await agency.session.query(`SELECT ${FIELDS.join(', ')} FROM Contact LIMIT 2000`, { basePath: BASE });
    },
    async () => {
      await database.rows({ name: 'bench.page', text, values: [] });
    },
    { rounds: 61, warmUp: 20 },
  );
  return {
    name: 'page of 2,000 rows, time',
    ...times,
    ratio: times.ours / times.plain,
    budget: '≤ 1.3 × the text fetch',
  };
}

/** `composite/sobjects`, all or none, against COPY of the same rows into the same table in a transaction. */
async function insert(agency: BenchAgency, url: string): Promise<Comparison> {
  const { database } = agency.instance.store;
  const target = copyTarget(agency);
  const records = Array.from({ length: ROWS }, (_, i) => ({
    attributes: { type: 'RecruitmentRequisition' },
    Name: `Field officers ${i}`,
    ExternalVacancyTitle: 'Field officer',
    Unit__c: 'Ellery Coast',
    Seats__c: 48,
    ExpectedHireDate: '2027-03-01',
  }));
  const request = {
    method: 'POST' as const,
    path: `${BASE}/composite/sobjects`,
    headers: bearer(agency),
    body: JSON.stringify({ allOrNone: true, records }),
  };
  await send(url, [request], 1, 1);
  const columns = target.columns.map(quoteIdent).join(', ');
  const table = `${quoteIdent(target.schema)}.${quoteIdent(target.table)}`;
  const saved = await database.rows({ text: `select ${columns} from ${table} limit ${ROWS}`, values: [] });
  if (saved.length !== ROWS) throw new Error(`${saved.length} rows were saved`);
  const rows = freshRows(saved, target.columns.indexOf('id'));
  const times = await inTurn(
    () => send(url, [request], 1, 1),
    async () => {
      await database.transaction((transaction) => transaction.copyIn(target, rows()));
    },
    { rounds: 61, warmUp: 20 },
  );
  return {
    name: 'insert of 200, throughput',
    ...times,
    ratio: times.plain / times.ours,
    budget: '≥ 0.5 of bare COPY',
  };
}

function copyTarget({ instance, session }: BenchAgency) {
  const object = findObject(session.snapshot, 'RecruitmentRequisition');
  if (object === undefined) throw new Error('There is no RecruitmentRequisition');
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
