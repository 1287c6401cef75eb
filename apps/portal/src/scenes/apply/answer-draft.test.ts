import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftOf, readDraft } from './answer-draft.js';

const asked = (kind: Parameters<typeof readDraft>[0]['kind'], rest = {}) => ({
  kind,
  required: true,
  maxLength: null,
  ...rest,
});

it('asks for what is missing in the words of the kind', () => {
  expect(readDraft(asked('yes_no'), null)).toEqual({ kind: 'Problem', key: 'missing.yes_no' });
  expect(readDraft(asked('choices'), [])).toEqual({ kind: 'Problem', key: 'missing.choices' });
  expect(readDraft(asked('text'), '  ')).toEqual({ kind: 'Problem', key: 'missing.text' });
});

it('lets a question be passed over when it may be', () => {
  expect(readDraft(asked('text', { required: false }), '')).toEqual({ kind: 'Answer', value: null });
});

it('takes "no" as an answer', () => {
  expect(readDraft(asked('yes_no'), false)).toEqual({ kind: 'Answer', value: false });
});

it('reads numbers with a comma or a point, and nothing else', () => {
  expect(readDraft(asked('number'), ' 1,5 ')).toEqual({ kind: 'Answer', value: 1.5 });
  expect(readDraft(asked('number'), '12')).toEqual({ kind: 'Answer', value: 12 });
  expect(readDraft(asked('number'), '1.000,5').kind).toBe('Problem');
  expect(readDraft(asked('number'), 'twelve')).toEqual({ kind: 'Problem', key: 'wrong.number' });
});

it('says by how much a text is too long', () => {
  const tooLong = readDraft(asked('long_text', { maxLength: 5 }), 'abcdefgh');
  expect(tooLong).toEqual({ kind: 'Problem', key: 'wrong.long', count: 3 });
});

it('sees a phone number without digits', () => {
  expect(readDraft(asked('phone'), 'call me')).toEqual({ kind: 'Problem', key: 'wrong.phone' });
  expect(readDraft(asked('phone'), '+1 (555) 010-0199').kind).toBe('Answer');
});

it('shows a saved number so that it reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (answer) => {
      expect(readDraft(asked('number'), draftOf({ answer }))).toEqual({ kind: 'Answer', value: answer });
    }),
  );
});
