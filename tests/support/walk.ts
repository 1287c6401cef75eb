import type { Locator, Page } from 'playwright-core';

type Place = Page | Locator;

/** Waits until the page with this heading is there. */
export async function arrive(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

export async function press(place: Place, name: string | RegExp): Promise<void> {
  await place.getByRole('button', { name, exact: typeof name === 'string' }).click();
}

export async function follow(place: Place, name: string | RegExp): Promise<void> {
  await place.getByRole('link', { name, exact: typeof name === 'string' }).click();
}

/** Picks an answer by its words, as people do: the words are part of the control. */
export async function pick(place: Place, words: string): Promise<void> {
  await place.getByText(words, { exact: true }).click();
}

/** Opens a list of choices by its name and takes one. */
export async function choose(page: Page, list: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: list }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Opens a menu by its name and takes an item. */
export async function command(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await press(page, menu);
  await page.getByRole('menuitem', { name: item }).click();
}

/** Types a day, `YYYY-MM-DD`, into its three boxes. */
export async function fillDay(place: Place, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await place.getByLabel('Day', { exact: true }).fill(date);
  await place.getByLabel('Month', { exact: true }).fill(month);
  await place.getByLabel('Year', { exact: true }).fill(year);
}

/** The day so many days from today, or from the day of `now`, `YYYY-MM-DD`. */
export function daysFromToday(days: number, now = Date.now()): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}
