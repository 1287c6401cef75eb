import type { PostingView } from '@muster/client';
import { Alert, ButtonLink, DefinitionList, Link, ProcessList, Stack, ThumbBar } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { PlainText } from '../../components/plain-text.js';
import { useVacancyText } from '../../messages/vacancies/use-vacancy-text.js';
import { useJobPostingData } from './use-job-posting-data.js';

/** A vacancy as its readers see it. */
export function JobPosting({ posting }: { readonly posting: PostingView }) {
  const t = useVacancyText();
  useJobPostingData(posting.jsonLd);
  return (
    <>
      <PageHead title={posting.title} lead={posting.summary} back={{ href: '/jobs', label: t('job.back') }} />
      <Stack gap="section">
        {!posting.open && <ClosedAlert />}
        <Facts posting={posting} />
        {posting.sections.map(({ heading, body }) => (
          <section key={heading} className="mu-prose">
            <h2>{heading}</h2>
            <PlainText text={body} />
          </section>
        ))}
        {posting.requirements.length > 0 && (
          <section className="mu-prose">
            <h2>{t('job.need.title')}</h2>
            <ul>
              {posting.requirements.map((requirement) => (
                <li key={requirement}>{requirement}</li>
              ))}
            </ul>
          </section>
        )}
        {posting.whatHappens.length > 0 && <WhatHappens posting={posting} />}
      </Stack>
      <WayOn posting={posting} />
    </>
  );
}

function ClosedAlert() {
  const t = useVacancyText();
  return (
    <Alert
      tone="info"
      title={t('job.closed.title')}
      actions={<Link href="/jobs">{t('job.closed.others')}</Link>}
    >
      {t('job.closed.text')}
    </Alert>
  );
}

function Facts({ posting }: { readonly posting: PostingView }) {
  const t = useVacancyText();
  const facts = [
    { term: t('jobs.pay'), value: posting.pay },
    { term: t('jobs.where'), value: posting.location },
    { term: t('jobs.type'), value: posting.employmentType },
    { term: t('jobs.closes'), value: posting.closesInWords ?? '' },
    { term: t('job.numberTerm'), value: posting.number },
  ].filter(({ value }) => value !== '');
  return <DefinitionList items={facts} />;
}

function WhatHappens({ posting }: { readonly posting: PostingView }) {
  const t = useVacancyText();
  return (
    <section>
      <div className="mu-prose po-section-head">
        <h2>{t('job.steps.title')}</h2>
        <p className="mu-muted">{t('job.steps.lead')}</p>
      </div>
      <ProcessList
        label={t('job.steps.title')}
        steps={posting.whatHappens.map(({ title, usually }, index) => ({
          id: String(index),
          title,
          state: 'plain',
          stateText: usually === null ? '' : capitalised(usually),
        }))}
      />
    </section>
  );
}

/** The server's words stand at the beginning of a line here. */
function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function WayOn({ posting }: { readonly posting: PostingView }) {
  const t = useVacancyText();
  if (posting.myApplicationId !== null) {
    return (
      <ThumbBar>
        <ButtonLink variant="primary" href={`/my/${posting.myApplicationId}`}>
          {t('job.mine')}
        </ButtonLink>
      </ThumbBar>
    );
  }
  if (!posting.open) return null;
  return (
    <ThumbBar note={t('job.minutes', { count: posting.minutesToApply })}>
      <ButtonLink variant="primary" href={`/jobs/${posting.number}/apply`}>
        {t('job.apply')}
      </ButtonLink>
    </ThumbBar>
  );
}
