import { MusterError } from '@muster/kernel';
import { expect, it } from 'vitest';
import { isPassing, readProblem } from './read-problem.js';

it('tells an ended session, a refusal, a missing thing and a change by somebody else apart', () => {
  expect(readProblem(new MusterError('INVALID_SESSION_ID', 'x'))).toEqual({ kind: 'SignedOut' });
  expect(readProblem(new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', 'x'))).toEqual({ kind: 'Denied' });
  expect(readProblem(new MusterError('NOT_FOUND', 'x'))).toEqual({ kind: 'Missing' });
  expect(readProblem(new MusterError('PRECONDITION_FAILED', 'x'))).toEqual({ kind: 'Changed' });
});

it('passes on what the server says about an entry', () => {
  const error = new MusterError('INVALID_INPUT', 'The day is in the past.', { fields: ['answerBy'] });
  expect(readProblem(error)).toEqual({
    kind: 'Refused',
    code: 'INVALID_INPUT',
    message: 'The day is in the past.',
    fields: ['answerBy'],
  });
});

it('takes a request that never arrived as no connection, which may pass', () => {
  const problem = readProblem(new TypeError('Failed to fetch'));
  expect(problem).toEqual({ kind: 'Offline' });
  expect(isPassing(problem)).toBe(true);
  expect(isPassing(readProblem(new MusterError('NOT_FOUND', 'x')))).toBe(false);
});
