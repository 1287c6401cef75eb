import { expect, it } from 'vitest';
import { nextPath } from './next-path.js';

it('goes to the page that was asked for, with its filters', () => {
  expect(nextPath('/applicants?phase=exam')).toBe('/applicants?phase=exam');
});

it.each([
  null,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/sign-in?next=/board',
])('goes to the first page for %j', (asked) => {
  expect(nextPath(asked)).toBe('/');
});
