import type { ReactNode } from 'react';
import './definition-list.css';

export interface Definition {
  readonly term: string;
  readonly value: ReactNode;
  /** A link or button that changes this one value. */
  readonly action?: ReactNode;
}

export interface DefinitionListProps {
  readonly items: readonly Definition[];
  /** 'rows' with lines between (answers to check), 'columns' side by side (facts of a record), 'compact' for panels. */
  readonly layout?: 'rows' | 'columns' | 'compact' | undefined;
}

/** Names and values of one thing. */
export function DefinitionList({ items, layout = 'rows' }: DefinitionListProps) {
  return (
    <dl className="mu-definitions" data-layout={layout}>
      {items.map(({ term, value, action }) => (
        <div key={term} className="mu-definition">
          <dt>{term}</dt>
          <dd>{value}</dd>
          {action !== undefined && <dd className="mu-definition-action">{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
