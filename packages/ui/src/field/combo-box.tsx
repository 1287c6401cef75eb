import { ChevronDownIcon } from 'lucide-react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import { useUiText } from '../messages/use-messages.js';
import { FieldLabel, FieldNotes, type FieldProps, validityProps } from './field-frame.js';
import type { Option } from './option.js';
import { optionItem } from './select.js';
import './list-box.css';

export interface ComboBoxProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** For options that a server finds: called with what is typed; the options are then shown as given. */
  readonly onInputChange?: ((text: string) => void) | undefined;
  readonly name?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** One choice out of a long list, found by typing. */
export function ComboBox({
  options,
  value,
  onChange,
  onInputChange,
  name,
  isDisabled,
  ...field
}: ComboBoxProps) {
  const t = useUiText();
  return (
    <AriaComboBox
      {...validityProps(field)}
      {...(name ? { name } : {})}
      {...(onInputChange ? { onInputChange, defaultFilter: () => true } : {})}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      isDisabled={isDisabled ?? false}
      allowsEmptyCollection
      menuTrigger="focus"
      className="mu-field"
    >
      <FieldLabel {...field} />
      <FieldNotes {...field} />
      <div className="mu-combo">
        <Input className="mu-input" />
        <Button className="mu-combo-button">
          <ChevronDownIcon className="mu-icon" aria-hidden />
        </Button>
      </div>
      <Popover className="mu-popover" offset={4}>
        <ListBox
          className="mu-list-box"
          renderEmptyState={() => <p className="mu-list-empty">{t('ui.field.noMatch')}</p>}
        >
          {options.map(optionItem)}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
