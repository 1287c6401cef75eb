import { expect, test } from 'vitest';
import { legalNextEvents } from './legal-next-events.js';
import { compileInTests, day, shippedVersion, tell, tellUntilOffer } from './testing/story.js';

const process = compileInTests(shippedVersion('marrenfell-field-officer'));

function nextOn(step: string | undefined, story = tellUntilOffer(process)) {
  const now = day('2026-03-10');
  return legalNextEvents(process, story.at('2026-03-10'), now).filter((each) => each.step === step);
}

test('lists what may be recorded on an open step, with the outcomes to choose from and what else it needs', () => {
  expect(nextOn('drug_test')).toEqual([
    { kind: 'contact.made', step: 'drug_test', outcomes: [], needs: [] },
    { kind: 'stage.entered', step: 'drug_test', outcomes: [], needs: [] },
    { kind: 'stage.scheduled', step: 'drug_test', outcomes: [], needs: ['appointment'] },
    { kind: 'stage.attended', step: 'drug_test', outcomes: [], needs: [] },
    { kind: 'stage.completed', step: 'drug_test', outcomes: ['negative', 'invalid', 'positive'], needs: [] },
    { kind: 'hold.started', step: 'drug_test', outcomes: [], needs: ['waitingOn', 'reason'] },
  ]);
});

test('names a result by the event its kind of step is recorded with', () => {
  expect(nextOn('background').map((each) => each.kind)).toContain('investigation.closed');
  expect(nextOn('background').map((each) => each.kind)).not.toContain('stage.completed');
});

test('has nothing for a step that is done, and no adjudication to settle where none is open', () => {
  expect(nextOn('exam')).toEqual([]);
  const kinds = nextOn(undefined).map((each) => each.kind);
  expect(kinds).toContain('withdrawn');
  expect(kinds).toContain('adjudication.opened');
  expect(kinds).not.toContain('adjudication.favourable');
});

test('offers a waiver only where the process allows one', () => {
  const story = tell(process);
  story.add('2026-01-06', 'application.submitted');
  const waivers = legalNextEvents(process, story.at('2026-01-07'), day('2026-01-07')).filter(
    (each) => each.kind === 'stage.waived',
  );
  expect(waivers.map((each) => each.step)).toEqual(['exam', 'fitness', 'interview', 'academy']);
});

test('offers only a review of what decided it once the application is closed', () => {
  const story = tellUntilOffer(process);
  story.add('2026-03-05', 'stage.completed', 'drug_test', { outcome: 'positive' });
  expect(nextOn(undefined, story).map((each) => each.kind)).toEqual(['contact.made', 'fact.recorded']);
  expect(nextOn('drug_test', story)).toEqual([
    { kind: 'review.requested', step: 'drug_test', outcomes: [], needs: ['reason'] },
  ]);
});
