import type { BrowserSession } from '@muster/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

export type Person = NonNullable<BrowserSession['user']>;

/** Who is signed in. */
export function useSession() {
  const client = useClient();
  return useQuery({
    queryKey: keys.session,
    queryFn: () => client.auth.session(),
    staleTime: 5 * 60_000,
  });
}

/** The signed-in person; null for guests, undefined while it is not known yet. */
export function usePerson(): Person | null | undefined {
  return useSession().data?.user;
}

/** Whose portal this is, as soon as it is known. */
export function useAgency() {
  return useSession().data?.agency;
}

/** Whether the signed-in person serves in the field: the account that began as a candidate's then opens more. */
export function useIsOfficer(): boolean {
  const permissions = useSession().data?.permissions ?? [];
  return permissions.includes('File_Cases');
}

/** Signing in with e-mail address and password. */
export function useSignIn() {
  const client = useClient();
  const adopt = useAdoptSession();
  return useMutation({
    mutationFn: (input: { readonly username: string; readonly password: string }) => client.auth.login(input),
    onSuccess: adopt,
  });
}

/** Making an account; it opens once the address is confirmed. */
export function useRegister() {
  const client = useClient();
  return useMutation({ mutationFn: client.auth.register });
}

/** Confirming the address by a code or a link; signs in. */
export function useConfirm() {
  const client = useClient();
  const adopt = useAdoptSession();
  return useMutation({ mutationFn: client.auth.confirm, onSuccess: adopt });
}

/** Asking for a new code. */
export function useResend() {
  const client = useClient();
  return useMutation({ mutationFn: client.auth.resend });
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
      await queries.invalidateQueries();
    },
  });
}

function useAdoptSession(): (session: BrowserSession) => Promise<void> {
  const queries = useQueryClient();
  return async (session) => {
    queries.setQueryData(keys.session, session);
    queries.removeQueries({ queryKey: keys.mine });
    await queries.invalidateQueries({ queryKey: keys.allPostings });
  };
}

/** Saves the language the person chose; what the server writes is read again in it. */
export function useSaveLanguage() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (language: 'en' | 'es') => client.auth.language({ language }),
    onSuccess: async (session) => {
      queries.setQueryData(keys.session, session);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}
