import type { ArticleList } from '@muster/client';
import { Button, ButtonLink, EmptyState, Form, PortalPage, SearchField, Skeleton, Stack } from '@muster/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../components/page-head.js';
import { QueryView } from '../../components/query-view.js';
import { useArticles } from '../../data/articles.js';
import { useIsOfficer } from '../../data/session.js';
import { useArticleText } from '../../messages/articles/use-article-text.js';
import { ArticleCard } from './article-card.js';
import { articleParams } from './article-params.js';
import { TopicLinks } from './topic-links.js';
import './articles.css';

/** Help articles: search and topics, both in the address. */
export function ArticlesScene() {
  const t = useArticleText();
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const topic = params.get('topic') ?? '';
  const query = useArticles({ search, topic });
  const find = (words: string) => setParams(articleParams(words, topic));
  return (
    <PortalPage width="wide">
      <PageHead title={t('title')} lead={t('lead')} />
      <Stack gap="section">
        <Stack>
          <Search key={search} search={search} onFind={find} />
          <QueryView query={query} skeleton={<Skeleton shape="text" count={1} />}>
            {({ topics }) => <TopicLinks topics={topics} chosen={topic} search={search} />}
          </QueryView>
        </Stack>
        {query.error === null && (
          <QueryView query={query} skeleton={<Skeleton shape="card" count={4} />}>
            {(list) => <Found list={list} search={search} topic={topic} />}
          </QueryView>
        )}
      </Stack>
    </PortalPage>
  );
}

function Search({ search, onFind }: { readonly search: string; readonly onFind: (words: string) => void }) {
  const t = useArticleText();
  const [words, setWords] = useState(search);
  return (
    <search>
      <Form onSubmit={() => onFind(words)}>
        <div className="po-search">
          <SearchField label={t('search')} value={words} onChange={setWords} />
          <Button type="submit" variant="primary">
            {t('searchButton')}
          </Button>
        </div>
      </Form>
    </search>
  );
}

interface FoundProps {
  readonly list: ArticleList;
  readonly search: string;
  readonly topic: string;
}

function Found({ list, search, topic }: FoundProps) {
  const t = useArticleText();
  if (list.articles.length === 0) return <NothingFound search={search} topic={topic} />;
  return (
    <Stack>
      <p className="mu-muted" role="status">
        {search === ''
          ? t('found', { count: list.total })
          : t('foundFor', { count: list.total, words: search })}
      </p>
      {list.articles.map((article) => (
        <ArticleCard key={article.urlName} article={article} level={2} />
      ))}
    </Stack>
  );
}

function NothingFound({ search, topic }: Omit<FoundProps, 'list'>) {
  const t = useArticleText();
  const isOfficer = useIsOfficer();
  if (search === '' && topic === '') {
    return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  }
  return (
    <EmptyState
      title={search === '' ? t('none.topic') : t('none.title', { words: search })}
      action={
        <div className="po-actions">
          <ButtonLink href="/articles">{t('none.clear')}</ButtonLink>
          {isOfficer && <ButtonLink href="/cases/new">{t('none.case')}</ButtonLink>}
        </div>
      }
    >
      {search !== '' && t('none.text')}
    </EmptyState>
  );
}
