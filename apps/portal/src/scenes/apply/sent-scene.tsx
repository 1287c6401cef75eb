import type { MyApplication, Receipt } from '@muster/client';
import { ButtonLink, ButtonRow, PortalPage, Skeleton, Stack, SummaryBox, useFormats } from '@muster/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { PageHead } from '../../components/page-head.js';
import { ProblemState } from '../../components/problem-state.js';
import { QueryView } from '../../components/query-view.js';
import { useMyApplications } from '../../data/applications.js';
import { keys } from '../../data/keys.js';
import { usePerson } from '../../data/session.js';
import { useApplyText } from '../../messages/apply/use-apply-text.js';
import './apply.css';

/** The receipt: the number to name, and what happens next. */
export function SentScene() {
  const { applicationId = '' } = useParams();
  const receipt = useQueryClient().getQueryData<Receipt>(keys.receipt(applicationId));
  return (
    <PortalPage>
      {receipt === undefined ? (
        <LaterReceipt applicationId={applicationId} />
      ) : (
        <ReceiptPage
          applicationId={applicationId}
          number={receipt.number}
          next={receipt.next}
          at={receipt.submittedAt}
        />
      )}
    </PortalPage>
  );
}

/** The receipt when the page is opened again: from the application as it is now. */
function LaterReceipt({ applicationId }: { readonly applicationId: string }) {
  const find = (applications: readonly MyApplication[]) =>
    applications.find(({ id, receipt }) => id === applicationId && receipt !== null);
  return (
    <QueryView query={useMyApplications()} skeleton={<Skeleton shape="page" />} isPage>
      {(applications) => {
        const own = find(applications);
        if (own === undefined) return <ProblemState problem={{ kind: 'Missing' }} isPage />;
        return <ReceiptPage applicationId={applicationId} number={own.receipt ?? ''} next={own.where} />;
      }}
    </QueryView>
  );
}

function ReceiptPage({
  applicationId,
  number,
  next,
  at,
}: {
  readonly applicationId: string;
  readonly number: string;
  readonly next: string;
  readonly at?: string | undefined;
}) {
  const t = useApplyText();
  const formats = useFormats();
  const person = usePerson();
  return (
    <>
      <PageHead
        title={t('sent.title')}
        lead={at === undefined ? undefined : t('sent.at', { time: formats.dateTime(at) })}
      />
      <Stack gap="section">
        <SummaryBox title={t('sent.number')}>
          <p className="po-receipt mu-tabular">{number}</p>
          <p>{t('sent.numberWhy')}</p>
        </SummaryBox>
        <section className="mu-prose">
          <h2>{t('sent.next.title')}</h2>
          <p>{next}</p>
          {person && <p>{t('sent.mail', { email: person.username })}</p>}
        </section>
        <ButtonRow>
          <ButtonLink variant="primary" href={`/my/${applicationId}`}>
            {t('sent.my')}
          </ButtonLink>
        </ButtonRow>
      </Stack>
    </>
  );
}
