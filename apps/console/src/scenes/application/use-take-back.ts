import type { MessageView } from '@muster/client';
import { type Draft, readProblem, useToasts } from '@muster/ui';
import { useTakeBackMessage } from '../../data/application.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useApplicationText } from '../../messages/application/use-application-text.js';
import type { MessageDraft } from './use-message-draft.js';

/** Takes a message back within its undo window and puts its text into the box again, unless another is begun there. */
export function useTakeBack(draft: Draft<MessageDraft>): {
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
        if (draft.value.message.trim() === '') {
          const subject = message.subject ?? draft.value.subject;
          draft.set({ ...draft.value, audience: 'candidate', subject, message: message.body });
        }
        toasts.show(t('conversation.takenBackToast'));
      },
      onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
    });
  return { takeBack, isPending };
}
