import type { MyApplication } from '@muster/client';
import { Composer, Conversation, useDraft, useToasts } from '@muster/ui';
import { type RefObject, useImperativeHandle, useRef } from 'react';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useReply } from '../../data/applications.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useMyText } from '../../messages/my/use-my-text.js';

/** Lets another part of the page begin a message. */
export interface ComposerHandle {
  readonly begin: (text: string) => void;
}

/** What the person and the agency wrote to each other, and a reply. */
export function Messages({
  application,
  handle,
}: {
  readonly application: MyApplication;
  readonly handle: RefObject<ComposerHandle | null>;
}) {
  const t = useMyText();
  const toasts = useToasts();
  const reply = useReply();
  const clientKey = useClientKey();
  const draft = useDraft(`reply.${application.id}`, '');
  const box = useRef<HTMLDivElement>(null);
  useImperativeHandle(handle, () => ({
    begin: (text) => {
      if (draft.value.trim() === '') draft.set(text);
      box.current?.querySelector('textarea')?.focus();
    },
  }));
  const send = () =>
    reply.mutate(
      { applicationId: application.id, body: draft.value, clientKey: clientKey.key },
      {
        onSuccess: () => {
          draft.clear();
          clientKey.renew();
          toasts.show(t('messages.sent'));
        },
      },
    );
  return (
    <section>
      <h2 className="po-section-head">{t('messages.title')}</h2>
      {application.messages.length === 0 ? (
        <p className="mu-muted">{t('messages.empty')}</p>
      ) : (
        <Conversation
          label={t('messages.label')}
          messages={application.messages.map(({ id, from, mine, at, subject, body }) => ({
            id,
            author: from,
            isOwn: mine,
            at,
            body: (
              <>
                {subject !== null && <p className="po-subject">{subject}</p>}
                <p>{body}</p>
              </>
            ),
          }))}
        />
      )}
      <div className="po-composer" ref={box}>
        <ProblemAlert title={t('messages.failed')} error={reply.error} />
        <Composer
          label={t('messages.write')}
          audiences={[
            {
              id: 'agency',
              label: t('messages.write'),
              readers: t('messages.readers', { name: application.contact.name }),
              sendLabel: t('messages.send'),
            },
          ]}
          audience="agency"
          onAudienceChange={() => undefined}
          text={draft.value}
          onTextChange={draft.set}
          onSend={send}
          isPending={reply.isPending}
        />
      </div>
    </section>
  );
}
