import { ArrowLeftIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '../button/button.js';
import './portal-shell.css';

/** The width of a portal page: 'narrow' for questions and reading, 'wide' for lists. */
export function PortalPage({
  width = 'narrow',
  children,
}: {
  readonly width?: 'narrow' | 'wide' | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="mu-portal-page" data-width={width}>
      {children}
    </div>
  );
}

export interface ThumbBarProps {
  readonly children: ReactNode;
  /** A word such as "saved 10:42". */
  readonly note?: ReactNode;
  /** The way back, beside the way on. */
  readonly back?: { readonly href: string; readonly label: string } | undefined;
}

/** The way on, kept in reach of the thumb: it sticks to the lower edge of a phone's screen. */
export function ThumbBar({ children, note, back }: ThumbBarProps) {
  return (
    <div className="mu-thumb-bar">
      {back && (
        <ButtonLink variant="quiet" icon={ArrowLeftIcon} href={back.href}>
          {back.label}
        </ButtonLink>
      )}
      {children}
      {note !== undefined && <p className="mu-thumb-note">{note}</p>}
    </div>
  );
}
