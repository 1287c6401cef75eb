import {
  Button,
  type Command,
  EmptyState,
  Link,
  matchCommands,
  PageHeader,
  SearchField,
  textFilter,
  useUrlFilters,
} from '@muster/ui';
import { useSetupCommands } from '../../frame/use-setup-commands.js';
import { useSetupText } from '../../messages/setup/use-setup-text.js';
import { setupGroups, setupPages } from './setup-pages.js';
import './setup-frame.css';

const spec = { q: textFilter() };

/** The first page of Setup: every page of it that the person may open, with what it is for. */
export function SetupHome() {
  const t = useSetupText();
  const commands = useSetupCommands();
  const { values, set } = useUrlFilters(spec);
  const shown = matchCommands(commands, values.q);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="setup-home">
        <SearchField label={t('search')} value={values.q} onChange={(q) => set({ q })} />
        {shown.length === 0 ? (
          <EmptyState
            title={t('noMatch.title')}
            action={<Button onPress={() => set({ q: '' })}>{t('noMatch.action')}</Button>}
          >
            {t('noMatch.text')}
          </EmptyState>
        ) : (
          <div className="setup-groups">
            {setupGroups.map((group) => (
              <Group key={group} title={t(`group.${group}`)} pages={pagesOf(group, shown)} />
            ))}
          </div>
        )}
      </div>
    </>
  );
}

function pagesOf(group: (typeof setupGroups)[number], shown: readonly Command[]): readonly Command[] {
  const hrefs = new Set<string>(setupPages.filter((page) => page.group === group).map(({ href }) => href));
  return shown.filter(({ href }) => href !== undefined && hrefs.has(href));
}

function Group({ title, pages }: { readonly title: string; readonly pages: readonly Command[] }) {
  if (pages.length === 0) return null;
  return (
    <section className="setup-group">
      <h2>{title}</h2>
      <ul className="setup-group-list">
        {pages.map(({ id, href, label, detail }) => (
          <li key={id}>
            <Link href={href ?? '/setup'} variant="quiet">
              {label}
            </Link>
            <p>{detail}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
