import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** The chief's figures. */
export function useDashboard() {
  const { recruiting } = useClient();
  return useQuery({ queryKey: keys.dashboard, queryFn: () => recruiting.dashboard(), staleTime: 60_000 });
}
