import type { ApplicationView } from '@muster/client';
import { assertNever } from '@muster/kernel';
import { SidePanel, useToasts } from '@muster/ui';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import type { ActionTarget } from '../action-target.js';
import { AdjudicateForm } from './adjudicate-form.js';
import { CloseForm } from './close-form.js';
import { DecideReviewForm } from './decide-review-form.js';
import { EntryForm } from './entry-form.js';
import { FactForm } from './fact-form.js';
import { HoldForm } from './hold-form.js';
import { OfferForm } from './offer-form.js';
import { RecordResultForm } from './record-result-form.js';
import { RecordReviewForm } from './record-review-form.js';
import { ReleaseForm } from './release-form.js';
import { ReverseForm } from './reverse-form.js';
import { ScheduleForm } from './schedule-form.js';
import { WaitingOnForm } from './waiting-on-form.js';
import { WaiveForm } from './waive-form.js';

export interface ActionPanelProps {
  readonly view: ApplicationView;
  readonly target: ActionTarget;
  readonly onClose: () => void;
}

export interface FormProps {
  readonly view: ApplicationView;
  readonly target: ActionTarget;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** One change, entered beside the application it is about. */
export function ActionPanel({ view, target, onClose }: ActionPanelProps) {
  const t = useApplicationText();
  const toasts = useToasts();
  const done = () => {
    toasts.show(t(`done.${target.kind}`));
    onClose();
  };
  return (
    <SidePanel
      title={t(`do.${target.kind}`)}
      subtitle={`${view.name} · ${view.number}`}
      onClose={onClose}
      takesFocus
    >
      <ActionFields view={view} target={target} onDone={done} onCancel={onClose} />
    </SidePanel>
  );
}

function ActionFields(props: FormProps) {
  const { kind } = props.target;
  switch (kind) {
    case 'record_result':
      return <RecordResultForm {...props} />;
    case 'schedule':
    case 'retake':
      return <ScheduleForm {...props} />;
    case 'waiting_on':
      return <WaitingOnForm {...props} />;
    case 'conditional_offer':
    case 'final_offer':
      return <OfferForm {...props} kind={kind} />;
    case 'entry_on_duty':
      return <EntryForm {...props} />;
    case 'record_fact':
      return <FactForm {...props} />;
    case 'adjudicate':
      return <AdjudicateForm {...props} />;
    case 'close':
      return <CloseForm {...props} />;
    case 'decide_review':
      return <DecideReviewForm {...props} />;
    case 'record_review':
      return <RecordReviewForm {...props} />;
    case 'hold':
      return <HoldForm {...props} />;
    case 'release':
      return <ReleaseForm {...props} />;
    case 'waive':
      return <WaiveForm {...props} />;
    case 'reverse':
      return <ReverseForm {...props} />;
    default:
      return assertNever(kind);
  }
}
