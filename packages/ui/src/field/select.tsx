import { CheckIcon, ChevronDownIcon } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { useUiText } from '../messages/use-messages.js';
import { FieldLabel, FieldNotes, type FieldProps, validityProps } from './field-frame.js';
import type { Option } from './option.js';
import './list-box.css';

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly name?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** One choice out of a list too long to show whole. */
export function Select({ options, value, onChange, placeholder, name, isDisabled, ...field }: SelectProps) {
  const t = useUiText();
  return (
    <AriaSelect
      {...validityProps(field)}
      {...(name ? { name } : {})}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      placeholder={placeholder ?? t('ui.field.select')}
      isDisabled={isDisabled ?? false}
      className="mu-field"
    >
      <FieldLabel {...field} />
      <FieldNotes {...field} />
      <Button className="mu-input mu-select">
        <SelectValue className="mu-select-value" />
        <ChevronDownIcon className="mu-icon" aria-hidden />
      </Button>
      <Popover className="mu-popover" offset={4}>
        <ListBox className="mu-list-box">{options.map(optionItem)}</ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One row of an open list, with its tick and its second line. */
export function optionItem({ value, label, description, isDisabled }: Option) {
  return (
    <ListBoxItem
      key={value}
      id={value}
      textValue={label}
      isDisabled={isDisabled ?? false}
      className="mu-option"
    >
      <CheckIcon className="mu-icon mu-option-tick" aria-hidden />
      <span className="mu-option-text">
        <span>{label}</span>
        {description && <span className="mu-option-hint">{description}</span>}
      </span>
    </ListBoxItem>
  );
}
