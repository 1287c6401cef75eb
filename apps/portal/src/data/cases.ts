import type { CaseView } from '@muster/client';
import { useFormats } from '@muster/ui';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** The person's own cases, latest first. */
export function useMyCases() {
  const { field } = useClient();
  return useQuery({ queryKey: keys.cases, queryFn: () => field.myCases() });
}

/** One case with its thread. */
export function useMyCase(id: string) {
  const { field } = useClient();
  return useQuery({ queryKey: keys.case(id), queryFn: () => field.myCase({ id }), refetchInterval: 30_000 });
}

/** What support can be asked about. */
export function useCaseTopics() {
  const { field } = useClient();
  const { locale } = useFormats();
  return useQuery({ queryKey: keys.topics(locale), queryFn: () => field.topics(), staleTime: 60 * 60_000 });
}

/** Asks support. */
export function useFileCase() {
  const { field } = useClient();
  const queries = useQueryClient();
  return useMutation({ mutationFn: field.fileCase, onSuccess: (filed) => keepCase(queries, filed) });
}

/** Writes in the thread of a case. */
export function useCaseComment() {
  const { field } = useClient();
  const queries = useQueryClient();
  return useMutation({ mutationFn: field.myCaseComment, onSuccess: (changed) => keepCase(queries, changed) });
}

async function keepCase(queries: QueryClient, changed: CaseView): Promise<void> {
  queries.setQueryData(keys.case(changed.id), changed);
  await queries.invalidateQueries({ queryKey: keys.cases });
}
