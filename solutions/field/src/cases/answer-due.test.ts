import { describe, expect, it } from 'vitest';
import { caseClock } from './answer-due.js';

const NOON = Date.UTC(2026, 10, 3, 12);
const input = {
  isClosedStatus: (status: string | null) => status === 'Solved',
  targetHours: (priority: string | null) => ({ High: 4, Medium: 24 })[priority ?? ''],
  now: NOON,
};
type Values = Record<string, string | null>;
const clock = (values: Values, previous?: Values) =>
  caseClock(
    { values: new Map(Object.entries(values)), previous: previous && new Map(Object.entries(previous)) },
    input,
  );

const open = {
  status: 'New',
  priority: 'Medium',
  waiting_since__c: '2026-11-03 08:00:00+00',
  closeddate: null,
};

describe('caseClock', () => {
  it('starts when a case is filed, and promises an answer by its priority', () => {
    expect(clock({ status: 'New', priority: 'High', createddate: '2026-11-03 11:59:00+00' })).toEqual({
      isClosed: false,
      closedAt: null,
      waitingSince: '2026-11-03 11:59:00+00',
      dueAt: '2026-11-03 15:59:00+00',
    });
  });

  it('goes on while support works on it, whatever the priority becomes', () => {
    expect(clock({ status: 'Working', priority: 'High' }, open)).toMatchObject({
      waitingSince: '2026-11-03 08:00:00+00',
      dueAt: '2026-11-03 12:00:00+00',
    });
    expect(clock({ subject: 'x' }, open)).toMatchObject({ dueAt: '2026-11-04 08:00:00+00' });
  });

  it('stops while it is the turn of the person, and begins anew with the reply', () => {
    expect(clock({ status: 'Waiting on officer' }, open)).toMatchObject({ waitingSince: null, dueAt: null });
    const waiting = { ...open, status: 'Waiting on officer', waiting_since__c: null };
    expect(clock({ status: 'Working' }, waiting)).toMatchObject({
      waitingSince: '2026-11-03 12:00:00+00',
      dueAt: '2026-11-04 12:00:00+00',
    });
  });

  it('keeps when a case was closed, and forgets it when it is opened again', () => {
    expect(clock({ status: 'Solved' }, open)).toEqual({
      isClosed: true,
      closedAt: '2026-11-03 12:00:00+00',
      waitingSince: null,
      dueAt: null,
    });
    const solved = {
      ...open,
      status: 'Solved',
      closeddate: '2026-11-01 10:00:00+00',
      waiting_since__c: null,
    };
    expect(clock({ subject: 'x' }, solved)).toMatchObject({ closedAt: '2026-11-01 10:00:00+00' });
    expect(clock({ status: 'Working' }, solved)).toMatchObject({ isClosed: false, closedAt: null });
  });

  it('promises nothing where no target is set', () => {
    expect(clock({ status: 'New', priority: 'Low' })).toMatchObject({ dueAt: null });
    expect(clock({ status: 'New', priority: null })).toMatchObject({ dueAt: null });
  });

  it('dates imported cases by what they say', () => {
    const past = { createddate: '2026-06-01 09:00:00+00', lastmodifieddate: '2026-06-02 09:00:00+00' };
    expect(clock({ ...past, status: 'Solved' })).toMatchObject({ closedAt: '2026-06-02 09:00:00+00' });
    expect(clock({ ...past, status: 'Working', waiting_since__c: '2026-06-02 08:00:00+00' })).toMatchObject({
      waitingSince: '2026-06-02 08:00:00+00',
    });
  });
});
