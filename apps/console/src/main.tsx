import { createClient } from '@muster/client';
import { applyTheme, readProblem, readTheme } from '@muster/ui';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ClientProvider } from './data/client-context.js';
import { keys } from './data/keys.js';
import { AppRoot } from './frame/app-root.js';
import { ConsoleRoutes } from './routes.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

applyTheme(readTheme());
const queries = createQueries();

createRoot(root).render(
  <StrictMode>
    <ClientProvider client={createClient({ app: 'console' })}>
      <QueryClientProvider client={queries}>
        <BrowserRouter basename="/console">
          <AppRoot>
            <ConsoleRoutes />
          </AppRoot>
        </BrowserRouter>
      </QueryClientProvider>
    </ClientProvider>
  </StrictMode>,
);

/** Server state. A session that ended is noticed at the first answer that says so. */
function createQueries(): QueryClient {
  const onError = (error: unknown) => {
    if (readProblem(error).kind === 'SignedOut') void client.invalidateQueries({ queryKey: keys.session });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && readProblem(error).kind === 'Failed',
      },
    },
  });
  return client;
}
