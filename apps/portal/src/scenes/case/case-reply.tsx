import { Stack } from '@muster/ui';
import { ReplyBox } from '../../components/reply-box.js';
import { useCaseComment } from '../../data/cases.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';

/** A reply in the thread; it opens a closed case again. */
export function CaseReply({ caseId, isOpen }: { readonly caseId: string; readonly isOpen: boolean }) {
  const t = useCaseText();
  return (
    <section>
      <h2 className="po-section-head">{t('case.reply')}</h2>
      <Stack>
        {!isOpen && <p className="mu-muted">{t('case.reopens')}</p>}
        <ReplyBox
          draftKey={`case.${caseId}`}
          label={t('case.reply')}
          readers={t('case.readers')}
          sendLabel={t('case.send')}
          sentText={t('case.sent')}
          failedTitle={t('case.failed')}
          sending={useCaseComment()}
          message={(body, clientKey) => ({ caseId, body, clientKey })}
        />
      </Stack>
    </section>
  );
}
