import { type BrowserSession, createClient } from '@muster/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { ClientProvider } from '../data/client-context.js';
import { isUserPermission, type Permission } from '../data/permission.js';
import { AppRoot } from '../frame/app-root.js';
import { ConsoleRoutes } from '../routes.js';
import { type Answer, type Call, fakeNetwork } from './fake-network.js';

/** A session of Tomas, who holds these permissions; null for a guest. */
export function sessionOf(permissions: readonly Permission[] | null): BrowserSession {
  return {
    user:
      permissions === null
        ? null
        : {
            id: '005',
            username: 'tomas@agency.test',
            name: 'Tomas Keller',
            kind: 'internal',
            contactId: null,
            profile: 'Standard',
            language: 'en',
            timeZone: 'UTC',
            orgId: '00D',
          },
    csrf: 'token',
    permissions: (permissions ?? []).filter((permission) => !isUserPermission(permission)),
    userPermissions: (permissions ?? []).filter(isUserPermission),
    apps: permissions === null ? ['portal'] : ['console', 'portal'],
    demo: false,
    agency: { name: 'Marrenfell' },
  };
}

/** The console at an address, over a network that gives these answers. Gives what was asked of the network. */
export function renderConsole(
  path: string,
  permissions: readonly Permission[] | null,
  answers: Readonly<Record<string, Answer>> = {},
): readonly Call[] {
  const { fetch, calls } = fakeNetwork({ session: sessionOf(permissions), ...answers });
  const page = (
    <AppRoot>
      <ConsoleRoutes />
    </AppRoot>
  );
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [path] });
  render(
    <ClientProvider client={createClient({ app: 'console', fetch })}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ClientProvider>,
  );
  return calls;
}
