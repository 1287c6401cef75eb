import { createMessages, useMessages } from '@muster/ui';
import { vacanciesEn } from './en.js';
import { vacanciesEs } from './es.js';

export const vacancyMessages = createMessages({ en: vacanciesEn, es: vacanciesEs });

/** The texts of the first page and of the vacancies. */
export function useVacancyText() {
  return useMessages(vacancyMessages);
}
