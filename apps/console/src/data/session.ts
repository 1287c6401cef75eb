import type { BrowserSession } from '@muster/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from './client-context.js';
import { keys } from './keys.js';
import { isUserPermission, type Permission } from './permission.js';

export type Person = NonNullable<BrowserSession['user']>;

/** Who is signed in, and what they may do. */
export function useSession() {
  const client = useClient();
  return useQuery({
    queryKey: keys.session,
    queryFn: () => client.auth.session(),
    staleTime: 5 * 60_000,
  });
}

/** Whether the signed-in person holds a permission. */
export function useCan(): (permission: Permission) => boolean {
  const { data: session } = useSession();
  return useMemo(() => canOf(session), [session]);
}

/** Which permissions a session holds: custom ones, and those of the platform. */
export function canOf(session: BrowserSession | undefined): (permission: Permission) => boolean {
  const { permissions = [], userPermissions = [] } = session ?? {};
  return (permission) => (isUserPermission(permission) ? userPermissions : permissions).includes(permission);
}

/** Signing in with e-mail address and password. */
export function useSignIn() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: client.auth.login,
    onSuccess: (session) => {
      queries.removeQueries({ queryKey: keys.mine });
      queries.setQueryData(keys.session, session);
    },
  });
}

/** Whose password a link out of a mail sets. */
export function usePasswordLink(link: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['password-link', link],
    queryFn: () => client.auth.passwordLink({ link }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Sets the password of a link and signs its person in. */
export function useSetPassword() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: client.auth.setPassword,
    onSuccess: (session) => {
      queries.removeQueries({ queryKey: keys.mine });
      queries.setQueryData(keys.session, session);
    },
  });
}

/** Mails a link for a new password to whoever says they forgot theirs. */
export function useForgotPassword() {
  const client = useClient();
  return useMutation({ mutationFn: client.auth.forgotPassword });
}

/** Keeps the language with the person; what the server writes is read again in it. */
export function useSaveLanguage() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (language: 'en' | 'es') => client.auth.language({ language }),
    onSuccess: async (session) => {
      queries.setQueryData(keys.session, session);
      // What is on its way still comes in the language of before.
      await queries.cancelQueries({ queryKey: keys.mine });
      await queries.invalidateQueries({ queryKey: keys.mine });
    },
  });
}

/** Signing out; nothing of the person stays in the page. */
export function useSignOut() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.auth.logout(),
    onSuccess: async () => {
      sessionStorage.clear();
      queries.removeQueries({ queryKey: keys.mine });
      await queries.resetQueries({ queryKey: keys.session });
    },
  });
}
