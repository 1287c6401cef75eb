import type { ProcessStepView } from '@muster/client';
import { expect, it } from 'vitest';
import { changesOf, entryOf } from './step-changes.js';

const medical: ProcessStepView = {
  step: 'medical',
  label: 'Medical',
  actor: 'third_party',
  role: 'Clinic',
  prerequisites: [],
  afterConditionalOffer: true,
  targetDays: 45,
  validityMonths: 12,
  attempts: null,
  waitDays: null,
  cost: 650,
  sealed: true,
  waivable: false,
};

it('sends nothing for what is as it was', () => {
  expect(changesOf([medical], {})).toEqual([]);
  expect(changesOf([medical], { medical: entryOf(medical) })).toEqual([]);
});

it('sends only the values that differ, and null for what has no limit any more', () => {
  const entry = { ...entryOf(medical), targetDays: '30', validityMonths: ' ' };
  expect(changesOf([medical], { medical: entry })).toEqual([
    { step: 'medical', targetDays: 30, validityMonths: null },
  ]);
});

it.each(['', '0', '1.5', 'ten'])('refuses target days of %j', (targetDays) => {
  expect(changesOf([medical], { medical: { ...entryOf(medical), targetDays } })).toBeNull();
});
