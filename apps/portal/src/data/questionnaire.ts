import type { AnswerValue, QuestionnaireScreen, QuestionView } from '@muster/client';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** One screen: the question asked for, else the first without an answer. */
export function useScreen(applicationId: string, question: string | undefined) {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useQuery({
    queryKey: keys.screen(applicationId, question),
    queryFn: async () => {
      const screen = await recruiting.questionnaire({
        applicationId,
        ...(question === undefined ? {} : { question }),
      });
      if (screen.question !== null && screen.question.key !== question) {
        queries.setQueryData(keys.screen(applicationId, screen.question.key), screen);
      }
      return screen;
    },
    staleTime: 0,
    gcTime: 30 * 60_000,
  });
}

/** Saves one answer and gives the next screen. */
export function useAnswer() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.answer,
    onSuccess: async (screen, { applicationId, question, value }) => {
      await keepScreen(queries, screen);
      keepAnswer(queries, keys.screen(applicationId, question), value);
    },
  });
}

/** Sends a document as the answer of a question. */
export function useGiveDocument() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.document,
    onSuccess: async (screen, { applicationId, question }) => {
      await keepScreen(queries, screen);
      await queries.invalidateQueries({ queryKey: keys.screen(applicationId, question) });
    },
  });
}

/** Sends the application; gives the receipt. */
export function useSubmit() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.submitApplication,
    onSuccess: async (receipt, { applicationId }) => {
      queries.setQueryData(keys.receipt(applicationId), receipt);
      queries.removeQueries({ queryKey: keys.screens(applicationId) });
      await Promise.all([
        queries.invalidateQueries({ queryKey: keys.applications }),
        queries.invalidateQueries({ queryKey: keys.allPostings }),
      ]);
    },
  });
}

/** Questions of an application this page has seen, with the answers that are saved. */
export function seenQuestions(queries: QueryClient, applicationId: string): readonly QuestionView[] {
  return queries
    .getQueriesData<QuestionnaireScreen>({ queryKey: keys.screens(applicationId) })
    .flatMap(([, screen]) => screen?.question ?? []);
}

/** The next screen is known without asking again; the others may have changed with the answer. */
async function keepScreen(queries: QueryClient, screen: QuestionnaireScreen): Promise<void> {
  const { applicationId, question } = screen;
  await queries.invalidateQueries({ queryKey: keys.screens(applicationId), refetchType: 'none' });
  queries.setQueryData(keys.screen(applicationId, question?.key), screen);
  queries.setQueryData(keys.screen(applicationId, undefined), screen);
}

/** Whoever goes back to a question finds there what was just saved. */
function keepAnswer(queries: QueryClient, key: readonly unknown[], answer: AnswerValue): void {
  queries.setQueryData<QuestionnaireScreen>(key, (screen) =>
    screen?.question ? { ...screen, question: { ...screen.question, answer } } : undefined,
  );
}
