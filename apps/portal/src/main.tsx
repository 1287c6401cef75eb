import { createClient } from '@muster/client';
import { applyTheme, isPassing, readProblem, readTheme } from '@muster/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ClientProvider } from './data/client-context.js';
import { PortalRoutes } from './routes.js';
import './styles/portal.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

applyTheme(readTheme());
const queryClient = new QueryClient({
  defaultOptions: {
    // Without a network a request fails at once and says so; it does not wait unseen for a better time.
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      retry: (count, error) => count < 1 && isPassing(readProblem(error)),
    },
    mutations: { networkMode: 'always' },
  },
});

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ClientProvider client={createClient({ app: 'portal' })}>
        <BrowserRouter basename="/portal">
          <PortalRoutes />
        </BrowserRouter>
      </ClientProvider>
    </QueryClientProvider>
  </StrictMode>,
);
