import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type Log, MusterError, MusterErrors } from '@muster/kernel';
import {
  documentKey,
  type MetadataProblem,
  printProblem,
  readPackage,
  type StandardObject,
} from '@muster/metadata';
import { PLATFORM_STANDARD_OBJECTS, readSourceFiles, readStandardObjects } from '@muster/metadata/node';
import { quoteIdent } from '@muster/sql';
import type { Database, Org, Transaction } from '@muster/store';
import { applyPlan } from '../deploy/apply-plan.js';
import type { ComponentResult, DeployResult } from '../deploy/deploy-result.js';
import { planUpgrade, type Release } from '../deploy/plan-upgrade.js';
import type { Solution } from '../operation.js';

/** The platform's own metadata: the profiles every org has. */
const PLATFORM_METADATA = new URL('../../metadata/', import.meta.url);

export type SolutionFiles = Pick<Solution, 'name' | 'version' | 'standardObjects' | 'metadata'>;

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly standardObjects: readonly StandardObject[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

export interface Installed {
  readonly standardObjects: readonly StandardObject[];
  /** Whether anything was deployed; false when the org already had all of it. */
  readonly changed: boolean;
  /** What the org had changed of what the solutions ship, and keeps. */
  readonly kept: readonly Pick<ComponentResult, 'type' | 'fullName' | 'kept'>[];
}

/**
 * Deploys the platform's and the solutions' metadata to an org, tables included, in one transaction; what the org has
 * changed since the last time stays. A second call with the same files does nothing.
 * @throws MusterErrors for metadata that does not fit together; the org stays as it was.
 */
export async function installSolutions(
  database: Database,
  org: Org,
  solutions: readonly SolutionFiles[],
  log: Log,
): Promise<Installed> {
  const shipped = [
    await readShipped({
      name: 'platform',
      version: '0.1.0',
      standardObjects: PLATFORM_STANDARD_OBJECTS,
      metadata: PLATFORM_METADATA,
    }),
    ...(await Promise.all(solutions.map(readShipped))),
  ];
  const standardObjects = shipped.flatMap((part) => part.standardObjects);
  const installed = await installedVersions(database, org);
  const isCurrent = shipped.every((part) => installed.get(part.name) === part.version);
  if (isCurrent) return { standardObjects, changed: false, kept: [] };

  const release = releaseOf(shipped);
  const result = await applyPlan(
    { database, org, standardObjects },
    (metadata) => planUpgrade(metadata, release),
    {
      origin: 'installation',
      options: {},
      always: true,
      also: (transaction) => keepVersions(transaction, org, shipped),
    },
  );
  refuseFailures(result);
  const kept = result.components.filter((component) => component.kept !== undefined);
  log.info({ solutions: shipped.map((part) => part.name), version: result.version }, 'Installed metadata');
  for (const { type, fullName, kept: what } of kept)
    log.info({ type, fullName, kept: what }, 'What the org had changed was kept');
  return { standardObjects, changed: true, kept };
}

/** The components all solutions ship together: several add rights to one profile. */
function releaseOf(shipped: readonly Shipped[]): Release {
  const origins = new Map<string, string>();
  for (const { name, files } of shipped) {
    for (const document of readPackage(files, undefined).documents) {
      const key = documentKey(document);
      const others = origins.get(key);
      origins.set(key, others === undefined ? name : `${others}+${name}`);
    }
  }
  const pack = readPackage(
    shipped.flatMap((part) => part.files),
    undefined,
  );
  refuseProblems(pack.problems);
  return { pack, origins, solutions: new Set(shipped.map((part) => part.name)) };
}

async function readShipped(solution: SolutionFiles): Promise<Shipped> {
  const objects = solution.standardObjects
    ? await readStandardObjects(solution.standardObjects)
    : { standardObjects: [], problems: [] };
  const source = await readSourceFiles(fileURLToPath(solution.metadata));
  refuseProblems([...objects.problems, ...source.problems].filter(({ severity }) => severity === 'error'));
  const files = source.files.map((file) => ({ path: `${solution.name}/${file.path}`, text: file.text }));
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([objects.standardObjects, files]))
    .digest('hex');
  return {
    name: solution.name,
    version: `${solution.version}+${fingerprint.slice(0, 12)}`,
    standardObjects: objects.standardObjects,
    files,
  };
}

async function installedVersions(database: Database, org: Org): Promise<Map<string, string>> {
  const rows = await database.rows({
    text: `select name, version from ${quoteIdent(org.schema)}._solution`,
    values: [],
  });
  return new Map(rows.map(([name, version]) => [name as string, version as string]));
}

/** The versions that are installed now. */
async function keepVersions(transaction: Transaction, org: Org, shipped: readonly Shipped[]): Promise<void> {
  await transaction.rows({
    text: `insert into ${quoteIdent(org.schema)}._solution (name, version) select * from unnest($1::text[], $2::text[])
      on conflict (name) do update set version = excluded.version, installed_at = now()`,
    values: [shipped.map((part) => part.name), shipped.map((part) => part.version)],
  });
}

/** Metadata of our own has to fit together whole; even a warning about its files is a mistake. */
function refuseProblems(problems: readonly MetadataProblem[]): void {
  if (problems.length === 0) return;
  throw new MusterErrors(
    problems.map((problem) => new MusterError('FIELD_INTEGRITY_EXCEPTION', printProblem(problem))),
  );
}

function refuseFailures({ components }: DeployResult): void {
  const failed = components.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return;
  throw new MusterErrors(
    failed.flatMap(({ file, fullName, problems }) =>
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ line, message }) => {
          const place = line === undefined ? file : `${file}:${line}`;
          return new MusterError('FIELD_INTEGRITY_EXCEPTION', `${place} ${fullName}: ${message}`);
        }),
    ),
  );
}
