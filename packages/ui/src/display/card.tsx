import type { ReactNode } from 'react';
import './card.css';

export interface CardProps {
  readonly title?: ReactNode;
  /** The heading's level on its page. */
  readonly level?: 2 | 3 | 4 | undefined;
  /** A small line under or beside the title, such as an as-of time. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Content reaches the edges: for tables and lists. */
  readonly isFlush?: boolean | undefined;
  readonly id?: string | undefined;
}

/** A surface for one subject. */
export function Card({ title, level = 2, meta, actions, children, isFlush, id }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="mu-card" data-flush={isFlush || undefined} id={id}>
      {(title !== undefined || actions !== undefined) && (
        <header className="mu-card-head">
          <div className="mu-card-titles">
            {title !== undefined && <Heading className="mu-card-title">{title}</Heading>}
            {meta !== undefined && <div className="mu-card-meta">{meta}</div>}
          </div>
          {actions !== undefined && <div className="mu-card-actions">{actions}</div>}
        </header>
      )}
      <div className="mu-card-body">{children}</div>
    </section>
  );
}

/** Cards or figures in columns that fit the width. `min` is the narrowest a column may get. */
export function Grid({
  children,
  min = 'medium',
}: {
  readonly children: ReactNode;
  readonly min?: 'small' | 'medium' | 'large' | undefined;
}) {
  return (
    <div className="mu-grid" data-min={min}>
      {children}
    </div>
  );
}

/** Things under each other with even space between. */
export function Stack({
  children,
  gap = 'normal',
}: {
  readonly children: ReactNode;
  readonly gap?: 'small' | 'normal' | 'section' | undefined;
}) {
  return (
    <div className="mu-stack" data-gap={gap}>
      {children}
    </div>
  );
}

/** Things beside each other that wrap. */
export function Row({
  children,
  align = 'center',
  isSpread,
}: {
  readonly children: ReactNode;
  readonly align?: 'center' | 'start' | 'end' | 'baseline' | undefined;
  readonly isSpread?: boolean | undefined;
}) {
  return (
    <div className="mu-row" data-align={align} data-spread={isSpread || undefined}>
      {children}
    </div>
  );
}
