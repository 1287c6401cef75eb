import { Link } from '@muster/ui';
import type { ReactNode } from 'react';
import './link-card.css';

export interface LinkCardProps {
  readonly href: string;
  readonly title: string;
  readonly level: 2 | 3;
  readonly children: ReactNode;
}

/** One thing in a list: all of the card leads on, and its title alone is the link that is read out. */
export function LinkCard({ href, title, level, children }: LinkCardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className="po-card">
      <Heading className="po-card-title">
        <Link href={href}>{title}</Link>
      </Heading>
      {children}
    </article>
  );
}
