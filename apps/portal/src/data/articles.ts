import { useFormats } from '@muster/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

export interface ArticleSearch {
  readonly search?: string | undefined;
  readonly topic?: string | undefined;
  readonly isOn?: boolean | undefined;
}

/** Articles that match, best first. The last list stays while the next one is found. */
export function useArticles({ search = '', topic = '', isOn = true }: ArticleSearch) {
  const { community } = useClient();
  const { locale } = useFormats();
  return useQuery({
    queryKey: keys.articles(search, topic, locale),
    queryFn: () =>
      community.articles({
        ...(search === '' ? {} : { search }),
        ...(topic === '' ? {} : { topic }),
        language: locale,
      }),
    enabled: isOn,
    placeholderData: keepPreviousData,
  });
}

/** One article, in the language asked for where it exists. */
export function useArticle(urlName: string, language: string) {
  const { community } = useClient();
  return useQuery({
    queryKey: keys.article(urlName, language),
    queryFn: () => community.article({ urlName, language }),
  });
}
