import { createMessages, useMessages } from '@muster/ui';
import { applicationEn } from './en.js';
import { applicationEs } from './es.js';

const messages = createMessages({ en: applicationEn, es: applicationEs });

/** The texts of the page of one application and its forms. */
export function useApplicationText() {
  return useMessages(messages);
}
