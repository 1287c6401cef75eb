import type { ArticleSummary } from '@muster/client';
import { Badge, Link, useFormats } from '@muster/ui';
import { MarkedText } from '../../components/marked-text.js';
import { useArticleText } from '../../messages/articles/use-article-text.js';
import '../jobs/vacancy-card.css';

/** One article in a list, with the passage that matches. */
export function ArticleCard({ article, level }: { readonly article: ArticleSummary; readonly level: 2 | 3 }) {
  const t = useArticleText();
  const formats = useFormats();
  const Heading = `h${level}` as const;
  return (
    <article className="po-vacancy">
      <Heading className="po-vacancy-title">
        <Link href={`/articles/${article.urlName}`}>{article.title}</Link>
      </Heading>
      <p>{article.snippet === null ? article.summary : <MarkedText snippet={article.snippet} />}</p>
      <p className="po-card-foot">
        {article.topic !== null && <Badge>{article.topic}</Badge>}
        <span className="mu-muted">{t('updated', { day: formats.day(article.updatedOn) })}</span>
      </p>
    </article>
  );
}
