import { CircleAlertIcon } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useUiText } from '../messages/use-messages.js';
import './form.css';

export interface FormProblem {
  /** The id of the field, which takes the focus when its line is chosen. */
  readonly fieldId?: string | undefined;
  readonly message: string;
}

export interface FormProps {
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly 'aria-label'?: string | undefined;
}

/** A form that submits through the app and never reloads the page. */
export function Form({ onSubmit, children, ...rest }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="mu-form" noValidate onSubmit={submit} aria-label={rest['aria-label']}>
      {children}
    </form>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className="mu-field-row">{children}</div>;
}

/** All that is wrong with a form, in one list of links, above it. It takes the focus whenever the list changes. */
export function ErrorSummary({
  problems,
  title,
}: {
  readonly problems: readonly FormProblem[];
  readonly title?: string | undefined;
}) {
  const t = useUiText();
  const box = useRef<HTMLDivElement>(null);
  const text = problems.map((problem) => problem.message).join('\n');
  useEffect(() => {
    if (text !== '') box.current?.focus();
  }, [text]);
  if (problems.length === 0) return null;
  return (
    <div className="mu-error-summary" role="alert" tabIndex={-1} ref={box}>
      <CircleAlertIcon className="mu-icon" aria-hidden />
      <div>
        <h2>{title ?? t('ui.errors.title', { count: problems.length })}</h2>
        <ul className="mu-error-list">
          {problems.map(({ fieldId, message }) => (
            <li key={`${fieldId ?? ''} ${message}`}>
              {fieldId === undefined ? (
                message
              ) : (
                <a className="mu-link" href={`#${fieldId}`} onClick={(event) => focusField(event, fieldId)}>
                  {message}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function focusField(event: { preventDefault: () => void }, fieldId: string): void {
  event.preventDefault();
  const field = document.getElementById(fieldId);
  const target = field?.matches('input, textarea, button, select')
    ? field
    : field?.querySelector<HTMLElement>('input, textarea, button, select');
  target?.focus();
}
