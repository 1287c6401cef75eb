import { isActedOn, METADATA_TYPES, type Snapshot, type StandardObject } from '@muster/metadata';
import type { Org, Queryable } from '@muster/store';
import { checkTarget } from '../deploy/check-target.js';
import { readKeptMetadata } from '../deploy/kept-metadata.js';

/** The types a snapshot is made of; parts without files of their own are read as the file that would hold them. */
const TYPES = METADATA_TYPES.filter(({ name, child }) =>
  isActedOn(child === undefined || child.ownFileIn !== undefined ? name : child.type),
).map(({ name }) => name);

/** Reads the org's metadata and its version, in one statement so that they belong together. */
export async function loadSnapshot(
  queryable: Queryable,
  org: Org,
  standardObjects: readonly StandardObject[],
): Promise<Snapshot> {
  const kept = await readKeptMetadata(queryable, org, TYPES);
  return checkTarget({ ...kept, standardObjects }).snapshot;
}
