import type { ReactNode } from 'react';
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

/** The way on, kept in reach of the thumb: it sticks to the lower edge of a phone's screen. `note` is a word such as "saved 10:42". */
export function ThumbBar({ children, note }: { readonly children: ReactNode; readonly note?: ReactNode }) {
  return (
    <div className="mu-thumb-bar">
      {children}
      {note !== undefined && <p className="mu-thumb-note">{note}</p>}
    </div>
  );
}
