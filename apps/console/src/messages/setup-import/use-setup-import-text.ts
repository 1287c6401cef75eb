import { createMessages, useMessages } from '@muster/ui';
import { setupImportEn } from './en.js';
import { setupImportEs } from './es.js';

const messages = createMessages({ en: setupImportEn, es: setupImportEs });

/** The texts of Setup's pages about loads of files. */
export function useSetupImportText() {
  return useMessages(messages);
}
