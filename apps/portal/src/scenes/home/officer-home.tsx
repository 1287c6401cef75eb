import { Button, ButtonLink, Form, Link, PortalPage, SearchField, Skeleton, Stack } from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PageHead } from '../../components/page-head.js';
import { QueryView } from '../../components/query-view.js';
import { useMyCases } from '../../data/cases.js';
import { usePerson } from '../../data/session.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';
import { CaseCard } from '../cases/case-card.js';
import { isOpenCase } from '../cases/is-open-case.js';
import '../articles/articles.css';

/** An officer's first page: find an answer, see what support does, ask. */
export function OfficerHome() {
  const t = useCaseText();
  const person = usePerson();
  const first = person?.name.split(' ')[0] ?? '';
  return (
    <PortalPage width="wide">
      <PageHead title={t('home.title', { name: first })} windowTitle={t('home.windowTitle')} />
      <Stack gap="section">
        <FindAnswer />
        <OpenCases />
        <section>
          <h2 className="po-section-title">{t('home.ask.title')}</h2>
          <p className="po-section-head">{t('home.ask.text')}</p>
          <ButtonLink href="/cases/new">{t('home.ask.action')}</ButtonLink>
        </section>
      </Stack>
    </PortalPage>
  );
}

function FindAnswer() {
  const t = useCaseText();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const find = () => void navigate(`/articles?${new URLSearchParams({ search: words.trim() })}`);
  return (
    <section>
      <h2 className="po-section-head">{t('home.search.title')}</h2>
      <search>
        <Form onSubmit={find}>
          <div className="po-search">
            <SearchField label={t('home.search')} value={words} onChange={setWords} />
            <Button type="submit" variant="primary">
              {t('home.searchButton')}
            </Button>
          </div>
        </Form>
      </search>
    </section>
  );
}

function OpenCases() {
  const t = useCaseText();
  return (
    <section>
      <h2 className="po-section-head">{t('home.cases')}</h2>
      <QueryView query={useMyCases()} skeleton={<Skeleton shape="card" count={2} />}>
        {(cases) => {
          const open = cases.filter(isOpenCase).slice(0, 3);
          return (
            <Stack>
              {open.length === 0 && <p>{t('home.cases.none')}</p>}
              {open.map((each) => (
                <CaseCard key={each.id} summary={each} level={3} />
              ))}
              {cases.length > 0 && <Link href="/cases">{t('home.cases.all')}</Link>}
            </Stack>
          );
        }}
      </QueryView>
    </section>
  );
}
