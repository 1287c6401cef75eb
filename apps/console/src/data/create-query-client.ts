import { isPassing, readProblem } from '@muster/ui';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keys } from './keys.js';

/** What the page knows of the server. A session that ended is noticed at the first answer that says so. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (readProblem(error).kind === 'SignedOut') void client.invalidateQueries({ queryKey: keys.session });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Without a network a request fails at once and says so; it does not wait unseen for a better time.
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (failures, error) => failures < 1 && isPassing(readProblem(error)),
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
