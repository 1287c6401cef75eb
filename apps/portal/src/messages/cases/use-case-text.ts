import { createMessages, useMessages } from '@muster/ui';
import { casesEn } from './en.js';
import { casesEs } from './es.js';

export const caseMessages = createMessages({ en: casesEn, es: casesEs });

/** The texts of an officer's first page and cases. */
export function useCaseText() {
  return useMessages(caseMessages);
}
