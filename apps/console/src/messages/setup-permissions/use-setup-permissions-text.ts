import { createMessages, useMessages } from '@muster/ui';
import { setupPermissionsEn } from './en.js';
import { setupPermissionsEs } from './es.js';

const messages = createMessages({ en: setupPermissionsEn, es: setupPermissionsEs });

/** The texts of Setup's pages about permission sets and profiles. */
export function useSetupPermissionsText() {
  return useMessages(messages);
}
