import { Composer, Stack, useDraft, useToasts } from '@muster/ui';
import type { UseMutationResult } from '@tanstack/react-query';
import { type RefObject, useImperativeHandle, useRef } from 'react';
import { useClientKey } from '../hooks/use-client-key.js';
import { ProblemAlert } from './problem-alert.js';

/** Lets another part of the page begin a message. */
export interface ReplyHandle {
  readonly begin: (text: string) => void;
}

export interface ReplyBoxProps<Message> {
  /** Names the draft, so that each thread keeps its own. */
  readonly draftKey: string;
  readonly label: string;
  /** Who will read it. */
  readonly readers: string;
  readonly sendLabel: string;
  readonly sentText: string;
  readonly failedTitle: string;
  readonly sending: Pick<UseMutationResult<unknown, Error, Message>, 'mutate' | 'error' | 'isPending'>;
  readonly message: (text: string, clientKey: string) => Message;
  readonly handle?: RefObject<ReplyHandle | null> | undefined;
}

/** Writes into a thread. What is typed stays until it has arrived; a second press sends nothing twice. */
export function ReplyBox<Message>({
  draftKey,
  label,
  readers,
  sendLabel,
  sentText,
  failedTitle,
  sending,
  message,
  handle,
}: ReplyBoxProps<Message>) {
  const toasts = useToasts();
  const clientKey = useClientKey();
  const draft = useDraft(draftKey, '');
  const box = useRef<HTMLDivElement>(null);
  const focus = () => box.current?.querySelector('textarea')?.focus();
  useImperativeHandle(handle, () => ({
    begin: (text) => {
      if (draft.value.trim() === '') draft.set(text);
      focus();
    },
  }));
  const send = () =>
    sending.mutate(message(draft.value, clientKey.key), {
      onSuccess: () => {
        draft.clear();
        clientKey.renew();
        toasts.show(sentText);
        focus();
      },
    });
  return (
    <div ref={box}>
      <Stack>
        <ProblemAlert title={failedTitle} error={sending.error} />
        <Composer
          label={label}
          audiences={[{ id: 'thread', label, readers, sendLabel }]}
          audience="thread"
          onAudienceChange={() => undefined}
          text={draft.value}
          onTextChange={draft.set}
          onSend={send}
          isPending={sending.isPending}
        />
      </Stack>
    </div>
  );
}
