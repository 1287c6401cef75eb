import { createMessages, useMessages } from '@muster/ui';
import { workEn } from './en.js';
import { workEs } from './es.js';

const messages = createMessages({ en: workEn, es: workEs });

/** The texts of the work queues, the list of applicants and the hiring board. */
export function useWorkText() {
  return useMessages(messages);
}
