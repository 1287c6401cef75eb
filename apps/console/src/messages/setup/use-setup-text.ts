import { createMessages, useMessages } from '@muster/ui';
import { setupEn } from './en.js';
import { setupEs } from './es.js';

const messages = createMessages({ en: setupEn, es: setupEs });

/** The texts of the frame of Setup and the names of its pages. */
export function useSetupText() {
  return useMessages(messages);
}
