import { findType, typesInFolder, typesOfSuffix } from '../registry/find-type.js';
import type { MetadataType } from '../registry/metadata-type.js';

/** What a file of a project is, by its path alone. */
export type FilePlace =
  | { readonly kind: 'component'; readonly type: MetadataType; readonly fullName: string }
  /** The text of a component whose description lies beside it. */
  | { readonly kind: 'body'; readonly type: MetadataType; readonly fullName: string }
  /** A part of something a deploy passes over: a file of a bundle, the code of a class. */
  | { readonly kind: 'skipped'; readonly type: MetadataType; readonly fullName: string }
  /** A description of a type that is not known here. */
  | { readonly kind: 'unknown' };

const META = '-meta.xml';

/**
 * What a file holds: source format (`X.object-meta.xml`, parts in files of their own) and mdapi format (`X.object`) are
 * told apart by the file's name, so they may be mixed. Undefined for a file that is no metadata.
 */
export function placeOfFile(path: string): FilePlace | undefined {
  const segments = path.split('/');
  const file = segments.at(-1) ?? '';
  const isMeta = file.endsWith(META);
  const name = isMeta ? file.slice(0, -META.length) : file;
  const dot = name.lastIndexOf('.');
  const suffix = dot < 0 ? '' : name.slice(dot + 1);
  const own = dot < 0 ? name : name.slice(0, dot);
  const home = nearestFolder(segments.slice(0, -1));

  const type = typesOfSuffix(suffix).find((each) => fits(each, home));
  if (type !== undefined) return placeOf(type, own, segments, home, isMeta);
  const folder =
    isMeta && home !== undefined ? home.types.find((each) => each.folderType !== undefined) : undefined;
  const folderType = folder?.folderType === undefined ? undefined : findType(folder.folderType);
  if (folderType !== undefined) return placeOf(folderType, own, segments, home, isMeta);
  const passed = home?.types.find((each) => each.skipped !== undefined);
  if (passed !== undefined) {
    const below = segments.slice((home?.at ?? 0) + 1);
    return { kind: 'skipped', type: passed, fullName: (below[0] ?? own).split('.')[0] ?? own };
  }
  return isMeta ? { kind: 'unknown' } : undefined;
}

interface Home {
  /** Index of the folder among the segments of the path. */
  readonly at: number;
  readonly types: readonly MetadataType[];
}

/** The folder nearest to the file that types have their files in. */
function nearestFolder(folders: readonly string[]): Home | undefined {
  for (let at = folders.length - 1; at >= 0; at -= 1) {
    const types = typesInFolder(folders[at] ?? '');
    if (types.length > 0) return { at, types };
  }
  return undefined;
}

/** Parts lie below the folder of the type they are a part of. */
function fits(type: MetadataType, home: Home | undefined): boolean {
  const owner = type.child?.type ?? type.name;
  if (type.child !== undefined && type.child.ownFileIn === undefined) return false;
  return home?.types.some(({ name }) => name === owner) ?? false;
}

function placeOf(
  type: MetadataType,
  own: string,
  segments: readonly string[],
  home: Home | undefined,
  isMeta: boolean,
): FilePlace {
  const fullName = fullNameOf(type, own, segments, home);
  if (type.skipped !== undefined) return { kind: 'skipped', type, fullName };
  return { kind: type.hasBody && !isMeta ? 'body' : 'component', type, fullName };
}

function fullNameOf(
  type: MetadataType,
  own: string,
  segments: readonly string[],
  home: Home | undefined,
): string {
  const below = segments.slice((home?.at ?? 0) + 1, -1);
  if (type.child !== undefined) return `${below[0] ?? ''}.${own}`;
  const isFoldered = type.folderType !== undefined || type.listedAs !== undefined;
  return isFoldered ? [...below, own].join('/') : own;
}
