import { KEPT_TYPES } from './kept-types.js';
import type { MetadataType } from './metadata-type.js';
import { SKIPPED_TYPES } from './skipped-types.js';

/** Every type of the Metadata API that is known here: those an org keeps, then those a deploy passes over. */
export const METADATA_TYPES: readonly MetadataType[] = [...KEPT_TYPES, ...SKIPPED_TYPES];

const byName = new Map(METADATA_TYPES.map((type) => [type.name.toLowerCase(), type]));
const byFolder = groupBy((type) => type.folder);
const bySuffix = groupBy((type) => type.suffix);
const children = groupBy((type) => type.child?.type);

/** The type of this name, in any case; undefined when it is not known. */
export function findType(name: string): MetadataType | undefined {
  return byName.get(name.toLowerCase());
}

/** The types whose files lie in a folder of this name: `Report` and `ReportFolder` in `reports`. */
export function typesInFolder(folder: string): readonly MetadataType[] {
  return byFolder.get(folder) ?? [];
}

/** The types whose files end in this suffix. */
export function typesOfSuffix(suffix: string): readonly MetadataType[] {
  return bySuffix.get(suffix) ?? [];
}

/** The types that are parts of another: `CustomField` and its like for `CustomObject`. */
export function childTypes(type: string): readonly MetadataType[] {
  return children.get(type) ?? [];
}

function groupBy(keyOf: (type: MetadataType) => string | undefined): ReadonlyMap<string, MetadataType[]> {
  const groups = new Map<string, MetadataType[]>();
  for (const type of METADATA_TYPES) {
    const key = keyOf(type);
    if (key === undefined) continue;
    groups.set(key, [...(groups.get(key) ?? []), type]);
  }
  return groups;
}
