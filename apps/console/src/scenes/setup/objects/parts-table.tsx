import type { ComponentDescription } from '@muster/client';
import { Badge, ButtonLink, type Column, DataTable, EmptyState, PlusIcon, Skeleton } from '@muster/ui';
import { type ReactNode, useMemo } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { useDescribedComponents } from '../../../data/setup-metadata.js';
import type { ObjectRow } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { textOf } from './elements.js';

export interface PartsTableProps {
  readonly object: ObjectRow;
  /** The type of the Metadata API. */
  readonly type: string;
  readonly caption: string;
  /** What they are for, where there are none. */
  readonly none: string;
  readonly newLabel: string;
  /** Last part of the addresses: `listViews`. */
  readonly path: string;
  readonly more?: readonly Column<ComponentDescription>[] | undefined;
  readonly actions?: ReactNode;
}

/** Parts of an object of one type, each with its page. */
export function PartsTable({ object, type, caption, none, newLabel, path, more, actions }: PartsTableProps) {
  const t = useSetupObjectsText();
  const parts = useDescribedComponents(type, object.name);
  const base = `/setup/objects/${object.name}/${path}`;
  const columns = useMemo(() => partColumns(t, object.name, more ?? []), [t, object.name, more]);
  return (
    <>
      <div className="setup-tab-head">
        {actions}
        <ButtonLink href={`${base}/new`} variant="primary" icon={PlusIcon}>
          {newLabel}
        </ButtonLink>
      </div>
      <QueryView query={parts} skeleton={<Skeleton shape="rows" count={4} />}>
        {(rows) => (
          <DataTable
            caption={caption}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.fullName}
            rowLabel={(row) => partLabel(row, object.name)}
            rowHref={(row) => `${base}/${encodeURIComponent(partName(row, object.name))}`}
            isShort
            empty={<EmptyState title={caption}>{none}</EmptyState>}
          />
        )}
      </QueryView>
    </>
  );
}

/** The own name of a part or layout of an object. */
export function partName({ fullName }: { readonly fullName: string }, object: string): string {
  return fullName.slice(object.length + 1);
}

function partLabel(part: ComponentDescription, object: string): string {
  return textOf(part.metadata, 'label') || partName(part, object);
}

function partColumns(
  t: ReturnType<typeof useSetupObjectsText>,
  object: string,
  more: readonly Column<ComponentDescription>[],
): readonly Column<ComponentDescription>[] {
  return [
    { id: 'label', header: t('column.label'), cell: (row) => partLabel(row, object) },
    ...more,
    {
      id: 'from',
      header: t('column.from'),
      hideBelow: 'medium',
      cell: (row) =>
        row.solution === null ? (
          <Badge tone="info">{t('from.agency')}</Badge>
        ) : (
          <>
            {t('from.solution', { solution: row.solution })}
            {row.changed && (
              <>
                {' '}
                <Badge tone="warning">{t('from.changed')}</Badge>
              </>
            )}
          </>
        ),
    },
  ];
}
