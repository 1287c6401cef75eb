import { expect, it } from 'vitest';
import { accountProblems, refusedField } from './account-problems.js';

const good = {
  firstName: 'Nia',
  lastName: 'Calder',
  email: 'nia@example.com',
  password: 'otter lantern quay',
};

it('has nothing against a complete form', () => {
  expect(accountProblems(good)).toEqual([]);
});

it('names each empty field, in the order of the form', () => {
  const empty = { firstName: ' ', lastName: '', email: '', password: '' };
  expect(accountProblems(empty).map((problem) => problem.key)).toEqual([
    'create.missing.firstName',
    'create.missing.lastName',
    'create.missing.email',
    'create.missing.password',
  ]);
});

it('sees an address without a domain and a short password before sending', () => {
  expect(accountProblems({ ...good, email: 'nia@example', password: 'short' }).map(({ key }) => key)).toEqual(
    ['create.wrong.email', 'create.weak.too_short'],
  );
});

it('shows what the server finds weak at the password', () => {
  const problem = {
    kind: 'Refused',
    code: 'INVALID_NEW_PASSWORD',
    message: 'too_personal',
    fields: ['password'],
  } as const;
  expect(refusedField(problem)).toEqual({ field: 'password', key: 'create.weak.too_personal' });
  expect(refusedField({ kind: 'Offline' })).toBeUndefined();
});
