import { createMessages, useMessages } from '@muster/ui';
import { grabEn } from './en.js';
import { grabEs } from './es.js';

const messages = createMessages({ en: grabEn, es: grabEs });

/** What is said while something is moved. */
export function useGrabText() {
  return useMessages(messages);
}
