import { MinusIcon, PlusIcon } from 'lucide-react';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Button,
  Input,
} from 'react-aria-components';
import { useUiText } from '../messages/use-messages.js';
import { FieldLabel, FieldNotes, type FieldProps, validityProps } from './field-frame.js';

type Inherited = Pick<AriaNumberFieldProps, 'minValue' | 'maxValue' | 'step' | 'name' | 'id' | 'isDisabled'>;

export interface NumberFieldProps extends FieldProps, Inherited {
  /** null while the box is empty. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** Plus and minus buttons, for small whole numbers. */
  readonly hasSteppers?: boolean | undefined;
  /** An ISO 4217 code, such as "USD": the number is an amount of whole units. */
  readonly currency?: string | undefined;
  /** Text right after the box, such as a unit. */
  readonly suffix?: string | undefined;
}

/** A number, read and written in the person's language. */
export function NumberField(props: NumberFieldProps) {
  const { label, description, error, isOptional, isLabelHidden, isQuestion, ...rest } = props;
  const { value, onChange, hasSteppers, currency, suffix, ...inherited } = rest;
  const field = { label, description, error, isOptional, isLabelHidden, isQuestion };
  return (
    <AriaNumberField
      {...inherited}
      {...validityProps(field)}
      {...(currency ? { formatOptions: currencyFormat(currency) } : {})}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      className="mu-field"
    >
      <FieldLabel {...field} />
      <FieldNotes {...field} />
      <span className="mu-input-row">
        {hasSteppers && <Stepper slot="decrement" />}
        <Input className="mu-input" data-width={8} />
        {hasSteppers && <Stepper slot="increment" />}
        {suffix && <span className="mu-suffix">{suffix}</span>}
      </span>
    </AriaNumberField>
  );
}

function Stepper({ slot }: { readonly slot: 'increment' | 'decrement' }) {
  const t = useUiText();
  const Icon = slot === 'increment' ? PlusIcon : MinusIcon;
  return (
    <Button
      slot={slot}
      className="mu-button mu-icon-button"
      data-variant="secondary"
      aria-label={t(slot === 'increment' ? 'ui.field.increase' : 'ui.field.decrease')}
    >
      <Icon className="mu-icon" aria-hidden />
    </Button>
  );
}

function currencyFormat(currency: string): Intl.NumberFormatOptions {
  return { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 };
}
