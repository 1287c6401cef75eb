import jsforce from 'jsforce';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiClient } from '../support/api-client.js';
import { desktop, openBrowser, type Visitor, visit } from '../support/browser.js';
import { startDemoServer } from '../support/demo-server.js';
import { accessibilityFindings, darkFindings, overflowOf } from '../support/page-checks.js';
import { makeObjectInSetup } from '../support/setup/make-object.js';
import type { TestServer } from '../support/test-server.js';

describe('an object made in Setup', () => {
  let server: TestServer;
  let browser: Browser;
  let ewa: Visitor;
  let connection: jsforce.Connection;

  beforeAll(async () => {
    server = await startDemoServer();
    const { token } = await apiClient(server);
    connection = new jsforce.Connection({ instanceUrl: server.url, accessToken: token, version: '60.0' });
    browser = await openBrowser();
    ewa = await visit(browser, server.url, { viewport: desktop, as: 'ewa.lind@marrenfell.example' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function expectSound({ page }: Visitor): Promise<void> {
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await darkFindings(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  }

  it('gets its fields, and the server’s own words about what is wrong', async () => {
    const { page } = ewa;
    await makeObjectInSetup(page, {
      label: 'Boat',
      plural: 'Boats',
      fields: [
        { label: 'Length', type: 'Number' },
        { label: 'Colour', type: 'Picklist', values: ['Red', 'Green', 'Blue'] },
        { label: 'Hull number', type: 'Text', ticks: ['External ID', 'Unique'] },
      ],
    });
    await expectSound(ewa);
    await page.getByRole('link', { name: 'New field' }).click();
    await page.getByRole('button', { name: 'Create field' }).click();
    await page.getByRole('alert').getByText('Choose: Type of field').waitFor();
    await page.getByRole('button', { name: /Type of field/ }).click();
    await page.getByRole('option', { name: 'Formula' }).click();
    await page.getByLabel('Label', { exact: true }).fill('Twice');
    await page.getByRole('textbox', { name: 'Formula' }).fill('LENGTH(');
    await page.getByRole('button', { name: 'Show what will change' }).click();
    await page.getByRole('alert').or(page.getByText('Nothing is saved yet')).first().waitFor();
    await expectSound(ewa);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('link', { name: 'Hull number' }).waitFor();
  });

  it('has values that are put in order by keyboard, and said', async () => {
    const { page } = ewa;
    await page.getByRole('link', { name: 'Colour' }).click();
    await page.getByRole('button', { name: 'Move Blue', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.getByText('Blue is held. 1 of 3').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Make default: Green' }).click();
    await expectSound(ewa);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Boat', exact: true }).waitFor();
  });

  it('has a layout that is edited by keyboard and undone', async () => {
    const { page } = ewa;
    await page.getByRole('tab', { name: 'Layouts', exact: true }).click();
    await page.getByRole('link', { name: 'Boat Layout' }).click();
    await page.getByRole('button', { name: 'Move Length', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    await page.getByText('Length is back where it was.').waitFor({ state: 'attached' });
    const created = page.getByRole('button', { name: 'Move Created Date', exact: true });
    await created.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expectSound(ewa);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page
      .getByRole('region', { name: 'Fields' })
      .getByRole('button', { name: 'Move Created Date' })
      .waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByRole('button', { name: 'Actions for Colour' }).click();
    await page.getByRole('menuitem', { name: 'Required' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Boat', exact: true }).waitFor();
    const described = await connection.sobject('Boat__c').layouts();
    expect(JSON.stringify(described)).toContain('CreatedDate');
  });

  it('has a list view with a filter', async () => {
    const { page } = ewa;
    await page.getByRole('tab', { name: 'List views' }).click();
    await page.getByRole('link', { name: 'New list view' }).click();
    await page.getByLabel('Label', { exact: true }).fill('Red boats');
    await page.getByRole('combobox', { name: 'Add a column' }).fill('Colo');
    await page.getByRole('option', { name: 'Colour' }).click();
    await page.getByRole('button', { name: 'Add a filter' }).click();
    const field = page.getByRole('combobox', { name: 'Field', exact: true });
    await field.click();
    await field.pressSequentially('Colo');
    await page.getByRole('option', { name: 'Colour' }).click();
    await page.getByLabel(/^Value/).fill('Red');
    await expectSound(ewa);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Red boats' }).waitFor();
  });

  it('is used by a client of the API at once', async () => {
    const boats = connection.sobject('Boat__c');
    const described = await boats.describe();
    const colour = described.fields.find(({ name }) => name === 'Colour__c');
    expect(described.label).toBe('Boat');
    expect(colour?.picklistValues?.map(({ value, defaultValue }) => [value, defaultValue])).toEqual([
      ['Blue', false],
      ['Red', false],
      ['Green', true],
    ]);
    for (const [Name, Colour__c] of [
      ['Ingrid', 'Red'],
      ['Olga', 'Blue'],
    ])
      expect(await boats.create({ Name, Colour__c, Length__c: 12, Hull_number__c: Name })).toMatchObject({
        success: true,
      });
    const red = await connection.query("SELECT Name, Length__c FROM Boat__c WHERE Colour__c = 'Red'");
    expect(red.records).toMatchObject([{ Name: 'Ingrid', Length__c: 12 }]);
    const { listviews } = (await boats.listviews()) as unknown as {
      listviews: readonly { id: string; label: string }[];
    };
    const view = listviews.find(({ label }) => label === 'Red boats');
    const results = (await boats.listview(view?.id ?? '').results()) as unknown as { size: number };
    expect(results.size).toBe(1);
  });

  it('loses a field only when its name is typed, and says what goes with it', async () => {
    const { page } = ewa;
    await page.goto('/console/setup/objects/Boat__c/fields/Hull_number__c');
    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(/^The values of Hull number in all records are lost/).waitFor();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByText('This is not the name.').waitFor();
    await dialog.getByLabel('Type Hull_number__c to confirm').fill('Hull_number__c');
    await expectSound(ewa);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL('**/setup/objects/Boat__c/fields');
    expect(ewa.faults).toEqual([]);
  });
});
