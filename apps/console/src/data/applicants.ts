import type { ApplicantList, ApplicantQuery } from '@muster/client';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** Applicants page by page; the last list stays in view while the next one comes. */
export function useApplicants(query: ApplicantQuery) {
  const { recruiting } = useClient();
  return useInfiniteQuery({
    queryKey: keys.applicants(query),
    queryFn: ({ pageParam }) => recruiting.applicants({ ...query, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (_last, pages) => nextOffset(pages),
    placeholderData: keepPreviousData,
  });
}

/** The first applicants whose name or number holds the text, for the command palette. */
export function useFoundApplicants(text: string) {
  const { recruiting } = useClient();
  return useQuery({
    queryKey: keys.found(text),
    queryFn: () => recruiting.applicants({ search: text }),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
  });
}

function nextOffset(pages: readonly ApplicantList[]): number | undefined {
  const shown = pages.reduce((sum, page) => sum + page.rows.length, 0);
  const last = pages.at(-1);
  return last === undefined || last.rows.length === 0 || shown >= last.total ? undefined : shown;
}
