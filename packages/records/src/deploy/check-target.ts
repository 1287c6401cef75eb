import {
  asFileElement,
  type BuiltSnapshot,
  buildSnapshot,
  isActedOn,
  type MetadataDocument,
  type MetadataProblem,
  parseSourceElements,
  type SourceElement,
  type StandardObject,
  sourcePath,
} from '@muster/metadata';
import { documentOf, type KeptComponent } from './kept-metadata.js';

export interface SnapshotParts {
  readonly version: number;
  readonly standardObjects: readonly StandardObject[];
  readonly components: ReadonlyMap<string, KeptComponent>;
  readonly assignedPrefixes: ReadonlyMap<string, string>;
  /** Components at the places of the files they came in; the others are read from what is kept. */
  readonly given?: ReadonlyMap<string, MetadataDocument>;
}

/** A snapshot and what was found while it was built; problems name components by their document keys. */
export interface CheckedSnapshot extends BuiltSnapshot {
  readonly problems: readonly MetadataProblem[];
}

/** Puts components together as the snapshot compilers work with, and checks them as a whole. Pure. */
export function checkTarget(parts: SnapshotParts): CheckedSnapshot {
  const elements: SourceElement[] = [];
  for (const [key, component] of parts.components) {
    if (component.content === undefined) continue;
    const document = parts.given?.get(key) ?? documentOf(component, component.content);
    const root = asFileElement(document);
    if (isActedOn(root.name)) elements.push({ path: sourcePath(document), file: key, root });
  }
  const { version, standardObjects, assignedPrefixes } = parts;
  const { components, problems } = parseSourceElements(elements);
  const built = buildSnapshot({ version, standardObjects, components, assignedPrefixes });
  return { ...built, problems: [...problems, ...built.problems] };
}
