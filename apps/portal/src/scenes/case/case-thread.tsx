import type { CaseView } from '@muster/client';
import { Conversation, DefinitionList, Link, Stack, useFormats } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { usePerson } from '../../data/session.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';
import { CaseBadge } from '../cases/case-badge.js';
import { isOpenCase } from '../cases/is-open-case.js';
import { CaseReply } from './case-reply.js';

/** The thread of a case, with the question first. */
export function CaseThread({ found }: { readonly found: CaseView }) {
  const t = useCaseText();
  const formats = useFormats();
  const person = usePerson();
  const hasAnswer = found.thread.some((message) => !message.mine);
  return (
    <>
      <PageHead
        title={found.subject}
        back={{ href: '/cases', label: t('case.back') }}
        badge={<CaseBadge summary={found} />}
      />
      <Stack gap="section">
        <DefinitionList
          layout="compact"
          items={[
            { term: t('case.numberTerm'), value: found.number },
            { term: t('case.opened'), value: formats.day(found.openedAt) },
            ...(found.topic === null ? [] : [{ term: t('case.topic'), value: found.topic }]),
            { term: t('case.with'), value: found.owner },
          ]}
        />
        <Stack>
          <Conversation
            label={t('case.thread')}
            messages={[
              {
                id: found.id,
                author: person?.name ?? '',
                isOwn: true,
                at: found.openedAt,
                body: found.description,
              },
              ...found.thread.map(({ id, from, mine, at, body }) => ({
                id,
                author: from,
                isOwn: mine,
                at,
                body,
              })),
            ]}
          />
          {!hasAnswer && <p className="mu-muted">{t('case.noAnswer')}</p>}
        </Stack>
        <CaseReply caseId={found.id} isOpen={isOpenCase(found)} />
        {found.similarArticles.length > 0 && (
          <section>
            <h2 className="po-section-title">{t('case.similar')}</h2>
            <ul className="po-points">
              {found.similarArticles.map(({ urlName, title }) => (
                <li key={urlName}>
                  <Link href={`/articles/${urlName}`}>{title}</Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </>
  );
}
