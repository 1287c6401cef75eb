import { createMessages, useMessages } from '@muster/ui';
import { en } from './en.js';
import { es } from './es.js';

const messages = createMessages({ en, es });

/** The texts of this app in the language in use. */
export function useText() {
  return useMessages(messages);
}
