import { PortalPage, Skeleton, useFormats } from '@muster/ui';
import { useParams, useSearchParams } from 'react-router';
import { QueryView } from '../../components/query-view.js';
import { useArticle } from '../../data/articles.js';
import { useArticleText } from '../../messages/articles/use-article-text.js';
import { ArticleText } from './article-text.js';

/** One article. `?language=` asks for it in another language than the pages are in. */
export function ArticleScene() {
  const t = useArticleText();
  const { urlName = '' } = useParams();
  const [params] = useSearchParams();
  const { locale } = useFormats();
  const language = params.get('language') ?? locale;
  return (
    <PortalPage>
      <QueryView
        query={useArticle(urlName, language)}
        skeleton={<Skeleton shape="page" />}
        missing={{ title: t('gone.title'), text: t('gone.text') }}
        isPage
      >
        {(article) => <ArticleText article={article} />}
      </QueryView>
    </PortalPage>
  );
}
