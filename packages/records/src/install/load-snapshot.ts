import { MusterError, MusterErrors } from '@muster/kernel';
import {
  type BuiltSnapshot,
  buildSnapshot,
  type MetadataProblem,
  parseSourceFiles,
  printProblem,
  type Snapshot,
  type StandardObject,
} from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';

/** What an org's `_metadata` table holds: files in source format, and the key prefixes its own objects were given. */
export interface KeptMetadata {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly assignedPrefixes: ReadonlyMap<string, string>;
}

export const SOURCE_FILE = 'SourceFile';
export const KEY_PREFIX = 'KeyPrefix';

/** Reads the org's metadata and its version, in one statement so that they belong together. */
export async function loadSnapshot(
  queryable: Queryable,
  org: Org,
  standardObjects: readonly StandardObject[],
): Promise<Snapshot> {
  const schema = quoteIdent(org.schema);
  const rows = await queryable.rows({
    text: `select v.metadata_version, m.type, m.full_name, m.content
      from ${schema}._org_version v left join ${schema}._metadata m on true order by m.type, m.key`,
    values: [],
  });
  const files: { path: string; text: string }[] = [];
  const assignedPrefixes = new Map<string, string>();
  for (const [, type, name, content] of rows) {
    if (type === SOURCE_FILE) files.push({ path: name as string, text: content as string });
    if (type === KEY_PREFIX) assignedPrefixes.set(name as string, content as string);
  }
  return builtSnapshot(Number(rows[0]?.[0]), standardObjects, { files, assignedPrefixes }).snapshot;
}

/** @throws MusterErrors naming file, line and member of everything that does not fit together. */
export function builtSnapshot(
  version: number,
  standardObjects: readonly StandardObject[],
  { files, assignedPrefixes }: KeptMetadata,
): BuiltSnapshot {
  const { components, problems } = parseSourceFiles(files);
  const built = buildSnapshot({ version, standardObjects, components, assignedPrefixes });
  refuseErrors([...problems, ...built.problems]);
  return built;
}

/** @throws MusterErrors when any problem is an error; warnings are let through. */
export function refuseErrors(problems: readonly MetadataProblem[]): void {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    throw new MusterErrors(
      errors.map((problem) => new MusterError('FIELD_INTEGRITY_EXCEPTION', printProblem(problem))),
    );
  }
}
