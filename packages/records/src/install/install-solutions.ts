import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { fold, type Log } from '@muster/kernel';
import type { SourceFile, StandardObject } from '@muster/metadata';
import { PLATFORM_STANDARD_OBJECTS, readSourceFiles, readStandardObjects } from '@muster/metadata/node';
import { quoteIdent } from '@muster/sql';
import { type Database, deployTables, type Org, type Transaction } from '@muster/store';
import type { Solution } from '../operation.js';
import { builtSnapshot, KEY_PREFIX, loadSnapshot, refuseErrors, SOURCE_FILE } from './load-snapshot.js';

/** The platform's own metadata: the profiles every org has. */
const PLATFORM_METADATA = new URL('../../metadata/', import.meta.url);

export type SolutionFiles = Pick<Solution, 'name' | 'version' | 'standardObjects' | 'metadata'>;

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly standardObjects: readonly StandardObject[];
  readonly files: readonly SourceFile[];
}

export interface Installed {
  readonly standardObjects: readonly StandardObject[];
  /** Whether anything was deployed; false when the org already had all of it. */
  readonly changed: boolean;
  /** Names of the solutions that were new to the org. */
  readonly added: readonly string[];
}

/**
 * Deploys the platform's and the solutions' metadata to an org, tables included, in one transaction. A second call
 * with the same files does nothing.
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
  if (isCurrent) return { standardObjects, changed: false, added: [] };

  const files = shipped.flatMap((part) => part.files);
  const taken = await takenPrefixes(database, org);
  const target = builtSnapshot(0, standardObjects, { files, assignedPrefixes: taken });
  const current = installed.size > 0 ? await loadSnapshot(database, org, standardObjects) : undefined;
  await deployTables(database, org, { current, target: target.snapshot }, (transaction, version) =>
    keepMetadata(transaction, org, shipped, target.assignedPrefixes, version),
  );
  log.info(
    { solutions: shipped.map((part) => part.name), objects: target.snapshot.objects.size },
    'Installed metadata',
  );
  return {
    standardObjects,
    changed: true,
    added: shipped.map((part) => part.name).filter((name) => !installed.has(name)),
  };
}

async function readShipped(solution: SolutionFiles): Promise<Shipped> {
  const objects = solution.standardObjects
    ? await readStandardObjects(solution.standardObjects)
    : { standardObjects: [], problems: [] };
  const source = await readSourceFiles(fileURLToPath(solution.metadata));
  refuseErrors([...objects.problems, ...source.problems]);
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

async function takenPrefixes(database: Database, org: Org): Promise<Map<string, string>> {
  const rows = await database.rows({
    text: `select full_name, content from ${quoteIdent(org.schema)}._metadata where type = $1`,
    values: [KEY_PREFIX],
  });
  return new Map(rows.map(([name, prefix]) => [name as string, prefix as string]));
}

async function keepMetadata(
  transaction: Transaction,
  org: Org,
  shipped: readonly Shipped[],
  prefixes: ReadonlyMap<string, string>,
  version: number,
): Promise<void> {
  const schema = quoteIdent(org.schema);
  const files = shipped.flatMap((part) => part.files.map((file) => ({ ...file, solution: part.name })));
  await transaction.rows({
    text: `delete from ${schema}._metadata where type = $1 and solution is not null`,
    values: [SOURCE_FILE],
  });
  await transaction.rows({
    text: `insert into ${schema}._metadata (type, key, full_name, format, content, solution, shipped_content, version)
      select $1, k, n, 'xml', c, s, c, $2::bigint from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as f(k, n, c, s)`,
    values: [
      SOURCE_FILE,
      version,
      files.map((file) => fold(file.path)),
      files.map((file) => file.path),
      files.map((file) => file.text),
      files.map((file) => file.solution),
    ],
  });
  await transaction.rows({
    text: `insert into ${schema}._metadata (type, key, full_name, format, content, version)
      select $1, k, n, 'text', p, $2::bigint from unnest($3::text[], $4::text[], $5::text[]) as f(k, n, p)
      on conflict (type, key) do nothing`,
    values: [
      KEY_PREFIX,
      version,
      [...prefixes.keys()].map(fold),
      [...prefixes.keys()],
      [...prefixes.values()],
    ],
  });
  await transaction.rows({
    text: `insert into ${schema}._solution (name, version) select * from unnest($1::text[], $2::text[])
      on conflict (name) do update set version = excluded.version, installed_at = now()`,
    values: [shipped.map((part) => part.name), shipped.map((part) => part.version)],
  });
}
