import { createMessages, useMessages } from '@muster/ui';
import { processesEn } from './en.js';
import { processesEs } from './es.js';

const messages = createMessages({ en: processesEn, es: processesEs });

/** The texts of hiring processes and their versions. */
export function useProcessesText() {
  return useMessages(messages);
}
