import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** Views of the applicants list, the reader's own and shared ones. */
export function useSavedViews() {
  const { recruiting } = useClient();
  return useQuery({ queryKey: keys.savedViews, queryFn: () => recruiting.savedViews(), staleTime: 60_000 });
}

/** Keeps the filters in use under a name. */
export function useSaveView() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.saveView,
    onSuccess: (views) => queries.setQueryData(keys.savedViews, views),
  });
}

/** Deletes one of the reader's own views. */
export function useDeleteView() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.deleteView,
    onSuccess: (views) => queries.setQueryData(keys.savedViews, views),
  });
}
