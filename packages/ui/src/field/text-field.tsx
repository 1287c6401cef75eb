import type { Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
} from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps, validityProps } from './field-frame.js';

type Inherited = Pick<
  AriaTextFieldProps,
  | 'value'
  | 'defaultValue'
  | 'onChange'
  | 'onBlur'
  | 'onFocus'
  | 'name'
  | 'id'
  | 'type'
  | 'inputMode'
  | 'autoComplete'
  | 'autoFocus'
  | 'maxLength'
  | 'isDisabled'
  | 'isReadOnly'
  | 'spellCheck'
>;

export interface TextFieldProps extends FieldProps, Inherited {
  readonly placeholder?: string | undefined;
  /** The width the answer needs, in characters: a hint of what is expected. */
  readonly width?: 4 | 8 | 12 | 20 | 30 | undefined;
  /** Text right after the box, such as a unit. */
  readonly suffix?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. */
export function TextField({
  label,
  description,
  error,
  isOptional,
  isLabelHidden,
  isQuestion,
  placeholder,
  width,
  suffix,
  inputRef,
  ...rest
}: TextFieldProps) {
  const field = { label, description, error, isOptional, isLabelHidden, isQuestion };
  return (
    <AriaTextField {...rest} {...validityProps(field)} className="mu-field">
      <FieldLabel {...field} />
      <FieldNotes {...field} />
      <span className="mu-input-row">
        <Input
          className="mu-input"
          data-width={width}
          ref={inputRef ?? null}
          {...(placeholder ? { placeholder } : {})}
        />
        {suffix && <span className="mu-suffix">{suffix}</span>}
      </span>
    </AriaTextField>
  );
}

export interface TextAreaProps extends FieldProps, Omit<Inherited, 'type' | 'inputMode'> {
  readonly rows?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
}

/** Several lines of text; the box grows with what is written. */
export function TextArea({
  label,
  description,
  error,
  isOptional,
  isLabelHidden,
  isQuestion,
  rows = 4,
  placeholder,
  inputRef,
  ...rest
}: TextAreaProps) {
  const field = { label, description, error, isOptional, isLabelHidden, isQuestion };
  return (
    <AriaTextField {...rest} {...validityProps(field)} className="mu-field">
      <FieldLabel {...field} />
      <FieldNotes {...field} />
      <AriaTextArea
        className="mu-input mu-textarea"
        rows={rows}
        ref={inputRef ?? null}
        {...(placeholder ? { placeholder } : {})}
      />
    </AriaTextField>
  );
}
