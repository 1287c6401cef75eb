import { describe, expect, test } from 'vitest';
import { checkProcess } from './check-process.js';
import type { Label } from './process.js';
import { compileInTests, day, shippedVersion, tell } from './testing/story.js';

const names = ['field-officer-14', 'marrenfell-field-officer', 'lake-guard-5'] as const;
const tradeWords =
  /adjudicat|disposition|requisition|conditional|certificate|eligible|step|stage|candidate|applicant|adjudica|requisici|condicional|etapa|candidat/i;

describe.each(names)('the process %s', (name) => {
  const version = shippedVersion(name);

  test('has nothing wrong with it', () => {
    expect(checkProcess(version)).toEqual([]);
  });

  test('speaks to candidates without a word of the trade', () => {
    const labels: Label[] = [...version.phases, ...version.steps].map((each) => each.candidateLabel);
    labels.push(...version.dispositions.map((each) => each.label));
    for (const { en, es } of labels) {
      expect(en).not.toMatch(tradeWords);
      expect(es).not.toMatch(tradeWords);
    }
  });

  test('hides medical, psychological and background content', () => {
    const sealed = version.steps.filter((step) =>
      ['medical', 'psychological', 'background'].includes(step.kind),
    );
    expect(sealed.every((step) => step.sealed)).toBe(true);
  });
});

test('the 14-stage template covers every stage and asks for a medical only after the offer', () => {
  const { steps } = shippedVersion('field-officer-14');
  expect([...new Set(steps.map((step) => step.stage))]).toEqual(
    Array.from({ length: 14 }, (_, index) => index + 1),
  );
  expect(steps.filter((step) => step.stage === 7).map((step) => step.kind)).toEqual([
    'medical',
    'psychological',
  ]);
});

test('the demo agency has 14 steps on a board of nine columns', () => {
  const { steps, phases } = shippedVersion('marrenfell-field-officer');
  expect(steps).toHaveLength(14);
  expect(phases.map((phase) => phase.label.en)).toEqual([
    'Qualification',
    'Exam',
    'Fitness',
    'Interview',
    'Offer out',
    'After the offer',
    'Final offer',
    'Class',
    'On duty',
  ]);
});

test('an interest is over when the application is started', () => {
  const story = tell(compileInTests(shippedVersion('field-officer-14')));
  story.add('2026-01-02', 'lead.created');
  expect(story.at('2026-01-03')).toMatchObject({ status: 'draft', phase: 'interest', openSteps: 1 });
  story.add('2026-01-05', 'application.started');
  expect(story.step('2026-01-06', 'interest').state).toBe('done');
  story.add('2026-01-06', 'application.submitted');
  expect(story.at('2026-01-07')).toMatchObject({ status: 'submitted', phase: 'qualification' });
});

test('the polygraph is skipped where it is not lawful', () => {
  const story = tell(compileInTests(shippedVersion('field-officer-14')));
  const facts = { polygraph_not_lawful: true };
  story.add('2026-01-05', 'application.started');
  story.add('2026-01-06', 'application.submitted', undefined, { data: { facts } });
  expect(story.step('2026-01-07', 'polygraph')).toMatchObject({ state: 'skipped', since: day('2026-01-06') });
  story.know('2026-01-08', { polygraph_not_lawful: false });
  expect(story.step('2026-01-09', 'polygraph').state).toBe('not_open');
});
