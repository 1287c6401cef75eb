import type { Column, Formats } from '@muster/ui';
import type { useProcessesText } from '../../messages/processes/use-processes-text.js';
import type { StepEntry } from './step-changes.js';
import type { PhaseStep } from './step-table.js';

type ProcessesText = ReturnType<typeof useProcessesText>;

export interface StepEditing {
  readonly isEditable: boolean;
  readonly entryOf: (step: PhaseStep) => StepEntry;
  readonly onEntry: (step: PhaseStep, entry: StepEntry) => void;
}

/** The columns of the table of steps: rules in words, or as boxes in a draft. */
export function stepColumns(
  t: ProcessesText,
  formats: Formats,
  editing: StepEditing,
): readonly Column<PhaseStep>[] {
  return [
    { id: 'step', header: t('step'), cell: (step) => step.label },
    { id: 'phase', header: t('step.phase'), cell: (step) => step.phase, hideBelow: 'wide' },
    {
      id: 'after',
      header: t('step.after'),
      cell: (step) => afterText(step, t, formats),
      canWrap: true,
      hideBelow: 'wide',
    },
    { id: 'role', header: t('step.role'), cell: (step) => step.role, hideBelow: 'medium' },
    ...ruleColumns(t, editing),
    {
      id: 'cost',
      header: t('step.cost'),
      cell: (step) => formats.money(step.cost),
      align: 'end',
      hideBelow: 'medium',
    },
  ];
}

function afterText(step: PhaseStep, t: ProcessesText, formats: Formats): string {
  const parts = [
    ...(step.prerequisites.length === 0 ? [] : [formats.list(step.prerequisites.map(({ label }) => label))]),
    ...(step.afterConditionalOffer ? [t('step.afterOffer')] : []),
    ...(step.waivable ? [t('step.waivable')] : []),
  ];
  return parts.length === 0 ? '–' : parts.join('; ');
}

function ruleColumns(t: ProcessesText, editing: StepEditing): readonly Column<PhaseStep>[] {
  if (editing.isEditable) {
    return [
      editColumn(
        'targetDays',
        t('step.targetDays'),
        (step) => t('step.targetOf', { step: step.label }),
        editing,
      ),
      editColumn(
        'validityMonths',
        t('step.validityMonths'),
        (step) => t('step.validityOf', { step: step.label }),
        editing,
      ),
      editColumn(
        'attempts',
        t('step.attempts'),
        (step) => t('step.attemptsOf', { step: step.label }),
        editing,
      ),
    ];
  }
  return [
    {
      id: 'target',
      header: t('step.target'),
      cell: (step) => t('days', { count: step.targetDays }),
      align: 'end',
    },
    {
      id: 'validity',
      header: t('step.validity'),
      cell: (step) =>
        step.validityMonths === null ? t('forGood') : t('months', { count: step.validityMonths }),
      align: 'end',
    },
    {
      id: 'attempts',
      header: t('step.attempts'),
      cell: (step) =>
        step.attempts === null
          ? t('once')
          : t('attemptsWith', { count: step.attempts, wait: step.waitDays ?? 0 }),
      align: 'end',
    },
  ];
}

function editColumn(
  field: keyof StepEntry,
  header: string,
  label: (step: PhaseStep) => string,
  { entryOf, onEntry }: StepEditing,
): Column<PhaseStep> {
  return {
    id: field,
    header,
    align: 'end',
    cell: (step) => {
      const entry = entryOf(step);
      const before = step[field];
      return (
        <input
          className="console-count-field"
          inputMode="numeric"
          maxLength={4}
          aria-label={label(step)}
          data-changed={entry[field] !== (before === null ? '' : String(before)) || undefined}
          value={entry[field]}
          onChange={(event) => onEntry(step, { ...entry, [field]: event.target.value })}
        />
      );
    },
  };
}
