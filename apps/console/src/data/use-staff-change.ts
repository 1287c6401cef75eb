import type { ApplicationView, HistoryEntry, StaffChange } from '@muster/client';
import { type Problem, readProblem } from '@muster/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClientKey } from '../hooks/use-client-key.js';
import { keepApplication } from './application.js';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** What a form adds to the change: everything but whose it is. */
type ChangeInput<Change extends StaffChange> = Omit<Change, keyof StaffChange>;

export interface PendingChange<Change extends StaffChange> {
  readonly send: (input: ChangeInput<Change>) => void;
  readonly isPending: boolean;
  readonly problem: Problem | null;
  /** What others recorded after the form was opened, once the change was refused for it; sending again counts it as seen. */
  readonly recordedSince: readonly HistoryEntry[];
}

/**
 * One change of an application, from the moment its form opens. It names the version the person looked at, so that
 * nobody's work is overwritten unseen, and a repeat of the same entry is harmless.
 */
export function useStaffChange<Change extends StaffChange>(
  view: ApplicationView,
  run: (change: Change) => Promise<ApplicationView>,
  onDone: () => void,
): PendingChange<Change> {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  const keyFor = useClientKey();
  const [opened] = useState(view);
  const [seen, setSeen] = useState(view);
  const mutation = useMutation({
    mutationFn: (input: ChangeInput<Change>) => {
      const change = { ...input, applicationId: view.id, ifVersion: seen.version, clientKey: keyFor(input) };
      return run(change as unknown as Change);
    },
    onSuccess: async (after) => {
      onDone();
      await keepApplication(queries, after);
    },
    onError: async (error) => {
      if (readProblem(error).kind !== 'Changed') return;
      const queryFn = () => recruiting.application({ id: view.id });
      setSeen(await queries.fetchQuery({ queryKey: keys.application(view.id), queryFn, staleTime: 0 }));
    },
  });
  return {
    send: mutation.mutate,
    isPending: mutation.isPending,
    problem: mutation.error === null ? null : readProblem(mutation.error),
    recordedSince: newEntries(opened, seen),
  };
}

function newEntries(before: ApplicationView, after: ApplicationView): readonly HistoryEntry[] {
  const known = new Set(before.history.map((entry) => entry.id));
  return after.history.filter((entry) => !known.has(entry.id));
}
