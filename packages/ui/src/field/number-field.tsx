import { MinusIcon, PlusIcon } from 'lucide-react';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Button,
  Input,
} from 'react-aria-components';
import { useUiText } from '../messages/use-messages.js';
import { FieldLabel, FieldNotes, type FieldProps, validityProps } from './field-frame.js';

export interface NumberFieldProps
  extends FieldProps,
    Pick<
      AriaNumberFieldProps,
      | 'value'
      | 'defaultValue'
      | 'onChange'
      | 'minValue'
      | 'maxValue'
      | 'step'
      | 'name'
      | 'id'
      | 'isDisabled'
      | 'formatOptions'
    > {
  /** Plus and minus buttons, for small whole numbers. */
  readonly hasSteppers?: boolean | undefined;
  readonly suffix?: string | undefined;
}

/** A number, read and written in the person's language. */
export function NumberField({
  label,
  description,
  error,
  isOptional,
  isLabelHidden,
  isQuestion,
  hasSteppers,
  suffix,
  ...rest
}: NumberFieldProps) {
  const t = useUiText();
  const field = { label, description, error, isOptional, isLabelHidden, isQuestion };
  return (
    <AriaNumberField {...rest} {...validityProps(field)} className="mu-field">
      <FieldLabel {...field} />
      <FieldNotes {...field} />
      <span className="mu-input-row">
        {hasSteppers && (
          <Button
            slot="decrement"
            className="mu-button mu-icon-button"
            data-variant="secondary"
            aria-label={t('ui.field.decrease')}
          >
            <MinusIcon className="mu-icon" aria-hidden />
          </Button>
        )}
        <Input className="mu-input mu-tabular" data-width={8} />
        {hasSteppers && (
          <Button
            slot="increment"
            className="mu-button mu-icon-button"
            data-variant="secondary"
            aria-label={t('ui.field.increase')}
          >
            <PlusIcon className="mu-icon" aria-hidden />
          </Button>
        )}
        {suffix && <span className="mu-suffix">{suffix}</span>}
      </span>
    </AriaNumberField>
  );
}
