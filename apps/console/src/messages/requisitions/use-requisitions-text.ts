import { createMessages, useMessages } from '@muster/ui';
import { requisitionsEn } from './en.js';
import { requisitionsEs } from './es.js';

const messages = createMessages({ en: requisitionsEn, es: requisitionsEs });

/** The texts of requisitions and postings. */
export function useRequisitionsText() {
  return useMessages(messages);
}
