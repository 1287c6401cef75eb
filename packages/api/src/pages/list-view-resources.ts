import { parseId } from '@muster/kernel';
import { type ListViewDef, listViewId, listViewsOf, type ObjectDef } from '@muster/metadata';
import type { RecordValue, Session } from '@muster/records';
import { parseSoql, soql } from '@muster/soql';
import { requireObject } from '../objects.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json } from '../responses.js';
import { listViewQuery, mayUse } from './list-view-query.js';
import { readPage } from './read-page.js';
import { presentCondition } from './where-condition.js';

const PAGE = { byDefault: 25, most: 2000 };

/** List views of an object: which there are, how each is made, and the records in it that the caller may see. */
export const listViewResources: readonly Resource[] = [
  { path: 'sobjects/:object/listviews', methods: { GET: (call) => listAll(call, usable(call)) } },
  { path: 'sobjects/:object/listviews/recent', methods: { GET: listRecent } },
  { path: 'sobjects/:object/listviews/:id', methods: { GET: showOne } },
  { path: 'sobjects/:object/listviews/:id/describe', methods: { GET: describeView } },
  { path: 'sobjects/:object/listviews/:id/results', methods: { GET: showResults } },
];

function usable({ session, params }: Call): readonly ListViewDef[] {
  const object = requireObject(session, params.object ?? '');
  return listViewsOf(session.snapshot, object, session.principal.language).filter((view) =>
    mayUse(session, object, view),
  );
}

function listAll(call: Call, views: readonly ListViewDef[]) {
  const object = requireObject(call.session, call.params.object ?? '');
  const { limit, offset } = readPage(call.request.query, { byDefault: PAGE.most, most: PAGE.most });
  const shown = views.slice(offset, offset + limit);
  const rest = views.length > offset + limit;
  const next = `${call.basePath}/sobjects/${object.name}/listviews?limit=${limit}&offset=${offset + limit}`;
  return json({
    done: !rest,
    listviews: shown.map((view) => presentView(view, object, call.basePath)),
    nextRecordsUrl: rest ? next : null,
    size: shown.length,
    sobjectType: object.name,
  });
}

/** Those the caller opened last, newest first. */
async function listRecent(call: Call) {
  const viewed = await call.session.recentlyViewed(PAGE.most);
  const views = new Map(usable(call).map((view) => [listViewId(view), view]));
  return listAll(
    call,
    viewed.flatMap((id) => views.get(id) ?? []),
  );
}

function showOne(call: Call) {
  const { object, view } = requireView(call);
  return json(presentView(view, object, call.basePath));
}

function presentView(view: ListViewDef, object: ObjectDef, basePath: string) {
  const id = listViewId(view);
  const url = `${basePath}/sobjects/${object.name}/listviews/${id}`;
  return {
    describeUrl: `${url}/describe`,
    developerName: view.name,
    id,
    label: view.label,
    resultsUrl: `${url}/results`,
    soqlCompatible: true,
    url,
  };
}

function requireView({ session, params }: Call): { readonly object: ObjectDef; readonly view: ListViewDef } {
  const object = requireObject(session, params.object ?? '');
  const view = findListView(session, object, params.id ?? '');
  if (view === undefined) throw notFound();
  return { object, view };
}

/** The list view of an object with this id, as far as the caller may use it. @throws MusterError MALFORMED_ID */
export function findListView(session: Session, object: ObjectDef, text: string): ListViewDef | undefined {
  const id = parseId(text);
  return listViewsOf(session.snapshot, object, session.principal.language).find(
    (view) => listViewId(view) === id && mayUse(session, object, view),
  );
}

function describeView(call: Call) {
  const { object, view } = requireView(call);
  const { columns, query, orderBy, scope, where } = listViewQuery(call.session, object, view);
  const condition = where === undefined ? null : parseSoql(query).where;
  return json({
    columns,
    id: listViewId(view),
    orderBy: orderBy.map((fieldNameOrPath) => ({
      fieldNameOrPath,
      nullsPosition: 'first',
      sortDirection: 'ascending',
    })),
    query,
    relatedEntityId: null,
    scope,
    scopeEntityId: null,
    sobjectType: object.name,
    whereCondition: condition === null ? { conditions: [], conjunction: 'and' } : presentCondition(condition),
  });
}

interface Page {
  readonly records: readonly Readonly<Record<string, RecordValue>>[];
}

/** `?limit=&offset=`: the records, each column as text. */
async function showResults(call: Call) {
  const { session, basePath, request } = call;
  const { object, view } = requireView(call);
  const { limit, offset } = readPage(request.query, PAGE);
  const { columns, query } = listViewQuery(session, object, view);
  const page = `${query} LIMIT ${limit + 1}${offset === 0 ? '' : ` OFFSET ${offset}`}`;
  const answer = await session.query(page, { basePath, batchSize: PAGE.most });
  const { records } = JSON.parse(answer.json) as Page;
  const shown = records.slice(0, limit);
  await remember(session, view);
  return json({
    columns,
    developerName: view.name,
    done: records.length <= limit,
    id: listViewId(view),
    label: view.label,
    records: shown.map((record) => ({
      columns: columns.map(({ fieldNameOrPath }) => ({
        fieldNameOrPath,
        value: textAt(record, fieldNameOrPath.split('.')),
      })),
    })),
    size: shown.length,
  });
}

/** Opening a list view counts as looking at its record, where the caller may see that. */
async function remember(session: Session, view: ListViewDef): Promise<void> {
  const object = session.snapshot.objects.get('listview');
  if (object === undefined || !session.rights(object).read) return;
  await session.query(soql`SELECT Id FROM ListView WHERE Id = ${listViewId(view)} FOR VIEW`, {
    basePath: '',
  });
}

function textAt(record: Readonly<Record<string, RecordValue>>, path: readonly string[]): string | null {
  let value: RecordValue | undefined = record;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    value = (value as Readonly<Record<string, RecordValue>>)[name];
  }
  return value === null || value === undefined || typeof value === 'object' ? null : String(value);
}
