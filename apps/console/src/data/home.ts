import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** The work queues, looked at again every minute. */
export function useHome() {
  const { recruiting } = useClient();
  return useQuery({ queryKey: keys.home, queryFn: () => recruiting.home(), refetchInterval: 60_000 });
}
