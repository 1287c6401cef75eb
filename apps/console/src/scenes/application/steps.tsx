import type { ApplicationView, StepLane } from '@muster/client';
import { Card, EllipsisIcon, IconButton, LockIcon, Menu, useFormats } from '@muster/ui';
import { Deadline } from '../../components/deadline.js';
import { StepChip } from '../../components/step-chip.js';
import { isHeld, isOpen } from '../../components/step-openness.js';
import { useCan } from '../../data/session.js';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import { type ActionTarget, stepActions } from './action-target.js';
import './steps.css';

export interface StepsProps {
  readonly view: ApplicationView;
  readonly onOpen: (target: ActionTarget) => void;
}

/** Every step by phase, parallel ones under each other in one phase; nothing of it hides behind a hover. */
export function Steps({ view, onOpen }: StepsProps) {
  const t = useApplicationText();
  const steps = view.lanes.flatMap((lane) => lane.steps);
  const held = steps.filter(isHeld).length;
  const counts = [
    t('steps.count', { open: steps.filter(isOpen).length }),
    ...(held === 0 ? [] : [t('steps.held', { held })]),
  ];
  return (
    <Card title={t('steps')} meta={counts.join(', ')} isFlush>
      <table className="console-steps">
        <caption className="mu-visually-hidden">{t('steps')}</caption>
        <thead>
          <tr>
            <th scope="col" className="console-step-phase">
              {t('steps.phase')}
            </th>
            <th scope="col">{t('steps.step')}</th>
            <th scope="col">{t('steps.state')}</th>
            <th scope="col">{t('steps.role')}</th>
            <th scope="col" data-align="end">
              {t('steps.since')}
            </th>
            <th scope="col" data-align="end">
              {t('steps.due')}
            </th>
            <th scope="col" data-align="end">
              {t('steps.expires')}
            </th>
            <th scope="col">
              <span className="mu-visually-hidden">{t('steps.actions')}</span>
            </th>
          </tr>
        </thead>
        {view.lanes.map((lane) => (
          <tbody key={lane.phase}>
            {lane.steps.map((step, index) => (
              <tr
                key={step.step}
                data-open={isOpen(step) || isHeld(step) || undefined}
                data-state={step.state}
              >
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={lane.steps.length} className="console-step-phase">
                    {lane.label}
                  </th>
                )}
                <StepName step={step} />
                <td>
                  <StepChip state={step.state}>{standingResult(step)}</StepChip>
                </td>
                {step.state === 'not_open' ? <LaterCell step={step} /> : <StepCells step={step} />}
                <td className="console-step-actions">
                  <StepMenu view={view} step={step} onOpen={onOpen} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Card>
  );
}

/** The result a step stands with; one that ran out is not shown as if it still counted. */
function standingResult({ state, outcome }: StepLane): string | undefined {
  return state === 'expired' ? undefined : (outcome ?? undefined);
}

/** The step, its attempt once that says something, and from when it may be taken again. */
function StepName({ step }: { readonly step: StepLane }) {
  const t = useApplicationText();
  const formats = useFormats();
  const tells = step.attemptsAllowed !== null && (isOpen(step) || isHeld(step) || step.attempt > 1);
  const notes = [
    tells
      ? t('steps.attempt', { attempt: Math.max(1, step.attempt), allowed: step.attemptsAllowed ?? 1 })
      : null,
    step.nextAttemptAt === null ? null : t('steps.nextAttempt', { day: formats.day(step.nextAttemptAt) }),
    useExceptionNote(step),
  ].filter((note) => note !== null);
  return (
    <th scope="row" className="console-step-name">
      <span className="console-step-label">{step.sealed ? <Sealed label={step.label} /> : step.label}</span>
      {notes.length > 0 && <span className="console-step-note">{notes.join(' · ')}</span>}
    </th>
  );
}

/** By whom a step was waived and why, or why it is on hold. */
function useExceptionNote({ waiver, hold }: StepLane): string | null {
  const t = useApplicationText();
  const formats = useFormats();
  if (waiver !== null)
    return t('steps.waived', { name: waiver.by, reason: waiver.reason ?? t('steps.sealed') });
  if (hold === null) return null;
  const reason = hold.reason ?? t('steps.sealed');
  return hold.until === null
    ? t('steps.hold', { reason })
    : t('steps.holdUntil', { reason, day: formats.day(hold.until) });
}

/** A name with a lock that never stands alone on a line. */
function Sealed({ label }: { readonly label: string }) {
  const t = useApplicationText();
  const cut = label.lastIndexOf(' ') + 1;
  return (
    <>
      {label.slice(0, cut)}
      <span className="mu-nowrap">
        {label.slice(cut)}
        <LockIcon className="mu-icon" role="img" aria-label={t('steps.sealed')} />
      </span>
    </>
  );
}

/** What a step that is not open yet waits for, in one cell. */
function LaterCell({ step }: { readonly step: StepLane }) {
  return (
    <td colSpan={4} className="console-step-later">
      {step.role}
      {step.blockedBy.length > 0 && <span className="console-step-note">{step.blockedBy.join(' · ')}</span>}
    </td>
  );
}

function StepCells({ step }: { readonly step: StepLane }) {
  const t = useApplicationText();
  const formats = useFormats();
  const isNow = isOpen(step) || isHeld(step);
  return (
    <>
      <td className="console-step-who" data-label={t('steps.role')}>
        {step.role}
        {step.waitingOn !== null && (
          <span className="console-step-note">{t(`steps.waitingOn.${step.waitingOn}`)}</span>
        )}
      </td>
      <td data-align="end" data-label={t('steps.since')} data-empty={step.since === null || undefined}>
        {step.since === null ? '' : formats.day(step.since)}
      </td>
      <td data-align="end" data-label={t('steps.due')} data-empty={!isNow || undefined}>
        {isNow && <Deadline at={step.dueAt} />}
      </td>
      <td data-align="end" data-label={t('steps.expires')} data-empty={step.expiresAt === null || undefined}>
        {step.expiresAt !== null && <Deadline at={step.expiresAt} />}
      </td>
    </>
  );
}

function StepMenu({ view, step, onOpen }: StepsProps & { readonly step: StepLane }) {
  const t = useApplicationText();
  const can = useCan();
  const label = t('steps.actionsOf', { step: step.label });
  const actions = [
    ...stepActions(view, step.step).map((action) => ({
      id: action.kind,
      label: t(`do.${action.kind}`),
      onAction: () => onOpen({ kind: action.kind, step: action.step, entry: null }),
    })),
    ...(can('Work_Applications') && isOpen(step)
      ? [
          {
            id: 'waiting_on',
            label: t('do.waiting_on'),
            onAction: () => onOpen({ kind: 'waiting_on', step: step.step, entry: null }),
          },
        ]
      : []),
  ];
  if (actions.length === 0) return null;
  return (
    <Menu
      label={label}
      trigger={<IconButton size="small" label={label} icon={EllipsisIcon} />}
      groups={[{ id: step.step, actions }]}
    />
  );
}
