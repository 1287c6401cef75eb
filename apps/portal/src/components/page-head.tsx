import { PageHeader, type PageHeaderProps } from '@muster/ui';
import { useAgency } from '../data/session.js';

/** The head of a page; the window's title ends in the agency's name, so that tabs can be told apart. */
export function PageHead({ windowTitle, ...rest }: PageHeaderProps) {
  const title = useWindowTitle(windowTitle ?? rest.title);
  return <PageHeader {...rest} windowTitle={title} />;
}

/** The window's title for a page. */
export function useWindowTitle(title: string): string {
  const agency = useAgency()?.name;
  return agency === undefined ? title : `${title} – ${agency}`;
}
