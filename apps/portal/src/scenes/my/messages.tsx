import type { MyApplication } from '@muster/client';
import { Conversation, Stack } from '@muster/ui';
import type { RefObject } from 'react';
import { ReplyBox, type ReplyHandle } from '../../components/reply-box.js';
import { useReply } from '../../data/applications.js';
import { useMyText } from '../../messages/my/use-my-text.js';

/** What the person and the agency wrote to each other, and a reply. */
export function Messages({
  application,
  handle,
}: {
  readonly application: MyApplication;
  readonly handle: RefObject<ReplyHandle | null>;
}) {
  const t = useMyText();
  const { id: applicationId, contact, messages } = application;
  return (
    <section>
      <h2 className="po-section-head">{t('messages.title')}</h2>
      <Stack>
        {messages.length === 0 ? (
          <p className="mu-muted">{t('messages.empty')}</p>
        ) : (
          <Conversation
            label={t('messages.label')}
            messages={messages.map(({ id, from, mine, at, subject, body }) => ({
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
        <ReplyBox
          draftKey={`reply.${applicationId}`}
          label={t('messages.write')}
          readers={t('messages.readers', { name: contact.name })}
          sendLabel={t('messages.send')}
          sentText={t('messages.sent')}
          failedTitle={t('messages.failed')}
          sending={useReply()}
          message={(body, clientKey) => ({ applicationId, body, clientKey })}
          handle={handle}
        />
      </Stack>
    </section>
  );
}
