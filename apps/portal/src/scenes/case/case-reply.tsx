import { Composer, Stack, useDraft, useToasts } from '@muster/ui';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useCaseComment } from '../../data/cases.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';

/** A reply in the thread; it opens a closed case again. */
export function CaseReply({ caseId, isOpen }: { readonly caseId: string; readonly isOpen: boolean }) {
  const t = useCaseText();
  const toasts = useToasts();
  const comment = useCaseComment();
  const clientKey = useClientKey();
  const draft = useDraft(`case.${caseId}`, '');
  const send = () =>
    comment.mutate(
      { caseId, body: draft.value, clientKey: clientKey.key },
      {
        onSuccess: () => {
          draft.clear();
          clientKey.renew();
          toasts.show(t('case.sent'));
        },
      },
    );
  return (
    <section>
      <h2 className="po-section-head">{t('case.reply')}</h2>
      <Stack>
        {!isOpen && <p className="mu-muted">{t('case.reopens')}</p>}
        <ProblemAlert title={t('case.failed')} error={comment.error} />
        <Composer
          label={t('case.reply')}
          audiences={[
            {
              id: 'support',
              label: t('case.reply'),
              readers: t('case.readers'),
              sendLabel: t('case.send'),
            },
          ]}
          audience="support"
          onAudienceChange={() => undefined}
          text={draft.value}
          onTextChange={draft.set}
          onSend={send}
          isPending={comment.isPending}
        />
      </Stack>
    </section>
  );
}
