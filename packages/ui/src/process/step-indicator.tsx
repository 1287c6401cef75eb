import { useUiText } from '../messages/use-messages.js';
import './process.css';

export interface StepIndicatorProps {
  /** From 1. */
  readonly current: number;
  readonly total: number;
  /** The name of the current step. */
  readonly title?: string | undefined;
}

/** How far along, in words first; the bar only repeats it. */
export function StepIndicator({ current, total, title }: StepIndicatorProps) {
  const t = useUiText();
  const parts = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <div className="mu-steps">
      <p className="mu-steps-words">
        <strong>{t('ui.steps.progress', { current, total })}</strong>
        {title && <span>{title}</span>}
      </p>
      <span className="mu-steps-bar" aria-hidden>
        {parts.map((part) => (
          <span
            key={part}
            data-done={part < current || undefined}
            data-current={part === current || undefined}
          />
        ))}
      </span>
    </div>
  );
}
