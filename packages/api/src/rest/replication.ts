import { type Clock, type Id, MusterError } from '@muster/kernel';
import { parseInstant } from '@muster/metadata';
import type { Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import { requireObject } from '../objects.js';
import { allRecords } from '../query/all-records.js';
import type { Call, Resource } from '../resource.js';
import { json } from '../responses.js';

/** Deleted records are named for as long as they lie in the recycle bin. */
const RECYCLE_BIN_MILLISECONDS = 15 * 86_400_000;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What changed between two times, for clients that keep a copy. */
export function replicationResources(clock: Clock): readonly Resource[] {
  const asked = ({ params, request }: Call) =>
    [params.object ?? '', readSpan((name) => request.query.get(name)), clock] as const;
  return [
    {
      path: 'sobjects/:object/updated',
      methods: { GET: async (call) => json(await updatedBetween(call.session, ...asked(call))) },
    },
    {
      path: 'sobjects/:object/deleted',
      methods: {
        GET: async (call) => json(await deletedBetween(call.session, ...asked(call), call.basePath)),
      },
    },
  ];
}

/** Ids of the records that were made or changed. @throws MusterError NOT_FOUND */
export async function updatedBetween(session: Session, objectName: string, span: Span, clock: Clock) {
  const object = requireObject(session, objectName);
  const rows = await session.rows<{ readonly Id: Id }>(
    soql`SELECT Id FROM ${soqlNames(object.name)} WHERE SystemModstamp >= ${{ dateTime: span.start }}
         AND SystemModstamp < ${{ dateTime: span.end }} ORDER BY Id`,
  );
  return { ids: rows.map((row) => row.Id), latestDateCovered: latestCovered(span, clock) };
}

/** The records that were deleted and are still in the recycle bin. @throws MusterError NOT_FOUND */
export async function deletedBetween(
  session: Session,
  objectName: string,
  span: Span,
  clock: Clock,
  basePath: string,
) {
  const object = requireObject(session, objectName);
  const rows = await allRecords<{ readonly Id: Id; readonly SystemModstamp: string }>(
    session,
    soql`SELECT Id, SystemModstamp FROM ${soqlNames(object.name)} WHERE IsDeleted = true
         AND SystemModstamp >= ${{ dateTime: span.start }} AND SystemModstamp < ${{ dateTime: span.end }}
         ORDER BY Id`,
    { basePath, includeDeleted: true },
  );
  return {
    deletedRecords: rows.map((row) => ({ id: row.Id, deletedDate: row.SystemModstamp })),
    earliestDateAvailable: dateTime(clock.now() - RECYCLE_BIN_MILLISECONDS),
    latestDateCovered: latestCovered(span, clock),
  };
}

/** Reads the times a client named `start` and `end`. @throws MusterError MISSING_ARGUMENT, INVALID_REPLICATION_DATE */
export function readSpan(textOf: (name: 'start' | 'end') => string | null): Span {
  const [start, end] = (['start', 'end'] as const).map((name) => {
    const text = textOf(name);
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
