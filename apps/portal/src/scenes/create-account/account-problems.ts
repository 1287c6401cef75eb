import type { Problem } from '@muster/ui';
import type { accountEn } from '../../messages/account/en.js';

export interface AccountForm {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
}

type Key = keyof typeof accountEn;

/** What is wrong with one field, as a message to show. */
export interface FieldProblem {
  readonly field: keyof AccountForm;
  readonly key: Key;
}

const fields = ['firstName', 'lastName', 'email', 'password'] as const;
const shortestPassword = 12;

/** What is wrong with the form before it is sent, first field first. */
export function accountProblems(form: AccountForm): readonly FieldProblem[] {
  return fields.flatMap((field): FieldProblem[] => {
    if (form[field].trim() === '') return [{ field, key: `create.missing.${field}` }];
    if (field === 'email' && !/^\S+@\S+\.\S+$/.test(form.email.trim())) {
      return [{ field, key: 'create.wrong.email' }];
    }
    if (field === 'password' && [...form.password].length < shortestPassword) {
      return [{ field, key: 'create.weak.too_short' }];
    }
    return [];
  });
}

const weaknesses = ['too_short', 'too_long', 'too_common', 'too_personal'] as const;

/** What the server found wrong, when it is about one of the fields. */
export function refusedField(problem: Problem): FieldProblem | undefined {
  if (problem.kind !== 'Refused') return undefined;
  if (problem.code === 'INVALID_EMAIL_ADDRESS') return { field: 'email', key: 'create.wrong.email' };
  if (problem.code !== 'INVALID_NEW_PASSWORD') return undefined;
  const weakness = weaknesses.find((each) => each === problem.message) ?? 'too_common';
  return { field: 'password', key: `create.weak.${weakness}` };
}
