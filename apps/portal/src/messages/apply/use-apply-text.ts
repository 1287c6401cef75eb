import { createMessages, useMessages } from '@muster/ui';
import { applyEn } from './en.js';
import { applyEs } from './es.js';

export const applyMessages = createMessages({ en: applyEn, es: applyEs });

/** The texts of the questionnaire, from the first question to the receipt. */
export function useApplyText() {
  return useMessages(applyMessages);
}
