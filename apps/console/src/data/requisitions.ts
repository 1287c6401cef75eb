import type { RequisitionRow } from '@muster/client';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** Requisitions with their postings. */
export function useRequisitions() {
  const { recruiting } = useClient();
  return useQuery({ queryKey: keys.requisitions, queryFn: () => recruiting.requisitions() });
}

/** What a requisition and a posting are put together from. */
export function useRequisitionChoices() {
  const { recruiting } = useClient();
  return useQuery({
    queryKey: keys.requisitionChoices,
    queryFn: () => recruiting.requisitionChoices(),
    staleTime: 5 * 60_000,
  });
}

/** Opens a requisition. */
export function useCreateRequisition() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({ mutationFn: recruiting.createRequisition, onSuccess: (rows) => keep(queries, rows) });
}

/** Publishes a posting of a requisition. */
export function usePublishPosting() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({ mutationFn: recruiting.publishPosting, onSuccess: (rows) => keep(queries, rows) });
}

/** Takes a posting off the vacancies at once. */
export function useClosePosting() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({ mutationFn: recruiting.closePosting, onSuccess: (rows) => keep(queries, rows) });
}

function keep(queries: QueryClient, rows: readonly RequisitionRow[]): void {
  queries.setQueryData(keys.requisitions, rows);
}
