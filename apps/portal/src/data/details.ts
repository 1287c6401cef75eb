import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** How the person can be reached, and in which language. */
export function useMyDetails({ isOn = true }: { readonly isOn?: boolean } = {}) {
  const { recruiting } = useClient();
  return useQuery({ queryKey: keys.details, queryFn: () => recruiting.myDetails(), enabled: isOn });
}

/** Saves the details. Another language changes what the server writes, so everything is read again. */
export function useSaveDetails() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.saveMyDetails,
    onSuccess: async (details) => {
      const { language: before } = queries.getQueryData<{ language: string }>(keys.details) ?? {};
      queries.setQueryData(keys.details, details);
      if (before !== details.language) await queries.invalidateQueries();
    },
  });
}
