import type { ApplicationAction, ApplicationView } from '@muster/client';
import { isOpen } from '../../components/step-openness.js';

/** What can be done on the page of an application. */
export type ActionKind = ApplicationAction['kind'] | 'waiting_on' | 'record_fact';

const kinds: readonly ActionKind[] = [
  'record_result',
  'schedule',
  'retake',
  'waiting_on',
  'conditional_offer',
  'final_offer',
  'entry_on_duty',
  'record_fact',
  'adjudicate',
  'decide_review',
  'record_review',
  'hold',
  'release',
  'waive',
  'close',
  'reverse',
];

/** A form that is open: what it does, for which step or which entry of the history. */
export interface ActionTarget {
  readonly kind: ActionKind;
  readonly step: string | null;
  readonly entry: string | null;
}

/** The form the address asks for, or null. */
export function readTarget(values: {
  readonly do: string | null;
  readonly step: string | null;
  readonly entry: string | null;
}): ActionTarget | null {
  const kind = kinds.find((each) => each === values.do);
  return kind === undefined ? null : { kind, step: values.step, entry: values.entry };
}

/** Actions that belong to the application as a whole, most pressing first. */
export function wholeActions(view: ApplicationView): readonly ApplicationAction[] {
  const first = view.actions[0];
  return view.actions.filter(
    (action) =>
      action.kind !== 'reverse' && ((action === first && !rare.includes(action.kind)) || !isOfStep(action)),
  );
}

/** The first of them, unless it is one of those that are right now and then only. */
export function primaryAction(view: ApplicationView): ApplicationAction | undefined {
  const [first] = wholeActions(view);
  return first === undefined || rare.includes(first.kind) ? undefined : first;
}

const rare: readonly ActionKind[] = ['record_review', 'hold', 'waive'];

/** What can be done about one step. */
export function stepActions(view: ApplicationView, step: string): readonly ApplicationAction[] {
  return view.actions.filter((action) => action.step === step && isOfStep(action));
}

/** Steps on which somebody can be said to be waited for. */
export function waitingSteps(view: ApplicationView) {
  return view.lanes.flatMap((lane) => lane.steps).filter(isOpen);
}

function isOfStep(action: ApplicationAction): boolean {
  if (action.kind === 'hold' || action.kind === 'release') return action.step !== null;
  return ['record_result', 'schedule', 'retake', 'waive'].includes(action.kind);
}
