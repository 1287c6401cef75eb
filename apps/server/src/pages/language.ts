import type { ApiRequest } from '@muster/api';

export type Language = 'en' | 'es';

/** The language of a page: `?lang=`, else the first of the browser's languages that there is, else English. */
export function pageLanguage({ query, headers }: Pick<ApiRequest, 'query' | 'headers'>): Language {
  const asked = query.get('lang');
  if (asked === 'en' || asked === 'es') return asked;
  const preferred = (headers['accept-language'] ?? '')
    .split(',')
    .map((item) => {
      const [tag = '', weight = 'q=1'] = item.trim().split(';');
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight.trim().slice(2)) || 0 };
    })
    .filter(({ language }) => language === 'en' || language === 'es')
    .sort((a, b) => b.weight - a.weight);
  return preferred[0]?.language === 'es' ? 'es' : 'en';
}
