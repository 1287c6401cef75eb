import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './badge.css';

export type BadgeTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'waiting' | 'primary';

/** A small word beside a name; the word carries the meaning, the colour only helps. */
export function Badge({
  tone = 'neutral',
  icon: Icon,
  children,
}: {
  readonly tone?: BadgeTone | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span className="mu-badge" data-tone={tone}>
      {Icon && <Icon aria-hidden />}
      <span>{children}</span>
    </span>
  );
}
