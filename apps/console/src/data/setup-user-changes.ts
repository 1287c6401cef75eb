import type { TransferInput } from '@muster/client';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';
import type { UserValues } from './setup-users.js';

/** Everything read of users may have changed. */
function forget(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: keys.allSetupUsers });
}

export interface Invitation {
  readonly values: UserValues;
  readonly permissionSets: readonly string[];
}

/** A new account, and what went wrong after it was made: it is there all the same. */
export interface Invited {
  readonly id: string;
  readonly failure: unknown;
}

/** Makes an account, gives it its permission sets and mails the link to choose a password by. */
export function useInvite() {
  const { data, setup } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ values, permissionSets }: Invitation): Promise<Invited> => {
      const { id } = await data.create('User', { ...values, EmailEncodingKey: 'UTF-8', IsActive: true });
      try {
        for (const PermissionSetId of permissionSets)
          await data.create('PermissionSetAssignment', { AssigneeId: id, PermissionSetId });
        await setup.sendPasswordLink(id, 'invitation');
        return { id, failure: null };
      } catch (failure) {
        return { id, failure };
      }
    },
    onSettled: () => forget(queries),
  });
}

/** Changes an account. */
export function useChangeUser(id: string) {
  const { data } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (values: Partial<UserValues> & { readonly IsActive?: boolean }) =>
      data.update('User', id, values),
    onSuccess: () => forget(queries),
  });
}

/** Freezes a user's sign-in, or lets it in again. */
export function useFreeze(loginId: string) {
  const { data } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (IsFrozen: boolean) => data.update('UserLogin', loginId, { IsFrozen }),
    onSuccess: () => forget(queries),
  });
}

/** Mails a link to choose a password by. */
export function useSendPasswordLink(userId: string) {
  const { setup } = useClient();
  return useMutation({
    mutationFn: (reason: 'invitation' | 'reset') => setup.sendPasswordLink(userId, reason),
  });
}

/** Gives and takes permission sets. */
export function useAssign() {
  const { data } = useClient();
  const queries = useQueryClient();
  return {
    give: useMutation({
      mutationFn: (assignment: { readonly AssigneeId: string; readonly PermissionSetId: string }) =>
        data.create('PermissionSetAssignment', assignment),
      onSuccess: () => forget(queries),
    }),
    take: useMutation({
      mutationFn: (assignmentId: string) => data.delete('PermissionSetAssignment', assignmentId),
      onSuccess: () => forget(queries),
    }),
  };
}

/** Hands records over to somebody else, and takes up what stopped. */
export function useTransfer() {
  const { setup } = useClient();
  const queries = useQueryClient();
  return {
    start: useMutation({
      mutationFn: (input: TransferInput) => setup.transfer(input),
      onSuccess: () => forget(queries),
    }),
    resume: useMutation({
      mutationFn: (id: string) => setup.resumeTransfer(id),
      onSuccess: () => forget(queries),
    }),
  };
}
