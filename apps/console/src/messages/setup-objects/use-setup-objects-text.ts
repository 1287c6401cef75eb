import { createMessages, useMessages } from '@muster/ui';
import { setupObjectsEn } from './en.js';
import { setupObjectsEs } from './es.js';

const messages = createMessages({ en: setupObjectsEn, es: setupObjectsEs });

/** The texts of the pages of Setup about objects, fields, record types, layouts and lists. */
export function useSetupObjectsText() {
  return useMessages(messages);
}
