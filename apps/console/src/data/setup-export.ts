import type { ExportQuery } from '@muster/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** What is to be taken out: one query a file. */
export interface ExportInput {
  readonly queries: readonly string[];
  readonly withDeleted: boolean;
}

/** Files that can be fetched, and where. */
export interface ReadyExport {
  readonly queries: readonly ExportQuery[];
  readonly address: string;
}

/** Which records were taken out as files. */
export function useExports() {
  const { loads } = useClient();
  return useQuery({ queryKey: keys.setupExports, queryFn: () => loads.exports() });
}

/** The objects whose records can be read, by label. */
export function useReadableObjects() {
  const { data } = useClient();
  return useQuery({
    queryKey: keys.setupReadable,
    queryFn: async () => {
      const objects = await data.objects();
      return objects.filter(({ queryable }) => queryable).sort((a, b) => a.label.localeCompare(b.label));
    },
    staleTime: 60_000,
  });
}

/** The fields of an object that fit into a file, in their order. */
export function useExportFields(object: string) {
  const { data } = useClient();
  return useQuery({
    queryKey: keys.setupExportFields(object),
    queryFn: async () => {
      const { fields } = await data.describe(object);
      return fields.filter(({ type, calculated }) => !NOT_IN_FILES.has(type) && !calculated);
    },
    staleTime: 60_000,
  });
}

/** Wholes whose parts are columns, and contents. */
const NOT_IN_FILES = new Set(['address', 'location', 'base64']);

/** Makes the queries of an export. Nothing is taken out before the file is fetched. */
export function usePrepareExport() {
  const { loads } = useClient();
  return useMutation({
    mutationFn: async ({ queries, withDeleted }: ExportInput): Promise<ReadyExport> => {
      const made: ExportQuery[] = [];
      for (const query of queries)
        made.push(await loads.createExport({ query, operation: withDeleted ? 'queryAll' : 'query' }));
      return { queries: made, address: loads.exportAddress(made.map(({ id }) => id)) };
    },
  });
}

/** Looks again at what was taken out, a moment after a file was. */
export function useForgetExports(): () => void {
  const queries = useQueryClient();
  return () => {
    window.setTimeout(() => void queries.invalidateQueries({ queryKey: keys.setupExports }), 1_500);
  };
}
