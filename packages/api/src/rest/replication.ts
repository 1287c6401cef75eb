import { type Clock, type Id, MusterError } from '@muster/kernel';
import { parseInstant } from '@muster/metadata';
import { soql, soqlNames } from '@muster/soql';
import type { ApiResponse } from '../api-request.js';
import { requireObject } from '../objects.js';
import { allRecords } from '../query/all-records.js';
import type { Call, Resource } from '../resource.js';
import { json } from '../responses.js';

/** Deleted records are named for as long as they lie in the recycle bin. */
const RECYCLE_BIN_MILLISECONDS = 15 * 86_400_000;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What changed between two times, for clients that keep a copy. */
export function replicationResources(clock: Clock): readonly Resource[] {
  return [
    { path: 'sobjects/:object/updated', methods: { GET: (call) => listUpdated(call, clock) } },
    { path: 'sobjects/:object/deleted', methods: { GET: (call) => listDeleted(call, clock) } },
  ];
}

async function listUpdated({ session, params, request }: Call, clock: Clock): Promise<ApiResponse> {
  const object = requireObject(session, params.object ?? '');
  const span = readSpan(request.query);
  const rows = await session.rows<{ readonly Id: Id }>(
    soql`SELECT Id FROM ${soqlNames(object.name)} WHERE SystemModstamp >= ${{ dateTime: span.start }}
         AND SystemModstamp < ${{ dateTime: span.end }} ORDER BY Id`,
  );
  return json({ ids: rows.map((row) => row.Id), latestDateCovered: latestCovered(span, clock) });
}

async function listDeleted({ session, params, request, basePath }: Call, clock: Clock): Promise<ApiResponse> {
  const object = requireObject(session, params.object ?? '');
  const span = readSpan(request.query);
  const rows = await allRecords<{ readonly Id: Id; readonly SystemModstamp: string }>(
    session,
    soql`SELECT Id, SystemModstamp FROM ${soqlNames(object.name)} WHERE IsDeleted = true
         AND SystemModstamp >= ${{ dateTime: span.start }} AND SystemModstamp < ${{ dateTime: span.end }}
         ORDER BY Id`,
    { basePath, includeDeleted: true },
  );
  return json({
    deletedRecords: rows.map((row) => ({ id: row.Id, deletedDate: row.SystemModstamp })),
    earliestDateAvailable: dateTime(clock.now() - RECYCLE_BIN_MILLISECONDS),
    latestDateCovered: latestCovered(span, clock),
  });
}

function readSpan(query: URLSearchParams): Span {
  const [start, end] = ['start', 'end'].map((name) => {
    const text = query.get(name);
    if (text === null) throw new MusterError('MISSING_ARGUMENT', `The parameter ${name} is required`);
    const instant = parseInstant(text);
    if (instant === undefined)
      throw new MusterError('INVALID_REPLICATION_DATE', `${name} is no date-time: ${text}`);
    return instant;
  }) as [number, number];
  if (start >= end) throw new MusterError('INVALID_REPLICATION_DATE', 'startDate must come before endDate');
  return { start, end };
}

const latestCovered = ({ end }: Span, clock: Clock): string => dateTime(Math.min(end, clock.now()));

function dateTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}.000+0000`;
}
