import { createMessages, useMessages } from '@muster/ui';
import { myEn } from './en.js';
import { myEs } from './es.js';

export const myMessages = createMessages({ en: myEn, es: myEs });

/** The texts of a person's own applications. */
export function useMyText() {
  return useMessages(myMessages);
}
