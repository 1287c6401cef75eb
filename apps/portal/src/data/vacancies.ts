import { useFormats } from '@muster/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** The open vacancies, first to close first. */
export function useVacancies() {
  const { recruiting } = useClient();
  const { locale } = useFormats();
  return useQuery({
    queryKey: keys.postings(locale),
    queryFn: () => recruiting.postings({ language: locale }),
  });
}

/** One vacancy. */
export function useVacancy(number: string) {
  const { recruiting } = useClient();
  const { locale } = useFormats();
  return useQuery({
    queryKey: keys.posting(number, locale),
    queryFn: () => recruiting.posting({ number, language: locale }),
  });
}

/** Starts an application, or finds the one that was started before. */
export function useStartApplication() {
  const { recruiting } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: recruiting.startApplication,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.applications }),
        queries.invalidateQueries({ queryKey: keys.allPostings }),
      ]),
  });
}
