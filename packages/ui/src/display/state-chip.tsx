import {
  CalendarClockIcon,
  CheckIcon,
  CircleDashedIcon,
  CircleIcon,
  HourglassIcon,
  type LucideIcon,
  PauseIcon,
  TimerOffIcon,
  XIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useUiText } from '../messages/use-messages.js';
import type { BadgeTone } from './badge.js';
import './badge.css';

/** Where a hiring step stands. */
export type StepState = 'open' | 'waiting' | 'scheduled' | 'done' | 'failed' | 'expired' | 'held' | 'notOpen';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: BadgeTone;
}

/** The icon and tone of each state, for charts and boards that draw their own marks. */
export const stepLooks: Readonly<Record<StepState, Look>> = {
  open: { icon: CircleIcon, tone: 'primary' },
  waiting: { icon: HourglassIcon, tone: 'waiting' },
  scheduled: { icon: CalendarClockIcon, tone: 'info' },
  done: { icon: CheckIcon, tone: 'success' },
  failed: { icon: XIcon, tone: 'danger' },
  expired: { icon: TimerOffIcon, tone: 'warning' },
  held: { icon: PauseIcon, tone: 'warning' },
  notOpen: { icon: CircleDashedIcon, tone: 'neutral' },
};

export interface StateChipProps {
  readonly state: StepState;
  /** Says more than the state's own word: "Waiting on clinic", or a step's name on a board card. */
  readonly children?: ReactNode;
}

/** The state of a hiring step: always an icon and a word. */
export function StateChip({ state, children }: StateChipProps) {
  const t = useUiText();
  const { icon: Icon, tone } = stepLooks[state];
  const word = t(`ui.state.${state}`);
  return (
    <span className="mu-badge mu-state-chip" data-tone={tone} data-state={state}>
      <Icon {...(children === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })} />
      <span>{children ?? word}</span>
    </span>
  );
}
