import { CheckIcon, MinusIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps, validityProps } from './field-frame.js';
import type { Option } from './option.js';
import './choice.css';

export interface CheckboxProps
  extends Pick<
    AriaCheckboxProps,
    | 'isSelected'
    | 'defaultSelected'
    | 'onChange'
    | 'isIndeterminate'
    | 'isDisabled'
    | 'name'
    | 'value'
    | 'id'
    | 'isRequired'
    | 'isInvalid'
  > {
  readonly children: ReactNode;
  readonly description?: string | undefined;
  /** A large bordered target around box and words, as in the portal's questions. */
  readonly isTile?: boolean | undefined;
}

/** One yes-or-no choice. */
export function Checkbox({ children, description, isTile, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="mu-choice" data-tile={isTile || undefined}>
      <CheckboxMark />
      <span className="mu-choice-text">
        <span>{children}</span>
        {description && <span className="mu-choice-hint">{description}</span>}
      </span>
    </AriaCheckbox>
  );
}

/** The box alone, for tables: `label` names it for screen readers. */
export function BareCheckbox({
  label,
  ...rest
}: Omit<CheckboxProps, 'children' | 'description' | 'isTile'> & { readonly label: string }) {
  return (
    <AriaCheckbox {...rest} className="mu-choice mu-choice-bare" aria-label={label}>
      <CheckboxMark />
    </AriaCheckbox>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly isTile?: boolean | undefined;
}

/** Any number of choices out of a short list. */
export function CheckboxGroup({ options, value, onChange, isTile, ...field }: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup {...validityProps(field)} value={[...value]} onChange={onChange} className="mu-field">
      <FieldLabel {...field} />
      <FieldNotes {...field} />
      <div className="mu-choices" data-tile={isTile || undefined}>
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} description={option.description} isTile={isTile}>
            {option.label}
          </Checkbox>
        ))}
      </div>
    </AriaCheckboxGroup>
  );
}

function CheckboxMark() {
  return (
    <span className="mu-mark" data-shape="box">
      <CheckIcon className="mu-mark-check" aria-hidden />
      <MinusIcon className="mu-mark-some" aria-hidden />
    </span>
  );
}
