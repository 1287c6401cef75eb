import { createMessages, useMessages } from '@muster/ui';
import { dashboardEn } from './en.js';
import { dashboardEs } from './es.js';

const messages = createMessages({ en: dashboardEn, es: dashboardEs });

/** The texts of the chief’s figures. */
export function useDashboardText() {
  return useMessages(messages);
}
