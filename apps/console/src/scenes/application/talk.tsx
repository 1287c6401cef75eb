import type { ApplicationView } from '@muster/client';
import { assertNever } from '@muster/kernel';
import { Card, Conversation, SendsIn, type ThreadMessage } from '@muster/ui';
import { useSession } from '../../data/session.js';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import { TalkComposer } from './talk-composer.js';
import { type ThreadEntry, threadEntries } from './thread-entries.js';
import { useMessageDraft } from './use-message-draft.js';
import { useTakeBack } from './use-take-back.js';

/** What was said to and by the candidate, and noted among staff, in one thread. */
export function Talk({ view }: { readonly view: ApplicationView }) {
  const t = useApplicationText();
  const draft = useMessageDraft(view);
  const entries = threadEntries(view);
  const messages = useThread(view, entries, draft);
  return (
    <Card title={t('conversation')}>
      {messages.length === 0 ? (
        <p className="mu-muted">{t('conversation.empty', { name: view.name })}</p>
      ) : (
        <Conversation label={t('conversation')} messages={messages} />
      )}
      <TalkComposer view={view} draft={draft} />
    </Card>
  );
}

function useThread(
  view: ApplicationView,
  entries: readonly ThreadEntry[],
  draft: ReturnType<typeof useMessageDraft>,
): readonly ThreadMessage[] {
  const t = useApplicationText();
  const { data: session } = useSession();
  const { takeBack, isPending } = useTakeBack(draft.set);
  const own = session?.user?.name;
  return entries.map((entry): ThreadMessage => {
    if (entry.kind === 'Note') {
      const { note } = entry;
      return {
        id: note.id,
        author: note.by,
        isOwn: note.by === own,
        at: note.at,
        body: note.body,
        isInternal: true,
        readers: t('conversation.noteReaders'),
      };
    }
    const { message } = entry;
    return {
      id: message.id,
      author: message.from,
      authorRole: t(message.mine ? 'conversation.office' : 'conversation.candidate'),
      isOwn: message.mine && message.from === own,
      at: message.at,
      body: <MessageBody subject={message.subject} body={message.body} />,
      readers: message.mine ? t('conversation.readers', { name: view.name }) : undefined,
      status: <MessageStatus message={message} onTakeBack={() => takeBack(message)} isPending={isPending} />,
    };
  });
}

function MessageBody({ subject, body }: { readonly subject: string | null; readonly body: string }) {
  return (
    <>
      {subject !== null && subject !== '' && <strong className="console-message-subject">{subject}</strong>}
      {body}
    </>
  );
}

function MessageStatus({
  message,
  onTakeBack,
  isPending,
}: {
  readonly message: ApplicationView['conversation'][number];
  readonly onTakeBack: () => void;
  readonly isPending: boolean;
}) {
  const t = useApplicationText();
  switch (message.state) {
    case 'queued':
      return message.sendsAt === null ? null : (
        <SendsIn
          at={message.sendsAt}
          sent={t('conversation.sent')}
          onTakeBack={onTakeBack}
          isPending={isPending}
        />
      );
    case 'taken_back':
      return t('conversation.takenBack');
    case 'failed':
      return <span className="console-message-failed">{t('conversation.failed')}</span>;
    case 'sent':
    case 'received':
      return null;
    default:
      return assertNever(message.state);
  }
}
