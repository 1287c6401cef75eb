import { createMessages, useMessages } from '@muster/ui';
import { articlesEn } from './en.js';
import { articlesEs } from './es.js';

export const articleMessages = createMessages({ en: articlesEn, es: articlesEs });

/** The texts around the help articles. */
export function useArticleText() {
  return useMessages(articleMessages);
}
