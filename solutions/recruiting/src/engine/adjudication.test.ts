import { describe, expect, test } from 'vitest';
import { compileInTests, day, shippedVersion, tell, tellUntilOffer } from './testing/story.js';

const version = shippedVersion('marrenfell-field-officer');
const process = compileInTests(version);

describe('a gate', () => {
  test('stops Joel at three costly steps, and a favourable adjudication lets them go on', () => {
    const story = tellUntilOffer(process);
    story.add('2026-03-04', 'stage.entered', 'medical');
    story.know('2026-03-09', { driving_licence: 'suspended' }, { waitingOn: 'candidate' });
    const stopped = story.at('2026-03-10');
    expect(stopped).toMatchObject({
      status: 'held',
      phase: 'after_offer',
      openSteps: 2,
      heldSteps: 3,
      waitingOn: 'candidate',
      waitingSince: day('2026-03-09'),
      adjudication: { causes: [{ kind: 'gate', gate: 'driving-licence', at: day('2026-03-09') }] },
    });
    const held = stopped.steps.filter((each) => each.state === 'held');
    expect(held.map((each) => each.step)).toEqual(['medical', 'psychological', 'background']);
    const cost = (key: string) => version.steps.find((step) => step.key === key)?.cost ?? 0;
    expect(held.reduce((sum, each) => sum + cost(each.step), 0)).toBe(2300);
    expect(held[0]).toMatchObject({
      since: day('2026-03-09'),
      blockedBy: [{ kind: 'gate', gate: 'driving-licence' }],
    });
    expect(story.refuses('2026-03-10', 'stage.completed', 'medical', { outcome: 'fit' })?.code).toBe(
      'step_held',
    );

    story.know('2026-03-12', { licence_back_on: '2026-04-01' }, { waitingOn: 'agency' });
    expect(story.at('2026-03-13')).toMatchObject({ waitingOn: 'agency', waitingSince: day('2026-03-12') });
    expect(story.refuses('2026-03-16', 'adjudication.favourable')).toMatchObject({
      code: 'missing',
      at: 'reason',
    });
    story.add('2026-03-16', 'adjudication.favourable', undefined, {
      reason: 'Licence is restored on 1 April',
    });
    const reopened = story.at('2026-03-17');
    expect(reopened).toMatchObject({
      status: 'in_process',
      openSteps: 5,
      heldSteps: 0,
      adjudication: undefined,
    });
    expect(story.step('2026-03-17', 'medical')).toMatchObject({
      state: 'waiting',
      waitingSince: day('2026-03-02'),
    });
  });

  test('holds again when its fact is recorded anew, and not for other facts', () => {
    const story = tellUntilOffer(process);
    story.know('2026-03-09', { driving_licence: 'suspended' });
    story.add('2026-03-16', 'adjudication.favourable', undefined, { reason: 'Explained' });
    story.know('2026-03-20', { languages: 3 });
    expect(story.at('2026-03-21').status).toBe('in_process');
    story.know('2026-03-22', { driving_licence: 'suspended' });
    expect(story.at('2026-03-23').status).toBe('held');
  });

  test('keeps costly steps from opening, and a result from before it held still counts', () => {
    const story = tell(process);
    story.add('2026-01-06', 'application.submitted', undefined, {
      data: { facts: { driving_licence: 'suspended' } },
    });
    expect(story.at('2026-01-07')).toMatchObject({ status: 'held', openSteps: 1, heldSteps: 0 });
    const late = tellUntilOffer(process);
    late.know('2026-03-09', { driving_licence: 'suspended' });
    late.add('2026-03-06', 'stage.completed', 'medical', { outcome: 'fit', recordedAt: day('2026-03-10') });
    expect(late.step('2026-03-11', 'medical').state).toBe('done');
  });

  test('is not there any more once the fact turns out to have been recorded by mistake', () => {
    const story = tellUntilOffer(process);
    const before = story.at('2026-03-12');
    const fact = story.know('2026-03-09', { driving_licence: 'suspended' });
    story.correct('2026-03-11', fact);
    expect(story.at('2026-03-12')).toEqual(before);
  });

  test('an unfavourable adjudication closes the application with a disposition', () => {
    const story = tellUntilOffer(process);
    story.know('2026-03-09', { driving_licence: 'suspended' });
    story.add('2026-03-16', 'adjudication.unfavourable', undefined, {
      reason: 'Suspended for two years',
      data: { disposition: 'unfavourable_adjudication' },
    });
    expect(story.at('2026-03-17')).toMatchObject({
      status: 'closed',
      openSteps: 0,
      heldSteps: 0,
      closing: { disposition: 'unfavourable_adjudication', isAppealable: true },
    });
  });
});

describe('an outcome that has to be weighed', () => {
  test('stops costly steps and the final offer, and counts as passed once found favourable', () => {
    const story = tellUntilOffer(process);
    story.add('2026-03-10', 'stage.completed', 'personal_history', { outcome: 'disclosure' });
    expect(story.at('2026-03-11')).toMatchObject({ status: 'held', heldSteps: 4, openSteps: 1 });
    expect(story.step('2026-03-11', 'personal_history')).toMatchObject({
      state: 'held',
      attempt: 1,
      outcome: 'disclosure',
      blockedBy: [{ kind: 'adjudication' }],
    });
    story.add('2026-03-18', 'adjudication.favourable', undefined, { reason: 'Long ago, told openly' });
    expect(story.step('2026-03-19', 'personal_history')).toMatchObject({
      state: 'done',
      since: day('2026-03-18'),
    });
    expect(story.at('2026-03-19')).toMatchObject({ status: 'in_process', openSteps: 4, heldSteps: 0 });
  });

  test('an adjudication can be asked for without a cause in the process, and stands in the way of the last steps', () => {
    const story = tell(compileInTests(shippedVersion('lake-guard-5')));
    story.add('2026-04-01', 'application.submitted');
    story.add('2026-04-03', 'stage.completed', 'application_check', { outcome: 'complete' });
    story.add('2026-04-10', 'stage.completed', 'swim_fitness', { outcome: 'passed' });
    story.add('2026-04-10', 'stage.completed', 'interview', { outcome: 'recommended' });
    story.add('2026-04-11', 'adjudication.opened', undefined, {
      reason: 'Two references contradict each other',
    });
    expect(story.refuses('2026-04-12', 'offer.final', 'offer')?.code).toBe('step_held');
    story.add('2026-04-13', 'adjudication.favourable', undefined, { reason: 'Mixed up two people' });
    story.add('2026-04-14', 'offer.final', 'offer');
  });
});
