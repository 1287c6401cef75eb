import { createMessages, useMessages } from '@muster/ui';
import { setupSystemEn } from './en.js';
import { setupSystemEs } from './es.js';

const messages = createMessages({ en: setupSystemEn, es: setupSystemEs });

/** The texts of Setup's pages about jobs, deploys, mail and health. */
export function useSetupSystemText() {
  return useMessages(messages);
}
