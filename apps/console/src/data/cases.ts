import type { CaseQuery, CaseView } from '@muster/client';
import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** The queues of support and the cases of one of them. */
export function useCases(query: CaseQuery) {
  const { field } = useClient();
  return useQuery({
    queryKey: keys.cases(query),
    queryFn: () => field.cases(query),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

/** One case with its thread and the person. */
export function useCase(id: string) {
  const { field } = useClient();
  return useQuery({
    queryKey: keys.case(id),
    queryFn: () => field.case({ id }),
    refetchInterval: 30_000,
  });
}

/** Writes in the thread, and solves the case when asked to. */
export function useAnswerCase() {
  const { field } = useClient();
  const queries = useQueryClient();
  return useMutation({ mutationFn: field.answerCase, onSuccess: (changed) => keep(queries, changed) });
}

/** Takes a case on. */
export function useAssignCase() {
  const { field } = useClient();
  const queries = useQueryClient();
  return useMutation({ mutationFn: field.assignCase, onSuccess: (changed) => keep(queries, changed) });
}

async function keep(queries: QueryClient, changed: CaseView): Promise<void> {
  queries.setQueryData(keys.case(changed.id), changed);
  await queries.invalidateQueries({ queryKey: keys.allCases });
}

/** Looks at a case again at once, after somebody else changed it. */
export function useReadAgain(): (id: string) => void {
  const queries = useQueryClient();
  return (id) => void queries.invalidateQueries({ queryKey: keys.case(id) });
}
