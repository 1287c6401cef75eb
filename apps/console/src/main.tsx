import { createClient } from '@muster/client';
import { applyTheme, readTheme } from '@muster/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ClientProvider } from './data/client-context.js';
import { createQueryClient } from './data/create-query-client.js';
import { AppRoot } from './frame/app-root.js';
import { fetchPageAt } from './page-code.js';
import { ConsoleRoutes } from './routes.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

fetchPageAt(window.location.pathname);
applyTheme(readTheme());

const page = (
  <AppRoot>
    <ConsoleRoutes />
  </AppRoot>
);
const router = createBrowserRouter([{ path: '*', element: page }], { basename: '/console' });

createRoot(root).render(
  <StrictMode>
    <ClientProvider client={createClient({ app: 'console' })}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ClientProvider>
  </StrictMode>,
);
