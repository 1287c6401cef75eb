import type { AddNote, ApplicationView, SendMessage } from '@muster/client';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** One application, as far as the reader may see it. */
export function useApplication(id: string) {
  const { recruiting } = useClient();
  return useQuery({
    queryKey: keys.application(id),
    queryFn: () => recruiting.application({ id }),
    refetchInterval: 60_000,
  });
}

/** Adds a note that staff alone can read. */
export function useAddNote() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: AddNote) => recruiting.addNote(note),
    onSuccess: (view) => queries.setQueryData(keys.application(view.id), view),
  });
}

/** Puts a message into the outbox, where it waits for its undo window. */
export function useSendMessage() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (message: SendMessage) => recruiting.sendMessage(message),
    onSuccess: (view) => queries.setQueryData(keys.application(view.id), view),
  });
}

/** Takes a message back that has not left yet. */
export function useTakeBackMessage() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (messageId: string) => recruiting.takeBackMessage({ messageId }),
    onSuccess: (view) => queries.setQueryData(keys.application(view.id), view),
  });
}

/** Keeps an application as it stands after a change; the lists it stands in are looked at again. */
export async function keepApplication(queries: QueryClient, view: ApplicationView): Promise<void> {
  queries.setQueryData(keys.application(view.id), view);
  await Promise.all(
    [keys.home, keys.allApplicants, keys.allBoards].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  );
}
