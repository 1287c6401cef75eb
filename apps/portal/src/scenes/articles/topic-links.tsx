import { Link } from 'react-router';
import { useArticleText } from '../../messages/articles/use-article-text.js';
import { articleParams } from './article-params.js';

/** The topics as links; the chosen one is marked. */
export function TopicLinks({
  topics,
  chosen,
  search,
}: {
  readonly topics: readonly string[];
  readonly chosen: string;
  readonly search: string;
}) {
  const t = useArticleText();
  if (topics.length === 0) return null;
  const entries = [{ topic: '', label: t('allTopics') }, ...topics.map((topic) => ({ topic, label: topic }))];
  return (
    <nav aria-label={t('topics')}>
      <ul className="po-topics">
        {entries.map(({ topic, label }) => (
          <li key={topic}>
            <Link
              className="po-topic"
              to={{ pathname: '/articles', search: articleParams(search, topic).toString() }}
              aria-current={topic === chosen ? 'true' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
