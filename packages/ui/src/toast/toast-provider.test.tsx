// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LocaleProvider } from '../messages/locale-provider.js';
import { ToastProvider, useToasts } from './toast-provider.js';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-25T10:00:00Z') });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Page({ onTakeBack }: { readonly onTakeBack: () => void }) {
  const toasts = useToasts();
  const send = () => toasts.showUndo({ text: 'Message to Nia', endsAt: Date.now() + 60_000, onTakeBack });
  return (
    <>
      <button type="button" onClick={send}>
        Send
      </button>
      <textarea aria-label="Text" />
    </>
  );
}

function renderPage() {
  const onTakeBack = vi.fn();
  render(
    <LocaleProvider locale="en" timeZone="UTC">
      <ToastProvider>
        <Page onTakeBack={onTakeBack} />
      </ToastProvider>
    </LocaleProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  return onTakeBack;
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

test('a message counts down and its notice leaves at the end, not taken back', () => {
  const onTakeBack = renderPage();
  pass(2_000);
  expect(screen.getByText('Sends in 0:58')).toBeTruthy();
  pass(58_250);
  expect(screen.queryByText('Message to Nia')).toBeNull();
  expect(onTakeBack).not.toHaveBeenCalled();
});

test('it is announced once, with the whole time that is left', () => {
  renderPage();
  pass(5_000);
  expect(screen.getByText('Message to Nia. Sends in 60 seconds. You can take it back.')).toBeTruthy();
});

test('Take back and Ctrl+Z do the same, once', () => {
  const onTakeBack = renderPage();
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  expect(onTakeBack).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Message to Nia')).toBeNull();
});

test('Ctrl+Z in a text box stays with the text', () => {
  const onTakeBack = renderPage();
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'Text' }), { key: 'z', ctrlKey: true });
  expect(onTakeBack).not.toHaveBeenCalled();
});
