import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';
import type { DeployResult } from './deploy-result.js';

export interface EndedDeploy {
  /** How it came in. */
  readonly origin: 'api' | 'command' | 'installation';
  readonly options: Readonly<Record<string, unknown>>;
  readonly result: DeployResult;
  readonly author?: string;
}

/** Adds a deploy that is done to the org's history. */
export async function recordDeploy(
  queryable: Queryable,
  org: Org,
  { origin, options, result, author }: EndedDeploy,
): Promise<void> {
  await queryable.rows({
    text: `insert into ${quoteIdent(org.schema)}._deploy
        (kind, status, origin, options, result, requested_by, started_at, completed_at)
      values ('deploy', $1, $2, $3::jsonb, $4::jsonb, $5, now(), now())`,
    values: [
      result.succeeded ? 'Succeeded' : 'Failed',
      origin,
      JSON.stringify(options),
      JSON.stringify(result),
      author ?? null,
    ],
  });
}
