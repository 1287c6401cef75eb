import { ArrowLeftIcon } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from '../link/link.js';
import { takeWaitingFocus } from './use-route-focus.js';
import './page-header.css';

export interface PageHeaderProps {
  /** The page's h1, and the start of the window's title. */
  readonly title: string;
  /** The window's title when the h1 alone would not tell pages apart. */
  readonly windowTitle?: string | undefined;
  /** What stands after the title: a state, a number. */
  readonly badge?: ReactNode;
  /** One line under the title: the sentence that says where things stand. */
  readonly lead?: ReactNode;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  /** One primary action, and what else belongs to the whole page. */
  readonly actions?: ReactNode;
}

/** The head of every page. */
export function PageHeader({ title, windowTitle, badge, lead, back, actions }: PageHeaderProps) {
  useDocumentTitle(windowTitle ?? title);
  useEffect(takeWaitingFocus, []);
  return (
    <header className="mu-page-header">
      {back && (
        <div className="mu-page-back">
          <Link href={back.href} icon={ArrowLeftIcon}>
            {back.label}
          </Link>
        </div>
      )}
      <div className="mu-page-titles">
        <div className="mu-page-title-row">
          <h1>{title}</h1>
          {badge}
        </div>
        {lead !== undefined && <div className="mu-page-lead">{lead}</div>}
      </div>
      {actions !== undefined && <div className="mu-page-actions">{actions}</div>}
    </header>
  );
}

/** The window's title while a page is shown. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
