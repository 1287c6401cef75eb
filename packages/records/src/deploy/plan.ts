import type { MetadataDocument, MetadataProblem } from '@muster/metadata';
import type { ComponentResult } from './deploy-result.js';
import type { KeptComponent } from './kept-metadata.js';

/** What an org's metadata is to become, and what that does to each component. */
export interface MetadataPlan {
  /** All components, by document key. */
  readonly target: ReadonlyMap<string, KeptComponent>;
  /** What was given, by document key, at the places of its files. */
  readonly given: ReadonlyMap<string, MetadataDocument>;
  /** By document key. */
  readonly results: ReadonlyMap<string, ComponentResult>;
  /** What is wrong with files that belong to no component. */
  readonly problems: readonly MetadataProblem[];
}

/** A result that says nothing is wrong. */
export function goodResult(
  { type, fullName, file }: Pick<MetadataDocument, 'type' | 'fullName' | 'file'>,
  status: ComponentResult['status'],
  more: Pick<ComponentResult, 'note' | 'kept'> = {},
): ComponentResult {
  return { type: type.name, fullName, file, status, ...more, problems: [] };
}
