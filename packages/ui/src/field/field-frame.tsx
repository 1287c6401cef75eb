import { CircleAlertIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useUiText } from '../messages/use-messages.js';
import './field.css';

/** What every field has. Required is the rule; the exception is marked. */
export interface FieldProps {
  readonly label: string;
  readonly description?: ReactNode;
  /** Says what is wrong and how to put it right; its presence marks the field invalid. */
  readonly error?: string | undefined;
  readonly isOptional?: boolean | undefined;
  /** For toolbars, where the place makes the label plain to the eye. */
  readonly isLabelHidden?: boolean | undefined;
  /** The label is the question of its screen: the page's h1. */
  readonly isQuestion?: boolean | undefined;
}

/** The label, with "(optional)" where it is so. */
export function FieldLabel({ label, isOptional, isLabelHidden, isQuestion }: FieldProps) {
  const words = (
    <Label className={isLabelHidden ? 'mu-visually-hidden' : 'mu-label'}>
      <LabelText label={label} isOptional={isOptional} />
    </Label>
  );
  return isQuestion ? <h1 className="mu-question">{words}</h1> : words;
}

/** The label's words alone, for fields that bring their own legend. */
export function LabelText({ label, isOptional }: Pick<FieldProps, 'label' | 'isOptional'>) {
  const t = useUiText();
  return (
    <>
      {label}
      {isOptional && <span className="mu-optional"> ({t('ui.field.optional')})</span>}
    </>
  );
}

/** The hint and, when there is one, the error; both stand above the control, where a phone's keyboard cannot hide them. */
export function FieldNotes({ description, error }: Pick<FieldProps, 'description' | 'error'>) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="mu-hint">
          {description}
        </Text>
      )}
      {error !== undefined && (
        <FieldError className="mu-field-error">
          <CircleAlertIcon className="mu-icon" aria-hidden />
          <span>{error}</span>
        </FieldError>
      )}
    </>
  );
}

/** The props that mark a field of react-aria invalid, required and validated by the app, not by the browser. */
export function validityProps({ error, isOptional }: Pick<FieldProps, 'error' | 'isOptional'>) {
  return {
    isInvalid: error !== undefined,
    isRequired: isOptional !== true,
    validationBehavior: 'aria',
  } as const;
}
