import type { MessageView } from '@muster/client';
import { type Draft, readProblem, useToasts } from '@muster/ui';
import { useTakeBackMessage } from '../../data/application.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import type { MessageDraft } from './use-message-draft.js';

/** Takes a message back within its undo window and puts its text into the box again, unless another is begun there. */
export function useTakeBack(set: Draft<MessageDraft>['set']): {
  readonly takeBack: (message: MessageView) => void;
  readonly isPending: boolean;
} {
  const t = useApplicationText();
  const problemText = useProblemText();
  const toasts = useToasts();
  const { mutate, isPending } = useTakeBackMessage();
  const takeBack = (message: MessageView) =>
    mutate(message.id, {
      onSuccess: () => {
        set((now) =>
          now.message.trim() === ''
            ? {
                ...now,
                audience: 'candidate',
                subject: message.subject ?? now.subject,
                message: message.body,
              }
            : now,
        );
        toasts.show(t('conversation.takenBackToast'));
      },
      onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
    });
  return { takeBack, isPending };
}
