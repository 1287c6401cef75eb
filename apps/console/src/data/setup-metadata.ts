import type {
  ComponentDescription,
  ComponentEntry,
  ComponentInput,
  ComponentInputValue,
  DeployInFull,
  DeployInput,
} from '@muster/client';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** The elements of a component, as they are read and sent. */
export type Elements = ComponentInput['metadata'];
export type ElementValue = ComponentInputValue;

/** A change of metadata as Setup makes it: all of it or nothing. */
export type MetadataChange = Pick<DeployInput, 'components' | 'deletions'>;

/** The components of a type, by name. */
export function useComponents(type: string) {
  const { metadata } = useClient();
  return useQuery({
    queryKey: keys.setupComponents(type),
    queryFn: (): Promise<readonly ComponentEntry[]> => metadata.list(type),
  });
}

/** The components of a type with their elements: all, or the parts and layouts of one object. */
export function useDescribedComponents(type: string, of?: string) {
  const { metadata } = useClient();
  return useQuery({
    queryKey: keys.setupDescribed(type, of ?? null),
    queryFn: (): Promise<readonly ComponentDescription[]> => metadata.describe(type, of),
  });
}

/** Tries a change on the data there is, or makes it. After a change everything is read anew: pages are made of metadata. */
export function useChangeMetadata() {
  const { metadata } = useClient();
  const queries = useQueryClient();
  return {
    check: useMutation({
      mutationFn: (change: MetadataChange) => metadata.deploy({ ...change, checkOnly: true }),
    }),
    save: useMutation({
      mutationFn: (change: MetadataChange) => metadata.deploy(change),
      // Not waited for: the page that saved leaves before what it showed is read anew, or is no longer there.
      onSuccess: (result: DeployInFull) => {
        if (result.success) void forget(queries);
      },
    }),
  };
}

function forget(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: keys.mine });
}
