import type { ReactNode } from 'react';
import './process.css';

export interface SummaryBoxProps {
  readonly title: string;
  readonly level?: 2 | 3 | undefined;
  /** 'action' when the reader has something to do, 'calm' when not. */
  readonly tone?: 'action' | 'calm' | undefined;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** The one thing to know on a page: what to do now, or that there is nothing to do. */
export function SummaryBox({ title, level = 2, tone = 'calm', children, actions }: SummaryBoxProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="mu-summary-box" data-tone={tone}>
      <Heading>{title}</Heading>
      <div className="mu-summary-body">{children}</div>
      {actions !== undefined && <div className="mu-summary-actions">{actions}</div>}
    </section>
  );
}
