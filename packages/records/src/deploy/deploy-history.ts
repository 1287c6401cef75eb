import { findType, type MetadataType } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable, TextRow } from '@muster/store';
import { deployId, type RequestKind } from './deploy-id.js';
import type { DeployRequest } from './deploy-record.js';
import type { DeployOutcome } from './deploy-result.js';
import { readStamp, type Stamp } from './list-components.js';
import type { RetrieveOutcome } from './retrieve-outcome.js';

export type RequestStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Canceled';

/** A deploy or retrieve of the org's history, or one that waits or is worked on. */
export interface DeployEntry {
  readonly id: string;
  readonly number: number;
  readonly kind: RequestKind;
  readonly status: RequestStatus;
  readonly origin: DeployRequest['origin'];
  readonly options: Readonly<Record<string, unknown>>;
  /** The package that came in or went out, by its hash in the file store. */
  readonly package: string | undefined;
  /** Undefined until a deploy has ended, and of one that ended without being tried to its end. */
  readonly outcome: DeployOutcome | undefined;
  /** Of a retrieve that succeeded. */
  readonly retrieved: RetrieveOutcome | undefined;
  /** Components that are worked on, once that is known. */
  readonly componentCount: number | undefined;
  /** Why it ended before anything could be tried. */
  readonly failure: string | undefined;
  readonly requested: Stamp;
  /** Milliseconds. */
  readonly startedAt: number | undefined;
  readonly completedAt: number | undefined;
}

/** A component's text before and after a deploy; undefined where it was not there. */
export interface ComponentDifference {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly before: ComponentTexts | undefined;
  readonly after: ComponentTexts | undefined;
}

export interface ComponentTexts {
  readonly text: string;
  readonly body: string | undefined;
}

const COLUMNS = `d.number, d.kind, d.status, d.origin, d.options, d.package, d.result,
  extract(epoch from d.requested_at) * 1000, d.requested_by, u.name,
  extract(epoch from d.started_at) * 1000, extract(epoch from d.completed_at) * 1000, d.component_count`;

/** Deploys, newest first, those before a number. */
export async function listDeploys(
  queryable: Queryable,
  org: Org,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<readonly DeployEntry[]> {
  const rows = await queryable.rows({
    text: `select ${COLUMNS} from ${tables(org)}
      where d.kind = 'deploy' and ($1::bigint is null or d.number < $1) order by d.number desc limit $2`,
    values: [before ?? null, limit],
  });
  return rows.map((row) => readEntry(org, row));
}

/** The entry of this number. */
export async function findRequest(
  queryable: Queryable,
  org: Org,
  number: number,
): Promise<DeployEntry | undefined> {
  const [row] = await queryable.rows({
    text: `select ${COLUMNS} from ${tables(org)} where d.number = $1`,
    values: [number],
  });
  return row && readEntry(org, row);
}

/** What a version of the metadata changed, by type and name. */
export async function readDifferences(
  queryable: Queryable,
  { schema }: Org,
  version: number,
): Promise<readonly ComponentDifference[]> {
  const name = quoteIdent(schema);
  const rows = await queryable.rows({
    text: `select p.type, p.full_name, p.content, p.body,
        case when n.version is null then m.content else n.content end,
        case when n.version is null then m.body else n.body end
      from ${name}._metadata_past p
      left join lateral (
        select version, content, body from ${name}._metadata_past later
        where later.type = p.type and later.key = p.key and later.version > p.version
        order by later.version limit 1
      ) n on true
      left join ${name}._metadata m on m.type = p.type and m.key = p.key
      where p.version = $1 order by p.type, p.key`,
    values: [version],
  });
  return rows.flatMap(([typeName, fullName, before, beforeBody, after, afterBody]) => {
    const type = findType(typeName ?? '');
    if (type === undefined) return [];
    const texts = { before: textsOf(before, beforeBody), after: textsOf(after, afterBody) };
    return [{ type, fullName: fullName ?? '', ...texts }];
  });
}

function tables({ schema }: Org): string {
  const name = quoteIdent(schema);
  return `${name}._deploy d left join ${name}."user" u on u.id = d.requested_by`;
}

function readEntry(org: Org, row: TextRow): DeployEntry {
  const [numberText, kind, status, origin, options, packageHash, result, ...times] = row;
  const number = Number(numberText);
  return {
    id: deployId(org, number, kind as RequestKind),
    number,
    kind: kind as RequestKind,
    status: status as RequestStatus,
    origin: origin as DeployRequest['origin'],
    options: JSON.parse(options ?? '{}') as DeployEntry['options'],
    package: packageHash ?? undefined,
    ...readResult(kind as RequestKind, result),
    componentCount: times[5] === null ? undefined : Number(times[5]),
    requested: readStamp(times[0], times[1], times[2]),
    startedAt: milliseconds(times[3]),
    completedAt: milliseconds(times[4]),
  };
}

function readResult(kind: RequestKind, result: TextRow[number] | undefined) {
  const none = { outcome: undefined, retrieved: undefined, failure: undefined };
  if (typeof result !== 'string') return none;
  const kept = JSON.parse(result) as DeployOutcome | RetrieveOutcome | { readonly failure: string };
  if ('failure' in kept) return { ...none, failure: kept.failure };
  return kind === 'deploy'
    ? { ...none, outcome: kept as DeployOutcome }
    : { ...none, retrieved: kept as RetrieveOutcome };
}

function milliseconds(text: TextRow[number] | undefined): number | undefined {
  return text === null || text === undefined ? undefined : Math.round(Number(text));
}

function textsOf(text: TextRow[number] | undefined, body: TextRow[number] | undefined) {
  return typeof text === 'string' ? { text, body: body ?? undefined } : undefined;
}
