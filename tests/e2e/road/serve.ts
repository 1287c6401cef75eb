import { expect } from 'vitest';
import { desktop, visit } from '../../support/browser.js';
import { arrive, follow, pick, press } from '../../support/walk.js';
import { iris, type Road, staff } from './people.js';

const subject = 'My boots stay wet';
const answer = 'Take them to the drying room and ask for the second pair.';

export async function findAnArticle({ iris: { page } }: Road): Promise<void> {
  await page.goto('/portal/');
  await arrive(page, `Hello, ${iris.firstName}`);
  await page.getByRole('searchbox').fill('boots');
  await press(page, 'Search');
  await follow(page, 'Dry and wax your boots');
  await arrive(page, 'Dry and wax your boots');
}

export async function fileCase({ iris: { page } }: Road): Promise<void> {
  await follow(page, 'Ask support');
  await page.getByLabel('What is it about?').fill(subject);
  await page.getByLabel('What happened, and what do you need?').fill('Two night watches, and still wet.');
  await pick(page, 'Equipment');
  await press(page, 'Send to support');
  await arrive(page, subject);
}

export async function answerCase({ browser, server }: Road): Promise<void> {
  const { page, context, faults } = await visit(browser, server.url, { viewport: desktop, as: staff.priya });
  await page.goto('/console/cases');
  await page.getByRole('button', { name: /^My boots stay wet/ }).click();
  const opened = page.getByRole('article', { name: subject });
  await opened.getByText('Two night watches, and still wet.').waitFor();
  await page.getByRole('complementary', { name: 'Person' }).getByText('Skarn Pass Post').waitFor();
  await press(opened, /^Assign to me/);
  await page.getByText('Assigned to you').waitFor();
  await opened.getByRole('textbox', { name: 'Answer' }).fill(answer);
  await press(opened, 'Send');
  await opened.getByRole('list', { name: 'Thread of case' }).getByText(answer).waitFor();
  expect(faults).toEqual([]);
  await context.close();
}

export async function readTheAnswer({ iris: { page } }: Road): Promise<void> {
  await page.reload();
  const thread = page.getByRole('list', { name: 'Messages in this case' });
  await thread.getByText('Two night watches, and still wet.').waitFor();
  await thread.getByText(answer).waitFor();
  await page.getByText('Waiting on you').waitFor();
}
