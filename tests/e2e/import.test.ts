import jsforce from 'jsforce';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiClient } from '../support/api-client.js';
import { desktop, openBrowser, type Visitor, visit } from '../support/browser.js';
import { clientOf } from '../support/client-of.js';
import { startDemoServer } from '../support/demo-server.js';
import { accessibilityFindings, darkFindings, overflowOf } from '../support/page-checks.js';
import { shelterObject } from '../support/shelter-object.js';
import type { TestServer } from '../support/test-server.js';

const EWA = 'ewa.lind@marrenfell.example';
const HEADER = 'Shelter Name;Code;District;Opened;Beds;Kind;Keeper;E-mail;Is open;Remarks';
const CHOICES = ['Hut', 'Tent', 'House'];

/** Row 2 of a spreadsheet is the first one below the header. */
const good = (row: number) =>
  `Shelter ${row};S-${row};North;${String((row % 28) + 1).padStart(2, '0')}/03/2026;1.${100 + row},5;${CHOICES[row % 3]};;s${row}@aid.example;yes;"fine; so far"`;
const bad: Readonly<Record<number, readonly [row: string, problem: RegExp, column: string]>> = {
  5: [good(5).replace('North', ''), /A value is missing/, 'District'],
  9: [good(9).replace('S-9', 'S-9-is-much-too-long'), /The text is too long/, 'Code'],
  14: [good(14).replace('15/03/2026', '31/02/2026'), /does not fit the field.*31/, 'Opened'],
  20: [good(20).replace('1.120,5', 'many'), /does not fit the field.*many/, 'Beds'],
  23: [good(23).replace(/Hut|Tent|House/, 'Castle'), /Not one of the choices/, 'Kind'],
  31: [good(31).replace(';;s31', ';nobody;s31'), /Not the id of a record/, 'Keeper'],
  38: [good(38).replace('S-38', 'S-2'), /This value is taken/, '–'],
  44: [good(44).replace('s44@aid.example', 'at home'), /Not an e-mail address/, 'E-mail'],
  52: [good(52).replace(';yes;', ';perhaps;'), /does not fit the field.*perhaps/, 'Is open'],
  60: [`${good(60)};one;two`, /Too many values/, '–'],
};
const rows = Array.from({ length: 60 }, (_, i) => bad[i + 2]?.[0] ?? good(i + 2));
const csv = `${HEADER}\r\n${rows.join('\r\n')}\r\n`;

describe('a file of records', () => {
  let server: TestServer;
  let browser: Browser;
  let ewa: Visitor;
  let connection: jsforce.Connection;
  let mendFile = '';
  const loads: string[] = [];

  beforeAll(async () => {
    server = await startDemoServer();
    await (await clientOf(server, EWA)).metadata.deploy(shelterObject);
    const admin = await apiClient(server);
    connection = new jsforce.Connection({
      instanceUrl: server.url,
      accessToken: admin.token,
      version: '60.0',
    });
    browser = await openBrowser();
    ewa = await visit(browser, server.url, { viewport: desktop, as: EWA });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const count = async () => (await connection.query('SELECT COUNT() FROM Shelter__c')).totalSize;
  async function expectSound({ page }: Visitor): Promise<void> {
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await darkFindings(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  }
  const figure = (term: string) =>
    ewa.page.locator('dl div', { hasText: term }).locator('dd').first().textContent();

  async function chooseFile(text: string, name: string): Promise<void> {
    const { page } = ewa;
    await page.goto('/console/setup/import/new');
    await page.getByRole('combobox', { name: 'Object' }).fill('Shelter');
    await page.getByRole('option', { name: /Shelter__c/ }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });
    await page.getByText('The first rows').waitFor();
  }

  it('is looked at, and its columns find their fields', async () => {
    const { page } = ewa;
    await page.goto('/console/setup');
    await page.getByRole('main').getByRole('link', { name: 'Import' }).click();
    await page.getByText('Nothing was imported').waitFor();
    await expectSound(ewa);
    await chooseFile(csv, 'shelters.csv');
    await page.getByRole('button', { name: /Semicolon/ }).waitFor();
    await expectSound(ewa);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('9 of 10 columns go into a field').waitFor();
    await page.getByRole('radio', { name: /Day, month, year/ }).waitFor();
    expect(await page.getByRole('radio', { name: /Day, month, year/ }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: /With a comma/ }).isChecked()).toBe(true);
    await page.getByLabel(/^Save this mapping as/).fill('Shelters of the district');
    await page.getByRole('button', { name: 'Save mapping' }).click();
    await page.getByText('Mapping “Shelters of the district” saved').waitFor();
    await expectSound(ewa);
  });

  it('is tried without keeping anything: ten rows are refused, each with its row, column and reason', async () => {
    const { page } = ewa;
    await page.getByRole('button', { name: 'Try it without saving' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dry run: Add Shelter__c' }).waitFor();
    await page.getByRole('button', { name: 'Load 50 rows' }).waitFor();
    expect(await figure('Rows read')).toBe('60');
    expect(await figure('Rows refused')).toBe('10');
    expect(await count()).toBe(0);
    const lines = page.getByRole('table', { name: 'Rows that were refused' }).locator('tbody tr');
    await lines.first().waitFor();
    const shown = await lines.evaluateAll((all) =>
      all.map((line) => [...line.children].map((cell) => cell.textContent ?? '')),
    );
    expect(shown.map(([row = '', column]) => [Number.parseInt(row, 10), column])).toEqual(
      Object.entries(bad).map(([row, [, , column]]) => [Number(row), column]),
    );
    for (const [i, [, problem]] of Object.values(bad).entries()) expect(shown[i]?.[2]).toMatch(problem);
    await expectSound(ewa);
  });

  it('is loaded, while the page is closed if need be', async () => {
    const { page } = ewa;
    await page.getByRole('button', { name: 'Load 50 rows' }).click();
    await page.getByRole('heading', { level: 1, name: 'Add Shelter__c', exact: true }).waitFor();
    const address = page.url();
    await page.goto('/console/setup');
    await page.goto(address);
    await page.getByRole('button', { name: 'Undo this load' }).waitFor();
    loads.push(address);
    expect(await figure('New records')).toBe('50');
    expect(await count()).toBe(50);
    const first = await connection.query("SELECT Beds__c, Opened__c FROM Shelter__c WHERE Code__c = 'S-2'");
    expect(first.records[0]).toMatchObject({ Beds__c: 1102.5, Opened__c: '2026-03-03' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the refused rows' }).click(),
    ]);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    mendFile = Buffer.concat(chunks).toString();
    const lines = mendFile.trimEnd().split('\r\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe(`"${HEADER.replaceAll(';', '";"')}";"sf__Error"`);
    expect(lines[1]).toMatch(/;"REQUIRED_FIELD_MISSING:.*District__c --"$/);
  });

  it('is mended in the file of refused rows, and loaded again by the mapping that was kept', async () => {
    const { page } = ewa;
    const numbers = Object.keys(bad).map(Number);
    const [header] = mendFile.split('\r\n');
    const mended = numbers.map((number) => `${good(number)};`);
    await chooseFile(`${header}\r\n${mended.join('\r\n')}\r\n`, 'mended.csv');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: /Use a saved mapping/ }).click();
    await page.getByRole('option', { name: 'Shelters of the district' }).click();
    await page.getByRole('button', { name: 'Try it without saving' }).click();
    await page.getByRole('button', { name: 'Load 10 rows' }).click();
    await page.getByRole('button', { name: 'Undo this load' }).waitFor();
    loads.push(page.url());
    await page.getByText('No row was refused.').waitFor();
    expect(await count()).toBe(60);
  });

  it('is undone, and the records are gone', async () => {
    const { page } = ewa;
    for (const [i, address] of loads.entries()) {
      await page.goto(address);
      await page.getByRole('button', { name: 'Undo this load' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Undo this load' }).click();
      await page.getByRole('heading', { level: 1, name: 'Undo a load of Shelter__c' }).waitFor();
      await page.getByText('Taken back').waitFor();
      expect(await count()).toBe([10, 0][i]);
    }
  });
});
