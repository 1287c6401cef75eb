import type { ApplicationView } from '@muster/client';
import { type Audience, Composer, type Draft, readProblem, TextField, useToasts } from '@muster/ui';
import { useAddNote, useSendMessage } from '../../data/application.js';
import { useCan } from '../../data/session.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import type { MessageDraft } from './use-message-draft.js';
import { useTakeBack } from './use-take-back.js';

/** Writes to the candidate, with an undo window, or a note among staff; says first who will read it. */
export function TalkComposer({
  view,
  draft,
}: {
  readonly view: ApplicationView;
  readonly draft: Draft<MessageDraft>;
}) {
  const t = useApplicationText();
  const can = useCan();
  const problemText = useProblemText();
  const { value, set } = draft;
  const { send, isPending, error } = useSend(view, draft);
  const mayWrite = can('Work_Applications') && view.email !== '';
  const audience = mayWrite ? value.audience : 'note';
  const firstName = view.name.split(' ')[0] ?? view.name;
  const audiences: readonly Audience[] = [
    ...(mayWrite
      ? [
          {
            id: 'candidate',
            label: t('conversation.toCandidate', { name: firstName }),
            readers: t('conversation.readers', { name: view.name }),
            sendLabel: t('conversation.send'),
          },
        ]
      : []),
    {
      id: 'note',
      label: t('conversation.note'),
      readers: t('conversation.noteReaders'),
      isInternal: true,
      sendLabel: t('conversation.addNote'),
    },
  ];
  return (
    <div className="console-talk-composer">
      {audience === 'candidate' && (
        <TextField
          label={t('conversation.subject')}
          value={value.subject}
          onChange={(subject) => set({ ...value, subject })}
          maxLength={255}
          error={value.subject.trim() === '' ? t('conversation.subjectMissing') : undefined}
        />
      )}
      <Composer
        label={t('conversation.label')}
        audiences={audiences}
        audience={audience}
        onAudienceChange={(next) => set({ ...value, audience: next === 'note' ? 'note' : 'candidate' })}
        text={audience === 'note' ? value.note : value.message}
        onTextChange={(text) => set({ ...value, [audience === 'note' ? 'note' : 'message']: text })}
        onSend={() => send(audience)}
        isPending={isPending}
        error={error === null ? undefined : problemText(readProblem(error))}
      />
    </div>
  );
}

function useSend(view: ApplicationView, { value, set }: Draft<MessageDraft>) {
  const t = useApplicationText();
  const toasts = useToasts();
  const keyFor = useClientKey();
  const message = useSendMessage();
  const note = useAddNote();
  const { takeBack } = useTakeBack(set);
  const isPending = message.isPending || note.isPending;

  const sendMessage = () => {
    const content = { subject: value.subject.trim(), body: value.message.trim() };
    if (content.subject === '' || content.body === '') return;
    const known = new Set(view.conversation.map((each) => each.id));
    message.mutate(
      { applicationId: view.id, clientKey: keyFor([content, known.size]), ...content },
      {
        onSuccess: (after) => {
          set((now) => (now.message.trim() === content.body ? { ...now, message: '' } : now));
          const sent = after.conversation.find((each) => !known.has(each.id) && each.state === 'queued');
          if (sent?.sendsAt == null) return;
          toasts.showUndo({
            text: t('conversation.queuedToast', { name: view.name }),
            endsAt: Date.parse(sent.sendsAt),
            onTakeBack: () => takeBack(sent),
          });
        },
      },
    );
  };
  const addNote = () => {
    const body = value.note.trim();
    if (body === '') return;
    note.mutate(
      { applicationId: view.id, clientKey: keyFor([body, view.notes.length]), body },
      {
        onSuccess: () => {
          set((now) => (now.note.trim() === body ? { ...now, note: '' } : now));
          toasts.show(t('conversation.noted'));
        },
      },
    );
  };
  const send = (audience: MessageDraft['audience']) => {
    if (!isPending) (audience === 'note' ? addNote : sendMessage)();
  };
  return { send, isPending, error: message.error ?? note.error };
}
