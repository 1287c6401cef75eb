import { MusterErrors } from '@muster/kernel';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';

const { parse } = defineOperation({
  name: 'answer',
  method: 'POST',
  purpose: 'test',
  permission: 'Answer',
  input: z.strictObject({ caseId: z.string(), lines: z.array(z.object({ body: z.string() })) }),
  run: async (_session, input) => input,
});

it('gives what has the shape', () => {
  const input = { caseId: '500', lines: [{ body: 'x' }] };
  expect(parse(input)).toEqual(input);
});

it('names every member that is wrong', () => {
  expect.assertions(2);
  try {
    parse({ lines: [{ body: 3 }] });
  } catch (failure) {
    expect(failure).toBeInstanceOf(MusterErrors);
    expect((failure as MusterErrors).errors.map((error) => [error.code, ...error.fields])).toEqual([
      ['INVALID_INPUT', 'caseId'],
      ['INVALID_INPUT', 'lines.0.body'],
    ]);
  }
});

it('says so when the whole is something else', () => {
  expect(() => parse('no object')).toThrow(/The input cannot be read/);
});
