import type { Page } from 'playwright-core';

/** A field as somebody makes it in Setup. */
export interface FieldInSetup {
  readonly label: string;
  /** The type's name in English: "Number", "Picklist". */
  readonly type: string;
  /** A line each, for picklists. */
  readonly values?: readonly string[];
  /** Settings that are ticked: "Required", "External ID". */
  readonly ticks?: readonly string[];
}

export interface ObjectInSetup {
  readonly label: string;
  readonly plural: string;
  readonly fields: readonly FieldInSetup[];
}

/** Makes an object with its fields in Setup, as an administrator who is signed in does; ends on the object's page. */
export async function makeObjectInSetup(page: Page, object: ObjectInSetup): Promise<void> {
  await page.goto('/console/setup/objects');
  await page.getByRole('link', { name: /^New object/ }).click();
  await page.getByLabel('Label', { exact: true }).fill(object.label);
  await page.getByLabel('Plural label').fill(object.plural);
  await page.getByRole('button', { name: 'Create object' }).click();
  await page.getByRole('heading', { level: 1, name: object.label, exact: true }).waitFor();
  for (const field of object.fields) await makeFieldInSetup(page, field);
}

/** Makes a field, from the list of fields of its object and back to it. */
export async function makeFieldInSetup(page: Page, field: FieldInSetup): Promise<void> {
  await page.getByRole('link', { name: 'New field' }).click();
  await page.getByRole('heading', { level: 1, name: 'New field' }).waitFor();
  await page.getByRole('button', { name: /Type of field/ }).click();
  await page.getByRole('option', { name: field.type, exact: true }).click();
  await page.getByLabel('Label', { exact: true }).fill(field.label);
  if (field.values !== undefined) {
    await page.getByLabel(/^New values/).fill(field.values.join('\n'));
    await page.getByRole('button', { name: 'Add values' }).click();
  }
  for (const tick of field.ticks ?? []) await page.getByText(tick, { exact: true }).click();
  await page.getByRole('button', { name: 'Create field' }).click();
  await page.getByRole('link', { name: field.label, exact: true }).waitFor();
}
