import { secureRandom } from '@muster/kernel';
import { resetPassword } from '@muster/server';
import jsforce from 'jsforce';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { desktop, visit } from '../../support/browser.js';
import { arrive, follow, press } from '../../support/walk.js';
import { iris, type Road, staff } from './people.js';

export async function readDashboard({ browser, server }: Road): Promise<void> {
  const { page, context, faults } = await visit(browser, server.url, { viewport: desktop, as: staff.ruth });
  await page.goto('/console/dashboard');
  await arrive(page, 'Dashboard');
  const people = await figure(page, 'People in process');
  const steps = await figure(page, 'Open steps');
  expect(sum(await table(page, 'In process, by phase'))).toBe(people);
  expect(sum(await table(page, 'Open steps, by phase'))).toBe(steps);
  const funnel = await table(page, 'Funnel of the year');
  expect(funnel).toEqual([...funnel].sort((a, b) => b - a));
  expect(funnel.at(-1)).toBe(await figure(page, 'Entered on duty'));
  await follow(page, 'Open the hiring board');
  await arrive(page, 'Hiring board');
  await page.getByText(`${people} people, ${steps} open steps`).waitFor();
  expect(faults).toEqual([]);
  await context.close();
}

export async function readByClient({ server }: Road): Promise<void> {
  const { signIn } = server.instance;
  const userId = await signIn.credentials.findUserId(staff.ewa);
  if (userId === undefined) throw new Error('Ewa has no account.');
  const password = await resetPassword(signIn, userId, secureRandom);
  const connection = new jsforce.Connection({ loginUrl: server.url, version: '60.0' });
  await connection.login(staff.ewa, password);
  const { records } = await connection.query(
    `SELECT Name, Status__c, Contact__r.Name, (SELECT Step__c FROM Steps__r) FROM ApplicationForm WHERE Contact__r.Email = '${iris.email}'`,
  );
  expect(records).toMatchObject([{ Status__c: 'on_duty', Contact__r: { Name: iris.name } }]);
}

/** The number on a card of the dashboard. */
async function figure(page: Page, title: string): Promise<number> {
  const card = page.locator('.mu-figure').filter({ has: page.getByRole('heading', { name: title }) });
  return readNumber((await card.locator('.mu-figure-value').textContent()) ?? '');
}

/** The first column of numbers of a chart, shown as its table. */
async function table(page: Page, title: string): Promise<number[]> {
  const chart = page.locator('figure').filter({ has: page.getByRole('heading', { name: title }) });
  await press(chart, 'Show as table');
  const cells = await chart.locator('tbody tr td:nth-of-type(1)').allTextContents();
  return cells.map(readNumber);
}

function readNumber(text: string): number {
  return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
