import { expect, it } from 'vitest';
import { isApiName, proposeApiName } from './api-name.js';

it.each([
  ['Boat Check', 'Boat_Check'],
  ['  Año de ingreso ', 'Ano_de_ingreso'],
  ['2nd try', 'nd_try'],
  ['Größe (cm)', 'Gro_e_cm'],
  ['???', ''],
  [`${'Long '.repeat(12)}`, 'Long_Long_Long_Long_Long_Long_Long_Long'],
])('proposes for %j the name %j', (label, name) => {
  expect(proposeApiName(label)).toBe(name);
  if (name !== '') expect(isApiName(name)).toBe(true);
});

it.each(['', 'a b', '1a', 'a__b', 'a_', '_a', 'é'])('takes %j for no API name', (name) => {
  expect(isApiName(name)).toBe(false);
});
