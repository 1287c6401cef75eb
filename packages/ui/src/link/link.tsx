import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components';
import './link.css';

export interface LinkProps {
  readonly href: string;
  readonly children: ReactNode;
  /** 'inline' in sentences (underlined), 'quiet' in tables and lists (underlined on hover), 'back' with an arrow. */
  readonly variant?: 'inline' | 'quiet' | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly target?: '_blank' | undefined;
  readonly 'aria-label'?: string | undefined;
}

/** A link inside the app or out of it. */
export function Link({ href, children, variant = 'inline', icon: Icon, target, ...rest }: LinkProps) {
  return (
    <AriaLink
      href={href}
      className="mu-link"
      data-variant={variant}
      {...(target ? { target, rel: 'noreferrer' } : {})}
      {...(rest['aria-label'] ? { 'aria-label': rest['aria-label'] } : {})}
    >
      {Icon && <Icon className="mu-icon" aria-hidden />}
      {children}
    </AriaLink>
  );
}
