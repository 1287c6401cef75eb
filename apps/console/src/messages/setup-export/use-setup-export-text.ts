import { createMessages, useMessages } from '@muster/ui';
import { setupExportEn } from './en.js';
import { setupExportEs } from './es.js';

const messages = createMessages({ en: setupExportEn, es: setupExportEs });

/** The texts of Setup's page about exports. */
export function useSetupExportText() {
  return useMessages(messages);
}
