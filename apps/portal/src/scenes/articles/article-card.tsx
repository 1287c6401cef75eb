import type { ArticleSummary } from '@muster/client';
import { Badge, useFormats } from '@muster/ui';
import { LinkCard } from '../../components/link-card.js';
import { MarkedText } from '../../components/marked-text.js';
import { useArticleText } from '../../messages/articles/use-article-text.js';

/** One article in a list, with the passage that matches. */
export function ArticleCard({ article, level }: { readonly article: ArticleSummary; readonly level: 2 | 3 }) {
  const t = useArticleText();
  const formats = useFormats();
  return (
    <LinkCard href={`/articles/${article.urlName}`} title={article.title} level={level}>
      <p>{article.snippet === null ? article.summary : <MarkedText snippet={article.snippet} />}</p>
      <p className="po-card-foot">
        {article.topic !== null && <Badge>{article.topic}</Badge>}
        <span>{t('updated', { day: formats.day(article.updatedOn) })}</span>
      </p>
    </LinkCard>
  );
}
