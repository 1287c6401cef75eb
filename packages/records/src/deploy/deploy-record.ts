import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';
import type { DeployOutcome } from './deploy-result.js';

/** How a deploy is asked for, and by whom. */
export interface DeployRequest {
  /** How it came in. */
  readonly origin: 'api' | 'command' | 'installation';
  /** As they were asked for; an API client reads them back. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Id of the user it is done for. */
  readonly author?: string | undefined;
  /** The entry of a deploy that waited as a job; another gets a new one. */
  readonly number?: number | undefined;
}

/** The entry of a deploy was withdrawn while it was worked on. */
export class DeployCanceled extends Error {}

/**
 * Keeps a deploy that is done in the org's history and gives its number.
 * @throws DeployCanceled when its entry does not wait for it any more
 */
export async function recordDeploy(
  queryable: Queryable,
  org: Org,
  { origin, options, author, number }: DeployRequest,
  outcome: DeployOutcome,
): Promise<number> {
  const table = `${quoteIdent(org.schema)}._deploy`;
  const status = outcome.succeeded ? 'Succeeded' : 'Failed';
  const result = JSON.stringify(outcome);
  if (number === undefined) {
    const [row] = await queryable.rows({
      text: `insert into ${table} (kind, status, origin, options, result, requested_by, started_at, completed_at)
        values ('deploy', $1, $2, $3::jsonb, $4::jsonb, $5, now(), clock_timestamp()) returning number`,
      values: [status, origin, JSON.stringify(options), result, author ?? null],
    });
    return Number(row?.[0]);
  }
  const rows = await queryable.rows({
    text: `update ${table} set status = $2, result = $3::jsonb, completed_at = clock_timestamp()
      where number = $1 and status = 'InProgress' returning number`,
    values: [String(number), status, result],
  });
  if (rows.length === 0) throw new DeployCanceled();
  return number;
}
