// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LocaleProvider } from '../messages/locale-provider.js';
import { DateField } from './date-field.js';
import type { DateReading } from './date-parts.js';
import { ErrorSummary } from './form.js';
import { TextField } from './text-field.js';

afterEach(cleanup);

const inEnglish = (children: React.ReactNode) => (
  <LocaleProvider locale="en" timeZone="UTC">
    {children}
  </LocaleProvider>
);

test('the summary takes the focus when problems appear, and its lines lead to their fields', () => {
  const form = (problems: Parameters<typeof ErrorSummary>[0]['problems']) =>
    inEnglish(
      <>
        <ErrorSummary problems={problems} />
        <TextField id="email" label="E-mail" error={problems[0]?.message} />
      </>,
    );
  const { rerender } = render(form([]));
  expect(screen.queryByRole('alert')).toBeNull();
  rerender(form([{ fieldId: 'email', message: 'Enter an e-mail address' }]));
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  fireEvent.click(screen.getByRole('link', { name: 'Enter an e-mail address' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'E-mail' }));
});

test('an error is tied to its field for screen readers', () => {
  render(
    inEnglish(<TextField label="E-mail" description="We never share it." error="Enter an e-mail address" />),
  );
  const field = screen.getByRole('textbox', { name: 'E-mail' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id));
  expect(described.map((element) => element?.textContent)).toEqual([
    'We never share it.',
    'Enter an e-mail address',
  ]);
});

test('three boxes give a day only when they make one, and say what is missing until then', () => {
  const seen: (readonly [string | null, DateReading['kind']])[] = [];
  render(
    inEnglish(
      <DateField
        label="Date of birth"
        value={null}
        onChange={(day, reading) => seen.push([day, reading.kind])}
      />,
    ),
  );
  const type = (name: string, text: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: text } });
  type('Day', '27');
  type('Month', '3');
  type('Year', '1998');
  expect(seen).toEqual([
    [null, 'Incomplete'],
    [null, 'Incomplete'],
    ['1998-03-27', 'Day'],
  ]);
});
