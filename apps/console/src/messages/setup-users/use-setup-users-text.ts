import { createMessages, useMessages } from '@muster/ui';
import { setupUsersEn } from './en.js';
import { setupUsersEs } from './es.js';

const messages = createMessages({ en: setupUsersEn, es: setupUsersEs });

/** The texts of Setup's pages about users. */
export function useSetupUsersText() {
  return useMessages(messages);
}
