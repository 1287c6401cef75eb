import { createMessages, useMessages } from '@muster/ui';
import { accountEn } from './en.js';
import { accountEs } from './es.js';

export const accountMessages = createMessages({ en: accountEn, es: accountEs });

/** The texts of signing in, creating an account, and a person's own details. */
export function useAccountText() {
  return useMessages(accountMessages);
}
