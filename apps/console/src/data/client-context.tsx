import type { MusterClient } from '@muster/client';
import { createContext, type ReactNode, useContext } from 'react';

const ClientContext = createContext<MusterClient | null>(null);

/** Gives every page the way to the server. */
export function ClientProvider({
  client,
  children,
}: {
  readonly client: MusterClient;
  readonly children: ReactNode;
}) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The typed way to the server. */
export function useClient(): MusterClient {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient is outside ClientProvider.');
  return client;
}
