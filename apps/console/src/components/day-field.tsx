import { DateField, type DateReading, useDateProblem } from '@muster/ui';
import { useState } from 'react';

export interface DayFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  /** A calendar day, ISO 8601; '' for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly error?: string | undefined;
}

/** A day in three boxes, so that nobody takes the month for the day; says what is missing when one is. */
export function DayField({ value, onChange, error, ...field }: DayFieldProps) {
  const problem = useDateProblem();
  const [reading, setReading] = useState<DateReading>({ kind: 'Empty' });
  return (
    <DateField
      {...field}
      value={value === '' ? null : value}
      onChange={(day, next) => {
        setReading(next);
        onChange(day ?? '');
      }}
      error={error === undefined ? undefined : (problem(reading) ?? error)}
    />
  );
}
