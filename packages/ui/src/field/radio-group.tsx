import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps, validityProps } from './field-frame.js';
import type { Option } from './option.js';
import './choice.css';

export interface RadioGroupProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly name?: string | undefined;
  /** Large bordered tiles: the portal's questions. */
  readonly isTile?: boolean | undefined;
  readonly orientation?: 'vertical' | 'horizontal' | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Exactly one choice out of a short list, all in view. */
export function RadioGroup({
  options,
  value,
  onChange,
  name,
  isTile,
  orientation = 'vertical',
  isDisabled,
  ...field
}: RadioGroupProps) {
  return (
    <AriaRadioGroup
      {...validityProps(field)}
      {...(name ? { name } : {})}
      value={value}
      onChange={onChange}
      orientation={orientation}
      isDisabled={isDisabled ?? false}
      className="mu-field"
    >
      <FieldLabel {...field} />
      <FieldNotes {...field} />
      <div className="mu-choices" data-tile={isTile || undefined} data-orientation={orientation}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className="mu-choice"
            data-tile={isTile || undefined}
          >
            <span className="mu-mark" data-shape="dot" />
            <span className="mu-choice-text">
              <span>{option.label}</span>
              {option.description && <span className="mu-choice-hint">{option.description}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
