import type { PostingView } from '@muster/client';
import { Button, ButtonLink, ButtonRow, PortalPage, Skeleton, Stack } from '@muster/ui';
import { Navigate, useNavigate, useParams } from 'react-router';
import { PageHead } from '../../components/page-head.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { QueryView } from '../../components/query-view.js';
import { usePerson } from '../../data/session.js';
import { useStartApplication, useVacancy } from '../../data/vacancies.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { withNext } from '../../hooks/use-next-path.js';
import { useVacancyText } from '../../messages/vacancies/use-vacancy-text.js';

/** What to know before the first question, and the account that keeps the answers. */
export function StartScene() {
  const t = useVacancyText();
  const { number = '' } = useParams();
  return (
    <PortalPage>
      <QueryView
        query={useVacancy(number)}
        skeleton={<Skeleton shape="page" />}
        missing={{ title: t('job.gone.title'), text: t('job.gone.text') }}
        isPage
      >
        {(posting) => <BeforeYouStart posting={posting} />}
      </QueryView>
    </PortalPage>
  );
}

function BeforeYouStart({ posting }: { readonly posting: PostingView }) {
  const t = useVacancyText();
  const person = usePerson();
  if (!posting.open) return <Navigate to={`/jobs/${posting.number}`} replace />;
  return (
    <>
      <PageHead
        title={t('start.title')}
        lead={t('start.for', { title: posting.title })}
        back={{ href: `/jobs/${posting.number}`, label: t('start.back') }}
      />
      <Stack gap="section">
        <ul className="po-points">
          <li>{t('start.time', { minutes: posting.minutesToApply })}</li>
          <li>{t('start.saved')}</li>
          <li>{t('start.noResume')}</li>
          <li>{t('start.check')}</li>
        </ul>
        {person === undefined && <Skeleton shape="text" count={2} />}
        {person === null && <AccountFirst number={posting.number} />}
        {person && <Start posting={posting} />}
      </Stack>
    </>
  );
}

function AccountFirst({ number }: { readonly number: string }) {
  const t = useVacancyText();
  const here = `/jobs/${number}/apply`;
  return (
    <section>
      <div className="mu-prose po-section-head">
        <h2>{t('start.account.title')}</h2>
        <p>{t('start.account.text')}</p>
      </div>
      <ButtonRow>
        <ButtonLink variant="primary" href={withNext('/create-account', here)}>
          {t('start.account.create')}
        </ButtonLink>
        <ButtonLink href={withNext('/sign-in', here)}>{t('start.account.signIn')}</ButtonLink>
      </ButtonRow>
    </section>
  );
}

function Start({ posting }: { readonly posting: PostingView }) {
  const t = useVacancyText();
  const navigate = useNavigate();
  const start = useStartApplication();
  const { key: clientKey } = useClientKey();
  const begin = () =>
    start.mutate(
      { postingNumber: posting.number, clientKey },
      { onSuccess: ({ applicationId }) => void navigate(`/apply/${applicationId}`) },
    );
  return (
    <Stack>
      <ProblemAlert title={t('start.failed')} error={start.error} />
      <ButtonRow>
        <Button variant="primary" isPending={start.isPending} onPress={begin}>
          {posting.myApplicationId === null ? t('start.action') : t('job.continue')}
        </Button>
      </ButtonRow>
    </Stack>
  );
}
