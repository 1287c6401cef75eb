import { Checkbox, NumberField, type Option, Select, TextArea, TextField } from '@muster/ui';
import type { Elements } from '../../../data/setup-metadata.js';
import { flagOf, numberOf, textOf } from './elements.js';

/** A form over the elements of one component. */
export interface ElementForm {
  readonly elements: Elements;
  /** As they are kept; absent for what is new. */
  readonly saved?: Elements | undefined;
  readonly set: (changes: Elements) => void;
  /** What is wrong, by element. */
  readonly errors: Readonly<Record<string, string | undefined>>;
}

interface ElementFieldProps {
  readonly form: ElementForm;
  /** The element. */
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isOptional?: boolean | undefined;
}

/** One line of text in an element. */
export function ElementText({
  form,
  name,
  maxLength = 255,
  isLong = false,
  ...field
}: ElementFieldProps & { readonly maxLength?: number; readonly isLong?: boolean }) {
  const props = {
    ...field,
    maxLength,
    value: textOf(form.elements, name),
    onChange: (text: string) => form.set({ [name]: text }),
    error: form.errors[name],
  };
  return isLong ? <TextArea {...props} rows={2} /> : <TextField {...props} />;
}

/** A whole number in an element. */
export function ElementNumber({
  form,
  name,
  minValue = 0,
  maxValue,
  ...field
}: ElementFieldProps & { readonly minValue?: number; readonly maxValue: number }) {
  return (
    <NumberField
      {...field}
      minValue={minValue}
      maxValue={maxValue}
      value={numberOf(form.elements, name)}
      onChange={(value) => form.set({ [name]: value })}
      error={form.errors[name]}
    />
  );
}

/** Yes or no in an element. */
export function ElementFlag({ form, name, label, description }: ElementFieldProps) {
  return (
    <Checkbox
      isSelected={flagOf(form.elements, name)}
      onChange={(value) => form.set({ [name]: value })}
      description={form.errors[name] ?? description}
      isInvalid={form.errors[name] !== undefined}
    >
      {label}
    </Checkbox>
  );
}

/** A choice in an element. */
export function ElementSelect({
  form,
  name,
  options,
  ...field
}: ElementFieldProps & { readonly options: readonly Option[] }) {
  const value = textOf(form.elements, name);
  return (
    <Select
      {...field}
      options={options}
      value={value === '' ? null : value}
      onChange={(next) => form.set({ [name]: next })}
      error={form.errors[name]}
    />
  );
}
