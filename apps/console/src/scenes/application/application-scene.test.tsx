// @vitest-environment jsdom
import type { ApplicationView, MessageView } from '@muster/client';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { application, entry } from '../../testing/application.js';
import { Refusal } from '../../testing/fake-network.js';
import { renderConsole } from '../../testing/render-console.js';

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

const timeout = { timeout: 15_000 };
const specialist = ['View_Applications', 'Work_Applications'] as const;

it('says where it stands, on whom each step waits, and who may open what is sealed', async () => {
  renderConsole('/applications/a1', specialist, { application: application() });
  expect(await screen.findByText(/^Waiting on the clinic since 3 Nov/, {}, timeout)).toBeTruthy();
  const row = within(screen.getByRole('row', { name: /Medical examination/ }));
  for (const words of ['Waiting', 'Clinic', 'waiting on third party', 'Attempt 1 of 3', '3 Nov']) {
    expect(row.getByText(words)).toBeTruthy();
  }
  expect(screen.getByText('May be opened by Clinic')).toBeTruthy();
});

it('downloads a document where the reader may open it, and says of the others that they are closed', async () => {
  const handedIn = { question: 'Your certificate', bytes: 245_000, handedInAt: '2026-11-03T09:00:00Z' };
  renderConsole('/applications/a1', specialist, {
    application: application({
      answers: [{ question: 'Your certificate', answer: 'Swimming.pdf' }],
      documents: [
        { ...handedIn, id: '069a', name: 'Swimming.pdf', versionId: '068a' },
        { ...handedIn, id: '069b', name: 'Diploma.docx', versionId: null },
      ],
    }),
  });
  const list = within(await screen.findByRole('list', { name: 'Documents' }, timeout));
  const link = list.getByRole<HTMLAnchorElement>('link', { name: 'Download Swimming.pdf' });
  expect(link.pathname).toMatch(/\/sobjects\/ContentVersion\/068a\/VersionData$/);
  expect(link.download).toBe('Swimming.pdf');
  expect(document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Your certificate · PDF · 245 kB · 3 Nov',
  );
  expect(list.getAllByRole('link')).toHaveLength(1);
  expect(list.getByText(/DOCX · 245 kB · 3 Nov · not open to you/)).toBeTruthy();
});

it('shows what others recorded meanwhile, keeps what was entered, and sends it on the version then seen', async () => {
  let current = application();
  const calls = renderConsole('/applications/a1?do=record_result&step=medical', specialist, {
    application: () => current,
    'record-result': ({ ifVersion }) => {
      if (ifVersion !== current.version) return new Refusal(412, 'PRECONDITION_FAILED');
      return { ...current, version: 3 };
    },
  });
  const panel = within(await screen.findByRole('complementary', { name: 'Record a result' }, timeout));
  fireEvent.click(panel.getByRole('radio', { name: 'Fit for duty' }));
  fireEvent.change(panel.getByLabelText(/^Reason/), { target: { value: 'Seen the certificate.' } });
  current = application({ version: 2, history: [entry('2', 'Licence: suspended'), ...current.history] });
  fireEvent.click(panel.getByRole('button', { name: 'Record result' }));
  expect(await panel.findByText('Licence: suspended', {}, timeout)).toBeTruthy();
  expect(panel.getByLabelText<HTMLTextAreaElement>(/^Reason/).value).toBe('Seen the certificate.');
  fireEvent.click(panel.getByRole('button', { name: 'Record result' }));
  await waitFor(
    () => expect(screen.queryByRole('complementary', { name: 'Record a result' })).toBeNull(),
    timeout,
  );
  const sent = calls.filter((call) => call.name === 'record-result').map((call) => call.input);
  expect(sent.map((input) => input.ifVersion)).toEqual([1, 2]);
  expect(sent[1]).toMatchObject({ step: 'medical', outcome: 'fit', reason: 'Seen the certificate.' });
});

it('names what is missing before anything is sent, and goes to the first of it', async () => {
  const calls = renderConsole('/applications/a1?do=close', specialist, { application: application() });
  const panel = within(await screen.findByRole('complementary', { name: 'Close application' }, timeout));
  fireEvent.click(panel.getByRole('button', { name: 'Close application' }));
  expect(panel.getByText('Choose one', { selector: '.mu-field-error *' })).toBeTruthy();
  expect(panel.getByText('Enter a reason')).toBeTruthy();
  expect(document.activeElement?.closest('.mu-field')?.textContent).toContain('Disposition');
  expect(calls.some((call) => call.name === 'close-application')).toBe(false);
});

it('lets a message be taken back until it leaves, and puts its text into the box again', async () => {
  const queued: MessageView = {
    id: 'm1',
    from: 'Marrenfell',
    mine: true,
    at: '2026-11-25T10:00:00Z',
    subject: 'Your application: Field officer',
    body: 'Bring your glasses.',
    state: 'queued',
    sendsAt: new Date(Date.now() + 60_000).toISOString(),
  };
  const withMessage = (state: MessageView['state']): ApplicationView =>
    application({ conversation: [{ ...queued, state }] });
  renderConsole('/applications/a1', specialist, {
    application: application(),
    'send-message': withMessage('queued'),
    'take-back-message': withMessage('taken_back'),
  });
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Write' });
  await screen.findByRole('textbox', { name: 'Write' }, timeout);
  fireEvent.change(box(), { target: { value: 'Bring your glasses.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  const thread = within(await screen.findByRole('list', { name: 'Conversation and notes' }, timeout));
  expect(box().value).toBe('');
  fireEvent.click(await thread.findByRole('button', { name: 'Take back' }, timeout));
  expect(await thread.findByText('Taken back, never sent', {}, timeout)).toBeTruthy();
  expect(box().value).toBe('Bring your glasses.');
});

it('keeps what is typed while a note is on its way', async () => {
  let arrive = () => {};
  const onItsWay = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  renderConsole('/applications/a1', specialist, {
    application: application({ email: '' }),
    'add-note': async () => {
      await onItsWay;
      return application({
        email: '',
        notes: [{ id: 'n1', by: 'Tomas Keller', at: '2026-11-25T10:00:00Z', body: 'First.' }],
      });
    },
  });
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Write' }, timeout);
  fireEvent.change(box, { target: { value: 'First.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
  fireEvent.change(box, { target: { value: 'Second, half' } });
  arrive();
  expect(await screen.findByRole('list', { name: 'Conversation and notes' }, timeout)).toBeTruthy();
  expect(box.value).toBe('Second, half');
});

it('says what the reader may not see, in other words than what is not there', async () => {
  renderConsole('/applications/a1', specialist, {
    application: new Refusal(403, 'INSUFFICIENT_ACCESS_OR_READONLY'),
  });
  expect(await screen.findByText('You do not have access to this', {}, timeout)).toBeTruthy();
  cleanup();
  renderConsole('/applications/a2', specialist);
  expect(await screen.findByText('There is nothing at this address', {}, timeout)).toBeTruthy();
});
