import type { ArticleView } from '@muster/client';
import { Alert, Button, DefinitionList, Link, PrinterIcon, Stack, useFormats } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useIsOfficer } from '../../data/session.js';
import { useArticleText } from '../../messages/articles/use-article-text.js';
import './article.css';

/** The text of an article, with as of when, which version and whose it is. */
export function ArticleText({ article }: { readonly article: ArticleView }) {
  const t = useArticleText();
  const formats = useFormats();
  const isOfficer = useIsOfficer();
  const nameOf = useLanguageName();
  const others = article.languages.filter((language) => language !== article.language);
  return (
    <>
      <PageHead title={article.title} lead={article.summary} back={{ href: '/articles', label: t('back') }} />
      <Stack gap="section">
        {article.language !== formats.locale && (
          <Alert tone="info">{t('otherLanguage', { language: nameOf(article.language) })}</Alert>
        )}
        <DefinitionList
          layout="compact"
          items={[
            { term: t('asOf'), value: formats.longDay(article.asOf) },
            { term: t('version'), value: String(article.version) },
            { term: t('owner'), value: article.owner },
            { term: t('number'), value: article.number },
          ]}
        />
        {/* The server sends sanitised HTML only. */}
        <div
          className="mu-prose po-article"
          lang={article.language}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised on the server, where it is published.
          dangerouslySetInnerHTML={{ __html: article.body }}
        />
        <footer className="po-article-foot mu-no-print">
          {others.map((language) => (
            <Link key={language} href={`/articles/${article.urlName}?${new URLSearchParams({ language })}`}>
              {t('readIn', { language: nameOf(language) })}
            </Link>
          ))}
          <Button icon={PrinterIcon} onPress={() => window.print()}>
            {t('print')}
          </Button>
          {isOfficer && (
            <p>{t.rich('notEnough', { ask: (words) => <Link href="/cases/new">{words}</Link> })}</p>
          )}
        </footer>
      </Stack>
    </>
  );
}

function useLanguageName(): (language: string) => string {
  const { locale } = useFormats();
  return (language) => new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
}
