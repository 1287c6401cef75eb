import { describe, expect, test } from 'vitest';
import { compileInTests, day, shippedVersion, tell, tellUntilOffer } from './testing/story.js';

const process = compileInTests(shippedVersion('marrenfell-field-officer'));
const openKeys = (steps: readonly { step: string; isOpen: boolean }[]) =>
  steps.filter((each) => each.isOpen).map((each) => each.step);

describe('the course of an application', () => {
  test('is a draft that waits on the candidate until it is submitted', () => {
    const story = tell(process);
    story.add('2026-01-05', 'application.started');
    const state = story.at('2026-01-06');
    expect(state).toMatchObject({ status: 'draft', waitingOn: 'candidate', openSteps: 0 });
    expect(state.steps[0]).toMatchObject({ state: 'not_open', blockedBy: [{ kind: 'not_submitted' }] });
  });

  test('opens the first step with submission and waits on the agency from then', () => {
    const story = tell(process);
    story.add('2026-01-05', 'application.started');
    story.add('2026-01-06', 'application.submitted');
    expect(story.at('2026-01-07')).toMatchObject({
      status: 'submitted',
      phase: 'qualification',
      waitingOn: 'agency',
      waitingSince: day('2026-01-06'),
      waitingStep: 'qualification',
    });
    expect(story.step('2026-01-07', 'qualification')).toMatchObject({
      state: 'open',
      attempt: 1,
      openedAt: day('2026-01-06'),
      dueAt: day('2026-01-21'),
      isOverdue: false,
    });
    expect(story.step('2026-01-21', 'qualification').isOverdue).toBe(true);
    expect(story.step('2026-01-07', 'exam').blockedBy).toEqual([
      { kind: 'prerequisite', step: 'qualification', state: 'open' },
    ]);
  });

  test('goes through waiting, an appointment and attendance to a result', () => {
    const story = tell(process);
    story.add('2026-01-06', 'application.submitted');
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    const appointment = { startsAt: day('2026-01-20'), place: 'Ellery hall' };
    story.add('2026-01-14', 'stage.scheduled', 'exam', { data: { appointment }, waitingOn: 'agency' });
    expect(story.at('2026-01-15').status).toBe('in_process');
    expect(story.step('2026-01-15', 'exam')).toMatchObject({
      state: 'scheduled',
      since: day('2026-01-14'),
      waitingOn: 'agency',
      openedAt: day('2026-01-12'),
      appointment,
    });
    story.add('2026-01-20', 'stage.attended', 'exam');
    expect(story.step('2026-01-21', 'exam')).toMatchObject({
      state: 'waiting',
      waitingOn: 'agency',
      waitingSince: day('2026-01-14'),
      appointment: undefined,
    });
    story.add('2026-01-23', 'stage.completed', 'exam', { outcome: 'passed' });
    expect(story.step('2026-01-24', 'exam')).toMatchObject({
      state: 'done',
      outcome: 'passed',
      since: day('2026-01-23'),
    });
  });

  test('after a no-show the candidate has to find a new appointment, and no attempt is used up', () => {
    const story = tell(process);
    story.add('2026-01-06', 'application.submitted');
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    const appointment = { startsAt: day('2026-01-20') };
    story.add('2026-01-14', 'stage.scheduled', 'exam', { data: { appointment }, waitingOn: 'agency' });
    expect(story.refuses('2026-01-19', 'stage.no_show', 'exam')?.code).toBe('before_appointment');
    story.add('2026-01-20', 'stage.no_show', 'exam');
    expect(story.step('2026-01-21', 'exam')).toMatchObject({
      state: 'open',
      attempt: 1,
      waitingOn: 'candidate',
      waitingSince: day('2026-01-20'),
      appointment: undefined,
    });
  });

  test('opens five parallel steps with the accepted offer', () => {
    const state = tellUntilOffer(process).at('2026-03-03');
    expect(openKeys(state.steps)).toEqual([
      'medical',
      'psychological',
      'drug_test',
      'personal_history',
      'background',
    ]);
    expect(state).toMatchObject({ phase: 'after_offer', openSteps: 5, heldSteps: 0 });
  });

  test('names the candidate as the one waited on while any open step waits on the candidate', () => {
    const story = tellUntilOffer(process);
    story.add('2026-03-03', 'stage.entered', 'medical');
    expect(story.at('2026-03-04')).toMatchObject({ waitingOn: 'candidate', waitingStep: 'drug_test' });
    story.add('2026-03-05', 'stage.completed', 'drug_test', { outcome: 'negative' });
    story.add('2026-03-06', 'stage.completed', 'personal_history', { outcome: 'complete' });
    story.add('2026-03-07', 'investigation.closed', 'background', { outcome: 'favourable' });
    expect(story.at('2026-03-08')).toMatchObject({
      waitingOn: 'third_party',
      waitingStep: 'medical',
      waitingSince: day('2026-03-02'),
    });
  });

  test('ends on duty, after which nothing before entry expires and the academy opens', () => {
    const story = tellUntilOffer(process);
    passTheChecks(story);
    story.add('2026-04-10', 'selected', 'final_offer');
    story.add('2026-04-12', 'offer.final', 'final_offer');
    story.add('2026-04-20', 'offer.accepted', 'final_offer');
    expect(story.at('2026-04-21')).toMatchObject({ phase: 'class', openSteps: 1 });
    const appointment = { startsAt: day('2026-05-04'), place: 'Tarnhow Academy', session: '27-1' };
    story.add('2026-04-22', 'stage.scheduled', 'entry_on_duty', { data: { appointment } });
    story.add('2026-05-04', 'onduty', 'entry_on_duty');
    const later = story.at('2029-01-01');
    expect(later).toMatchObject({ status: 'on_duty', phase: 'on_duty', onDutyAt: day('2026-05-04') });
    expect(openKeys(later.steps)).toEqual(['academy']);
    expect(later.nextExpiryAt).toBeUndefined();
  });

  test('leaving the academy closes it', () => {
    const story = tellUntilOffer(process);
    passTheChecks(story);
    story.add('2026-04-12', 'offer.final', 'final_offer');
    story.add('2026-04-20', 'offer.accepted', 'final_offer');
    story.add('2026-05-04', 'onduty', 'entry_on_duty');
    story.add('2026-06-01', 'academy.left', 'academy', { reason: 'Family' });
    expect(story.at('2026-06-02')).toMatchObject({
      status: 'closed',
      closing: { disposition: 'left_academy', at: day('2026-06-01') },
      onDutyAt: day('2026-05-04'),
    });
  });
});

describe('results that end or expire', () => {
  test('a failed attempt may be repeated after its waiting time, and the last one ends the application', () => {
    const story = tell(process);
    story.add('2026-01-06', 'application.submitted');
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    story.add('2026-01-20', 'stage.completed', 'exam', { outcome: 'not_passed' });
    expect(story.step('2026-02-01', 'exam')).toMatchObject({
      state: 'failed',
      isOpen: false,
      attempt: 1,
      nextAttemptAt: day('2026-04-20'),
    });
    expect(story.at('2026-02-01')).toMatchObject({ phase: 'exam', nextChangeAt: day('2026-04-20') });
    expect(story.refuses('2026-04-19', 'stage.completed', 'exam', { outcome: 'passed' })?.code).toBe(
      'retake_wait',
    );
    expect(story.step('2026-04-20', 'exam')).toMatchObject({
      state: 'open',
      attempt: 2,
      openedAt: day('2026-04-20'),
    });
    story.add('2026-04-20', 'stage.completed', 'exam', { outcome: 'not_passed' });
    story.add('2026-07-19', 'stage.completed', 'exam', { outcome: 'not_passed' });
    expect(story.at('2026-07-20')).toMatchObject({
      status: 'closed',
      phase: 'exam',
      openSteps: 0,
      closing: { disposition: 'exam_not_passed', isAppealable: false, reapplyAt: day('2027-07-19') },
    });
  });

  test('a third attempt at a step that allows two is refused', () => {
    const version = shippedVersion('marrenfell-field-officer');
    const steps = version.steps.map((step) =>
      step.key === 'exam' ? { ...step, retake: { attempts: 2, waitDays: 30 } } : step,
    );
    const story = tell(compileInTests({ ...version, steps }));
    story.add('2026-01-06', 'application.submitted');
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    story.add('2026-01-20', 'stage.completed', 'exam', { outcome: 'not_passed' });
    story.add('2026-03-20', 'stage.completed', 'exam', { outcome: 'not_passed', attempt: 2 });
    expect(
      story.refuses('2026-05-20', 'stage.scheduled', 'exam', { data: { appointment: { startsAt: 0 } } }),
    ).toMatchObject({ code: 'attempts_spent', values: { attempts: 2 } });
    expect(story.step('2030-01-01', 'exam')).toMatchObject({ state: 'failed', nextAttemptAt: undefined });
  });

  test('an expired medical opens again, is taken again, and holds up the final offer until then', () => {
    const story = tellUntilOffer(process);
    story.add('2026-03-10', 'stage.completed', 'medical', { outcome: 'fit' });
    story.add('2026-03-11', 'stage.completed', 'psychological', { outcome: 'suitable' });
    story.add('2026-03-12', 'stage.completed', 'personal_history', { outcome: 'complete' });
    expect(story.at('2026-09-01').nextExpiryAt).toBe(day('2026-11-02'));
    expect(story.step('2027-03-09', 'medical')).toMatchObject({
      state: 'done',
      expiresAt: day('2027-03-10'),
    });
    expect(story.step('2027-03-10', 'medical')).toMatchObject({
      state: 'expired',
      isOpen: true,
      attempt: 1,
      waitingOn: 'third_party',
      waitingSince: day('2027-03-10'),
      expiresAt: day('2027-03-10'),
    });
    expect(story.at('2027-03-10').phase).toBe('after_offer');
    story.add('2027-03-15', 'stage.entered', 'medical', { attempt: 2 });
    expect(story.step('2027-03-16', 'medical')).toMatchObject({
      state: 'waiting',
      attempt: 2,
      outcome: 'fit',
    });
    expect(story.step('2027-03-16', 'final_offer').blockedBy).toContainEqual({
      kind: 'prerequisite',
      step: 'medical',
      state: 'waiting',
    });
    story.add('2027-04-01', 'stage.completed', 'medical', { outcome: 'fit' });
    expect(story.step('2027-04-02', 'medical')).toMatchObject({
      state: 'done',
      attempt: 2,
      expiresAt: day('2028-04-01'),
    });
  });

  test('a result that everything resting on it has used does not expire any more', () => {
    const story = tellUntilOffer(process);
    expect(story.step('2030-01-01', 'exam')).toMatchObject({ state: 'done', expiresAt: undefined });
    expect(story.step('2030-01-01', 'interview')).toMatchObject({ state: 'done', expiresAt: undefined });
    expect(story.step('2030-01-01', 'fitness').state).toBe('expired');
  });

  test('a step that has begun goes on when what it rests on expires', () => {
    const story = tell(process);
    story.add('2026-01-06', 'application.submitted');
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    story.add('2026-01-20', 'stage.completed', 'exam', { outcome: 'passed' });
    story.add('2026-02-02', 'stage.completed', 'fitness', { outcome: 'passed' });
    expect(story.step('2026-12-01', 'interview')).toMatchObject({
      state: 'not_open',
      blockedBy: [{ kind: 'prerequisite', step: 'fitness', state: 'expired' }],
    });
    story.add('2026-11-01', 'stage.entered', 'interview', { recordedAt: day('2026-12-02') });
    expect(story.step('2026-12-03', 'interview').state).toBe('waiting');
  });

  test('an offer not answered in time expires and may be made again', () => {
    const story = tell(process);
    story.add('2026-01-06', 'application.submitted');
    story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
    for (const step of ['exam', 'fitness', 'interview']) {
      story.add('2026-01-12', 'stage.waived', step, { reason: 'Transfer' });
    }
    story.add('2026-02-01', 'offer.tentative', 'conditional_offer');
    expect(story.step('2026-02-21', 'conditional_offer')).toMatchObject({
      state: 'waiting',
      waitingOn: 'candidate',
      expiresAt: day('2026-02-22'),
    });
    expect(story.step('2026-02-22', 'conditional_offer')).toMatchObject({
      state: 'expired',
      isOpen: true,
      attempt: 1,
      waitingOn: 'agency',
      waitingSince: day('2026-02-22'),
    });
    expect(story.refuses('2026-02-22', 'offer.accepted', 'conditional_offer')?.code).toBe('offer_lapsed');
    story.add('2026-02-25', 'offer.tentative', 'conditional_offer', {
      data: { answerBy: day('2026-03-04') },
    });
    expect(story.step('2026-02-26', 'conditional_offer')).toMatchObject({ state: 'waiting', attempt: 2 });
    story.add('2026-03-03', 'offer.accepted', 'conditional_offer');
    expect(story.step('2026-03-04', 'medical').isOpen).toBe(true);
  });

  test('an offer whose lapse has a disposition closes the application by time alone', () => {
    const story = tell(compileInTests(shippedVersion('lake-guard-5')));
    story.add('2026-04-01', 'application.submitted');
    story.add('2026-04-03', 'stage.completed', 'application_check', { outcome: 'complete' });
    story.add('2026-04-10', 'stage.completed', 'swim_fitness', { outcome: 'passed' });
    story.add('2026-04-10', 'stage.completed', 'interview', { outcome: 'recommended' });
    story.add('2026-04-15', 'offer.final', 'offer');
    expect(story.at('2026-04-16')).toMatchObject({ status: 'in_process', nextChangeAt: day('2026-04-22') });
    expect(story.at('2026-05-01')).toMatchObject({
      status: 'closed',
      closing: { disposition: 'no_reply', at: day('2026-04-22') },
      nextChangeAt: undefined,
    });
  });
});

function passTheChecks(story: ReturnType<typeof tell>): void {
  story.add('2026-03-10', 'stage.completed', 'medical', { outcome: 'fit' });
  story.add('2026-03-11', 'stage.completed', 'psychological', { outcome: 'suitable' });
  story.add('2026-03-12', 'stage.completed', 'drug_test', { outcome: 'negative' });
  story.add('2026-03-13', 'stage.completed', 'personal_history', { outcome: 'complete' });
  story.add('2026-04-08', 'investigation.closed', 'background', { outcome: 'favourable' });
}
