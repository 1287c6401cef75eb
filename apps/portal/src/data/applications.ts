import type { MyApplication } from '@muster/client';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** The person's own applications. */
export function useMyApplications() {
  const { recruiting } = useClient();
  return useQuery({ queryKey: keys.applications, queryFn: () => recruiting.myApplications() });
}

/** Takes an application back; gives it as it is then. */
export function useWithdraw() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.withdraw,
    onSuccess: (application) => keepApplication(queries, application),
  });
}

/** Answers an offer. */
export function useAnswerOffer() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.answerOffer,
    onSuccess: (application) => keepApplication(queries, application),
  });
}

/** Asks to have a decision looked at again. */
export function useAskForReview() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.askForReview,
    onSuccess: (application) => keepApplication(queries, application),
  });
}

/** Writes to the people who handle the application. */
export function useReply() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.reply,
    onSuccess: (application) => keepApplication(queries, application),
  });
}

function keepApplication(queries: QueryClient, application: MyApplication): void {
  queries.setQueryData<readonly MyApplication[]>(keys.applications, (known) =>
    known?.map((each) => (each.id === application.id ? application : each)),
  );
}
