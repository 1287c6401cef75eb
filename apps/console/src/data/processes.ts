import type { ProcessVersionView } from '@muster/client';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** Hiring processes and their versions. */
export function useProcesses() {
  const { recruiting } = useClient();
  return useQuery({ queryKey: keys.processes, queryFn: () => recruiting.processes() });
}

/** One version, step by step. */
export function useProcessVersion(id: string) {
  const { recruiting } = useClient();
  return useQuery({ queryKey: keys.processVersion(id), queryFn: () => recruiting.processVersion({ id }) });
}

/** Begins a draft from a version. */
export function useDraftProcess() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({ mutationFn: recruiting.draftProcess, onSuccess: (version) => keep(queries, version) });
}

/** Changes steps of a draft. */
export function useChangeDraft() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({ mutationFn: recruiting.changeDraft, onSuccess: (version) => keep(queries, version) });
}

/** Publishes a draft: applications from now on follow it. */
export function usePublishProcess() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.publishProcess,
    onSuccess: (version) => keep(queries, version),
  });
}

/** What moving running applications from one version to another would change. */
export function useMovePreview(fromVersionId: string, toVersionId: string | null) {
  const { recruiting } = useClient();
  return useQuery({
    queryKey: keys.movePreview(fromVersionId, toVersionId ?? ''),
    queryFn: () => recruiting.previewMove({ fromVersionId, toVersionId: toVersionId ?? '' }),
    enabled: toVersionId !== null,
    staleTime: 0,
  });
}

/** Moves running applications; gives what it did. */
export function useMoveApplications() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.moveApplications,
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.mine }),
  });
}

async function keep(queries: QueryClient, version: ProcessVersionView): Promise<void> {
  queries.setQueryData(keys.processVersion(version.id), version);
  await queries.invalidateQueries({ queryKey: keys.processes });
}
