import { ChevronLeftIcon, ChevronRightIcon } from 'lucide-react';
import { Button, IconButton } from '../button/button.js';
import { useUiText } from '../messages/use-messages.js';
import './pagination.css';

export interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Which rows are shown of how many, and the way to the next. */
export function Pagination({ page, pageSize, total, onPage }: PaginationProps) {
  const t = useUiText();
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  return (
    <nav className="mu-pages" aria-label={t('ui.pages.region')}>
      <span role="status">{t('ui.pages.range', { from, to: Math.min(page * pageSize, total), total })}</span>
      <IconButton
        size="small"
        label={t('ui.pages.previous')}
        icon={ChevronLeftIcon}
        isDisabled={page <= 1}
        onPress={() => onPage(page - 1)}
      />
      <IconButton
        size="small"
        label={t('ui.pages.next')}
        icon={ChevronRightIcon}
        isDisabled={page >= last}
        onPress={() => onPage(page + 1)}
      />
    </nav>
  );
}

/** For lists that grow downwards: how many are shown, and a button for more. Without `total`, how many there are is not known. */
export function LoadMore({
  shown,
  total,
  onMore,
  isLoading,
}: {
  readonly shown: number;
  readonly total?: number | undefined;
  /** Absent when everything is shown. */
  readonly onMore?: (() => void) | undefined;
  readonly isLoading?: boolean | undefined;
}) {
  const t = useUiText();
  return (
    <div className="mu-load-more">
      {total !== undefined && <span role="status">{t('ui.table.shown', { shown, total })}</span>}
      {onMore && (
        <Button onPress={onMore} isPending={isLoading ?? false}>
          {t('ui.action.loadMore')}
        </Button>
      )}
    </div>
  );
}
