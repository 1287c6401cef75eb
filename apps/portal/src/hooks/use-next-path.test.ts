import { expect, it } from 'vitest';
import { safeNextPath, withNext } from './use-next-path.js';

it('goes on to a path of this site', () => {
  expect(safeNextPath('/jobs/V-001/apply?x=1', '/my')).toBe('/jobs/V-001/apply?x=1');
});

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
  'never goes on to %s',
  (next) => {
    expect(safeNextPath(next, '/my')).toBe('/my');
  },
);

it('carries the way on in the address', () => {
  expect(withNext('/sign-in', '/my?a=b')).toBe('/sign-in?next=%2Fmy%3Fa%3Db');
  expect(withNext('/sign-in', undefined)).toBe('/sign-in');
});
