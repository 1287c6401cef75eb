import type { LucideIcon } from 'lucide-react';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  /** How much waits there. */
  readonly count?: number | undefined;
  /** Keys that go there, such as "g b". */
  readonly keys?: string | undefined;
  /** Current only on exactly this address, as for a home page. */
  readonly isExact?: boolean | undefined;
}

export interface NavGroup {
  readonly id: string;
  readonly title?: string | undefined;
  readonly items: readonly NavItem[];
}
