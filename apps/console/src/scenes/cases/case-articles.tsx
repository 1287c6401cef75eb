import type { CaseView } from '@muster/client';
import { Button, Link, SearchField, useSettled } from '@muster/ui';
import { useState } from 'react';
import { useArticles } from '../../data/articles.js';
import { portalAddress } from '../../data/portal-address.js';
import { useCan } from '../../data/session.js';
import { useCasesText } from '../../messages/cases/use-cases-text.js';

const shown = 6;

interface Found {
  readonly urlName: string;
  readonly title: string;
}

/** Articles to answer with: those about the same, or found by words; a press puts a link into the answer. */
export function CaseArticles({
  data,
  onInsert,
}: {
  readonly data: CaseView;
  readonly onInsert: (text: string) => void;
}) {
  const t = useCasesText();
  const can = useCan();
  const [search, setSearch] = useState('');
  const wanted = useSettled(search.trim());
  const { data: list } = useArticles(wanted, can('Read_Articles'));
  if (!can('Read_Articles')) return null;
  const isSearch = wanted !== '';
  const found: readonly Found[] | undefined = isSearch ? list?.articles : data.similarArticles;
  return (
    <section>
      <h3>{t('articles')}</h3>
      <SearchField label={t('articles.search')} value={search} onChange={setSearch} />
      {!isSearch && data.similarArticles.length > 0 && (
        <p className="console-case-oldest">{t('articles.similar')}</p>
      )}
      {found !== undefined && found.length === 0 ? (
        <p className="mu-muted">{t(isSearch ? 'articles.none' : 'articles.hint')}</p>
      ) : (
        <ul className="console-case-last">
          {found?.slice(0, shown).map((article) => (
            <Article key={article.urlName} article={article} onInsert={onInsert} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Article({
  article,
  onInsert,
}: {
  readonly article: Found;
  readonly onInsert: (text: string) => void;
}) {
  const t = useCasesText();
  const address = portalAddress(`/articles/${article.urlName}`);
  return (
    <li>
      <Link href={address} target="_blank" variant="quiet">
        {article.title}
      </Link>
      <Button
        size="small"
        variant="quiet"
        aria-label={t('articles.insertOf', { title: article.title })}
        onPress={() => onInsert(`${article.title}: ${address}`)}
      >
        {t('articles.insert')}
      </Button>
    </li>
  );
}
