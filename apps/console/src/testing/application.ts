import type { ApplicationView, HistoryEntry, StepLane } from '@muster/client';

/** An entry of a history. */
export function entry(id: string, text: string): HistoryEntry {
  return {
    id,
    kind: 'contact.made',
    text,
    effectiveAt: '2026-11-20T09:00:00Z',
    recordedAt: '2026-11-20T09:00:00Z',
    by: 'Ruth Amsel',
    reason: null,
    correctedBy: null,
    canReverse: true,
  };
}

/** A step that waits for its result. */
function openStep(step: string, label: string): StepLane {
  return {
    step,
    label,
    state: 'waiting',
    outcome: null,
    attempt: 1,
    since: '2026-11-03T09:00:00Z',
    dueAt: '2026-12-18T09:00:00Z',
    expiresAt: null,
    waitingOn: 'third_party',
    role: 'Clinic',
    blockedBy: [],
    nextAttemptAt: null,
    sealed: true,
    outcomes: [
      { value: 'fit', label: 'Fit for duty', passes: true },
      { value: 'unfit', label: 'Not fit for duty', passes: false },
    ],
    attemptsAllowed: 3,
    hold: null,
    waiver: null,
  };
}

/** Nia's application with an open medical; `changes` replace parts of it. */
export function application(changes: Partial<ApplicationView> = {}): ApplicationView {
  return {
    id: 'a1',
    version: 1,
    name: 'Nia Calder',
    number: 'A-000412',
    contactId: 'c1',
    email: 'nia@example.org',
    phone: null,
    posting: { value: 'P-0001', label: 'Field officer' },
    requisition: null,
    process: { label: 'Field Officer', version: 1 },
    owner: { value: '005', label: 'Tomas Keller' },
    status: 'in_process',
    phase: 'After the offer',
    sentence: 'Waiting on the clinic since 3 Nov; fitness test expires 14 Feb 2027',
    firstContact: null,
    lanes: [
      { phase: 'after', label: 'After the offer', steps: [openStep('medical', 'Medical examination')] },
    ],
    actions: [
      { kind: 'record_result', label: 'Record result: Medical examination', step: 'medical' },
      { kind: 'close', label: 'Close application', step: null },
    ],
    dispositions: [{ value: 'not_selected', label: 'Someone else was selected' }],
    facts: [],
    gate: null,
    hold: null,
    review: null,
    reviewable: [],
    documents: [],
    answers: [],
    sealed: [{ what: 'Medical examination: findings', whoMayOpen: 'Clinic' }],
    notes: [],
    conversation: [],
    history: [entry('1', 'Conditional offer: accepted')],
    ...changes,
  };
}
