// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { LocaleProvider } from '../messages/locale-provider.js';
import type { Column, Sort } from './column.js';
import { DataTable } from './data-table.js';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly days: number;
}

const people: readonly Person[] = [
  { id: '1', name: 'Nia', days: 3 },
  { id: '2', name: 'Joel', days: 61 },
  { id: '3', name: 'Lena', days: 12 },
];
const columns: readonly Column<Person>[] = [
  { id: 'name', header: 'Name', cell: (person) => person.name },
  { id: 'days', header: 'Days', cell: (person) => person.days, align: 'end', isSortable: true },
];

afterEach(cleanup);

function Table(props: {
  readonly onPreview?: (person: Person) => void;
  readonly onSortChange?: (sort: Sort) => void;
}) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <LocaleProvider locale="en" timeZone="UTC">
      <MemoryRouter>
        <DataTable
          caption="Applicants"
          columns={columns}
          rows={people}
          rowKey={(person) => person.id}
          rowLabel={(person) => person.name}
          rowHref={(person) => `/people/${person.id}`}
          selected={selected}
          onSelectedChange={setSelected}
          sort={{ columnId: 'days', direction: 'ascending' }}
          {...props}
        />
      </MemoryRouter>
    </LocaleProvider>
  );
}

const link = (name: string) => screen.getByRole('link', { name });
const checkbox = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

test('arrows and j, k move the focus from row to row, and only one row is a stop of the Tab key', () => {
  render(<Table />);
  act(() => link('Nia').focus());
  fireEvent.keyDown(link('Nia'), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(link('Joel'));
  fireEvent.keyDown(link('Joel'), { key: 'j' });
  fireEvent.keyDown(link('Lena'), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(link('Lena'));
  expect(screen.getAllByRole('link').filter((each) => each.tabIndex === 0)).toEqual([link('Lena')]);
});

test('x selects the row in focus, the head selects all and shows when only some are', () => {
  render(<Table />);
  act(() => link('Joel').focus());
  fireEvent.keyDown(link('Joel'), { key: 'x' });
  expect(checkbox('Select Joel').checked).toBe(true);
  expect(checkbox('Select all rows').indeterminate).toBe(true);
  fireEvent.click(checkbox('Select all rows'));
  expect(people.every((person) => checkbox(`Select ${person.name}`).checked)).toBe(true);
});

test('Space or a press on the row previews it; a press on its link does not', () => {
  const onPreview = vi.fn();
  render(<Table onPreview={onPreview} />);
  act(() => link('Lena').focus());
  fireEvent.keyDown(link('Lena'), { key: ' ' });
  fireEvent.click(screen.getByText('61'));
  fireEvent.click(link('Nia'));
  expect(onPreview.mock.calls.map(([person]) => person.name)).toEqual(['Lena', 'Joel']);
});

test('a head says how it is sorted and asks for the other direction', () => {
  const onSortChange = vi.fn();
  render(<Table onSortChange={onSortChange} />);
  expect(screen.getByRole('columnheader', { name: 'Days' }).getAttribute('aria-sort')).toBe('ascending');
  fireEvent.click(screen.getByRole('button', { name: 'Days' }));
  expect(onSortChange).toHaveBeenCalledWith({ columnId: 'days', direction: 'descending' });
});
