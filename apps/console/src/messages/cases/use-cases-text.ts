import { createMessages, useMessages } from '@muster/ui';
import { casesEn } from './en.js';
import { casesEs } from './es.js';

const messages = createMessages({ en: casesEn, es: casesEs });

/** The texts of the case workspace. */
export function useCasesText() {
  return useMessages(messages);
}
