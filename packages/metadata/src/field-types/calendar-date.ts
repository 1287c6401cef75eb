const FIRST_YEAR = 1700;
const LAST_YEAR = 4000;

/** Whether this day (month from 1) exists in the Gregorian calendar and lies in the years Salesforce takes. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
