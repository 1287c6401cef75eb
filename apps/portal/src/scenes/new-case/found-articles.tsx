import { Link, useSettled } from '@muster/ui';
import { useArticles } from '../../data/articles.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';
import './new-case.css';

const fewestCharacters = 4;
const mostShown = 3;

/** Articles that match what is being typed. They open beside the form, so that nothing typed is lost. */
export function FoundArticles({ subject }: { readonly subject: string }) {
  const t = useCaseText();
  const search = useSettled(subject.trim());
  const isOn = search.length >= fewestCharacters;
  const { data } = useArticles({ search, isOn });
  const articles = isOn ? (data?.articles.slice(0, mostShown) ?? []) : [];
  return (
    <div className="po-found" role="status">
      {isOn && data !== undefined && (
        <span className="mu-visually-hidden">{t('new.found.count', { count: articles.length })}</span>
      )}
      {articles.length > 0 && (
        <div className="po-found-box">
          <p className="po-found-title">{t('new.found.title')}</p>
          <ul>
            {articles.map(({ urlName, title }) => (
              <li key={urlName}>
                <Link href={`/articles/${urlName}`} target="_blank">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
