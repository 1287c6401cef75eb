import type { CaseView } from '@muster/client';
import { Alert, Button, CheckIcon, Composer, type Draft, readProblem, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useAnswerCase, useReadAgain } from '../../data/cases.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useCasesText } from '../../messages/cases/use-cases-text.js';
import { type AnswerDraft, blankAnswer } from './answer-draft.js';

/** Answers the person, or notes something for support alone; says first who will read it. */
export function CaseComposer({
  data,
  draft,
}: {
  readonly data: CaseView;
  readonly draft: Draft<AnswerDraft>;
}) {
  const t = useCasesText();
  const problemText = useProblemText();
  const { value, set } = draft;
  const { send, isPending, error, isChanged } = useAnswer(data, draft);
  const name = data.person?.name ?? '';
  const problem = error === null ? null : readProblem(error);
  return (
    <>
      {isChanged && (
        <Alert tone="warning" title={t('conflict.title')} isLive>
          {t('conflict.text')}
        </Alert>
      )}
      <Composer
        label={t('compose')}
        audiences={[
          {
            id: 'reply',
            label: t('compose.reply', { name: name.split(' ')[0] ?? name }),
            readers: t('readers.both', { name }),
            sendLabel: t('compose.send'),
          },
          {
            id: 'note',
            label: t('compose.note'),
            readers: t('readers.support'),
            isInternal: true,
            sendLabel: t('compose.sendNote'),
          },
        ]}
        audience={value.audience}
        onAudienceChange={(audience) => set({ ...value, audience: audience === 'note' ? 'note' : 'reply' })}
        text={value.text}
        onTextChange={(text) => set({ ...value, text })}
        onSend={() => send(false)}
        isPending={isPending}
        error={problem === null || isChanged ? undefined : problemText(problem)}
        extraActions={
          value.audience === 'reply' && (
            <Button
              icon={CheckIcon}
              isDisabled={value.text.trim() === '' || isPending}
              onPress={() => send(true)}
            >
              {t('compose.solve')}
            </Button>
          )
        }
      />
    </>
  );
}

function useAnswer(data: CaseView, { value, set }: Draft<AnswerDraft>) {
  const t = useCasesText();
  const toasts = useToasts();
  const keyFor = useClientKey();
  const readAgain = useReadAgain();
  const [isChanged, setChanged] = useState(false);
  const { mutate, isPending, error } = useAnswerCase();
  const send = (solve: boolean) => {
    const body = value.text.trim();
    if (body === '' || isPending) return;
    const isNote = value.audience === 'note';
    mutate(
      {
        caseId: data.id,
        body,
        readers: isNote ? 'support_only' : 'person_and_support',
        solve,
        ifVersion: data.version,
        clientKey: keyFor([body, solve, data.thread.length]),
      },
      {
        onSuccess: () => {
          set((now) => (now.text.trim() === body ? blankAnswer : now));
          setChanged(false);
          toasts.show(t(isNote ? 'compose.noted' : solve ? 'compose.solved' : 'compose.sent'));
        },
        onError: (failure) => {
          if (readProblem(failure).kind !== 'Changed') return;
          setChanged(true);
          readAgain(data.id);
        },
      },
    );
  };
  return { send, isPending, error, isChanged };
}
