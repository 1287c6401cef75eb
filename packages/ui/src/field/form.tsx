import { CircleAlertIcon } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
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

/**
 * A form that submits through the app and never reloads the page. Where a try leaves fields invalid, the first of them
 * takes the focus, unless an ErrorSummary in the form does.
 */
export function Form({ onSubmit, children, ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) focusFirstInvalid(form.current);
  }, [tries]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
    setTries((before) => before + 1);
  };
  return (
    <form className="mu-form" noValidate onSubmit={submit} aria-label={rest['aria-label']} ref={form}>
      {children}
    </form>
  );
}

const controls = 'input, textarea, button, select';

function focusFirstInvalid(form: HTMLFormElement | null): void {
  if (!form || form.querySelector('.mu-error-summary')) return;
  form.querySelector('.mu-field[data-invalid]')?.querySelector<HTMLElement>(controls)?.focus();
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
  const target = field?.matches(controls) ? field : field?.querySelector<HTMLElement>(controls);
  target?.focus();
}
