import type { CaseSummary } from '@muster/client';
import { ButtonLink, EmptyState, PlusIcon, PortalPage, Skeleton, Stack } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { QueryView } from '../../components/query-view.js';
import { useMyCases } from '../../data/cases.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';
import { CaseCard } from './case-card.js';
import { isOpenCase } from './is-open-case.js';

/** What the person asked support: open ones first. */
export function CasesScene() {
  const t = useCaseText();
  const ask = (
    <ButtonLink variant="primary" icon={PlusIcon} href="/cases/new">
      {t('list.new')}
    </ButtonLink>
  );
  return (
    <PortalPage width="wide">
      <PageHead title={t('list.title')} lead={t('list.lead')} actions={ask} />
      <QueryView query={useMyCases()} skeleton={<Skeleton shape="card" count={3} />}>
        {(cases) =>
          cases.length === 0 ? (
            <EmptyState title={t('list.empty.title')}>{t('list.empty.text')}</EmptyState>
          ) : (
            <Stack gap="section">
              <CaseGroup title={t('list.open')} cases={cases.filter(isOpenCase)} />
              <CaseGroup title={t('list.closed')} cases={cases.filter((each) => !isOpenCase(each))} />
            </Stack>
          )
        }
      </QueryView>
    </PortalPage>
  );
}

function CaseGroup({ title, cases }: { readonly title: string; readonly cases: readonly CaseSummary[] }) {
  if (cases.length === 0) return null;
  return (
    <section>
      <h2 className="po-section-head">{title}</h2>
      <Stack>
        {cases.map((each) => (
          <CaseCard key={each.id} summary={each} level={3} />
        ))}
      </Stack>
    </section>
  );
}
