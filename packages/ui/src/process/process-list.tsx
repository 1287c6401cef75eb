import { CheckIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUiText } from '../messages/use-messages.js';
import './process.css';

export interface ProcessStep {
  readonly id: string;
  readonly title: string;
  /** 'plain' where nobody is on the way yet: the list only explains it. */
  readonly state: 'done' | 'current' | 'upcoming' | 'plain';
  /** Replaces "Done", "You are here" and "Not started". */
  readonly stateText?: string | undefined;
  readonly detail?: ReactNode;
}

/** The steps of a way, in order, each with its state in words; for the person who walks it. */
export function ProcessList({
  steps,
  label,
}: {
  readonly steps: readonly ProcessStep[];
  readonly label: string;
}) {
  return (
    <ol className="mu-process" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className="mu-process-step"
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="mu-process-mark" aria-hidden>
            {step.state === 'done' ? <CheckIcon /> : index + 1}
          </span>
          <div className="mu-process-body">
            <p className="mu-process-title">{step.title}</p>
            <StateText step={step} />
            {step.detail !== undefined && <div className="mu-process-detail">{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StateText({ step: { state, stateText } }: { readonly step: ProcessStep }) {
  const t = useUiText();
  const text = stateText ?? (state === 'plain' ? '' : t(`ui.steps.${state}`));
  return text === '' ? null : <p className="mu-process-state">{text}</p>;
}
