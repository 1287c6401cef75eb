import type { ApplicationView } from '@muster/client';
import { type Draft, useDraft } from '@muster/ui';
import { useMemo } from 'react';
import { useApplicationText } from '../../messages/application/use-application-text.js';

export interface MessageDraft {
  readonly audience: 'candidate' | 'note';
  readonly subject: string;
  readonly message: string;
  readonly note: string;
}

/** What is being written on an application: message and note each keep their own text. */
export function useMessageDraft(view: ApplicationView): Draft<MessageDraft> {
  const t = useApplicationText();
  const posting = view.posting.label;
  const initial = useMemo<MessageDraft>(
    () => ({
      audience: 'candidate',
      subject: t('conversation.defaultSubject', { posting }),
      message: '',
      note: '',
    }),
    [t, posting],
  );
  return useDraft(`talk.${view.id}`, initial);
}
