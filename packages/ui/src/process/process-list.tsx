import { CheckIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUiText } from '../messages/use-messages.js';
import './process.css';

export interface ProcessStep {
  readonly id: string;
  readonly title: string;
  readonly state: 'done' | 'current' | 'upcoming';
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
  const t = useUiText();
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
            <p className="mu-process-state">{step.stateText ?? t(`ui.steps.${step.state}`)}</p>
            {step.detail !== undefined && <div className="mu-process-detail">{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
