import type { StepStateName } from '@muster/client';
import { StateChip, type StepState } from '@muster/ui';
import type { ReactNode } from 'react';
import { useFrameText } from '../messages/frame/use-frame-text.js';

const looks: Readonly<Record<StepStateName, StepState>> = {
  not_open: 'notOpen',
  open: 'open',
  waiting: 'waiting',
  scheduled: 'scheduled',
  held: 'held',
  done: 'done',
  failed: 'failed',
  expired: 'expired',
  waived: 'done',
};

/** How a chip shows the state of a step. */
export function chipState(state: StepStateName): StepState {
  return looks[state];
}

/** The state of a hiring step; `children` says more than the state's own word. */
export function StepChip({
  state,
  children,
}: {
  readonly state: StepStateName;
  readonly children?: ReactNode;
}) {
  const t = useFrameText();
  const words = children ?? (state === 'waived' ? t('step.waived') : undefined);
  return words === undefined ? (
    <StateChip state={chipState(state)} />
  ) : (
    <StateChip state={chipState(state)}>{words}</StateChip>
  );
}
