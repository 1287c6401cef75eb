import { CircleAlertIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { type DateParts, type DateReading, datePartsOf, readDateParts } from './date-parts.js';
import { type FieldProps, LabelText } from './field-frame.js';
import './date-field.css';

export interface DateFieldProps extends FieldProps {
  /** A calendar day, ISO 8601, or null. */
  readonly value: string | null;
  /** Called with a day when the boxes make one, else with null; `reading` says what is missing or wrong. */
  readonly onChange: (value: string | null, reading: DateReading) => void;
  readonly id?: string | undefined;
  /** Lets the browser fill in the person's own date of birth. */
  readonly isBirthday?: boolean | undefined;
}

const boxes = [
  { name: 'day', length: 2, autoComplete: 'bday-day' },
  { name: 'month', length: 2, autoComplete: 'bday-month' },
  { name: 'year', length: 4, autoComplete: 'bday-year' },
] as const;

/** A date that people know by heart, in three boxes: no calendar to page through, no format to guess. */
export function DateField({ value, onChange, id, isBirthday, ...field }: DateFieldProps) {
  const t = useUiText();
  const ownId = useId();
  const base = id ?? ownId;
  const [parts, setParts] = useState<DateParts>(() => datePartsOf(value));
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    const reading = readDateParts(parts);
    if (value !== null && !(reading.kind === 'Day' && reading.iso === value)) setParts(datePartsOf(value));
  }
  const wrong = wrongParts(readDateParts(parts));
  const describedBy = [
    field.description !== undefined && `${base}-hint`,
    field.error !== undefined && `${base}-error`,
  ]
    .filter(Boolean)
    .join(' ');

  const change = (name: keyof DateParts, text: string) => {
    const next = { ...parts, [name]: text };
    setParts(next);
    const reading = readDateParts(next);
    const iso = reading.kind === 'Day' ? reading.iso : null;
    setShown(iso);
    onChange(iso, reading);
  };

  return (
    <fieldset
      className="mu-field"
      data-invalid={field.error !== undefined || undefined}
      aria-describedby={describedBy || undefined}
    >
      <legend className="mu-label">
        {field.isQuestion ? (
          <h1 className="mu-question">
            <LabelText {...field} />
          </h1>
        ) : (
          <LabelText {...field} />
        )}
      </legend>
      {field.description !== undefined && (
        <span className="mu-hint" id={`${base}-hint`}>
          {field.description}
        </span>
      )}
      {field.error !== undefined && (
        <span className="mu-field-error" id={`${base}-error`}>
          <CircleAlertIcon className="mu-icon" aria-hidden />
          <span>{field.error}</span>
        </span>
      )}
      <div className="mu-date-boxes">
        {boxes.map(({ name, length, autoComplete }) => (
          <label key={name} className="mu-date-box">
            <span>{t(`ui.dateField.${name}`)}</span>
            <input
              className="mu-input"
              id={name === 'day' ? base : `${base}-${name}`}
              inputMode="numeric"
              maxLength={length}
              autoComplete={isBirthday ? autoComplete : 'off'}
              data-length={length}
              data-invalid={
                (field.error !== undefined && (wrong.length === 0 || wrong.includes(name))) || undefined
              }
              aria-invalid={field.error !== undefined || undefined}
              value={parts[name]}
              onChange={(event) => change(name, event.target.value)}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The usual sentence for what was typed, or undefined when it is a date or empty. */
export function useDateProblem(): (reading: DateReading) => string | undefined {
  const t = useUiText();
  const formats = useFormats();
  return (reading) => {
    if (reading.kind === 'Incomplete') return t('ui.dateField.incomplete');
    if (reading.kind === 'NotADate')
      return t('ui.dateField.notADate', { example: formats.longDay('1998-03-27') });
    return undefined;
  };
}

function wrongParts(reading: DateReading): readonly (keyof DateParts)[] {
  if (reading.kind === 'Incomplete') return reading.missing;
  return reading.kind === 'NotADate' ? reading.wrong : [];
}
