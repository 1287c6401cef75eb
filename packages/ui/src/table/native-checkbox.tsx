import { useEffect, useRef } from 'react';
import './native-checkbox.css';

export interface NativeCheckboxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean | undefined;
  readonly onChange: () => void;
  readonly tabIndex?: number | undefined;
}

/** A bare browser checkbox, light enough to stand in every one of 200 rows. */
export function NativeCheckbox({
  label,
  isSelected,
  isIndeterminate = false,
  onChange,
  tabIndex,
}: NativeCheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = isIndeterminate;
  }, [isIndeterminate]);
  return (
    <input
      type="checkbox"
      className="mu-native-checkbox"
      aria-label={label}
      checked={isSelected}
      onChange={onChange}
      tabIndex={tabIndex}
      ref={input}
    />
  );
}
