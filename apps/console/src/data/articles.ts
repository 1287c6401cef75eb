import { useFormats } from '@muster/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';

/** Articles that match, best first. */
export function useArticles(search: string, isOn: boolean) {
  const { community } = useClient();
  const { locale } = useFormats();
  return useQuery({
    queryKey: keys.articles(search, locale),
    queryFn: () => community.articles({ search, language: locale }),
    enabled: isOn && search !== '',
    placeholderData: keepPreviousData,
  });
}
