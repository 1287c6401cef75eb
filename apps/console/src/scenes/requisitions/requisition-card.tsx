import type { RequisitionRow } from '@muster/client';
import { Badge, ButtonLink, Card, type Column, DataTable, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { useRequisitionsText } from '../../messages/requisitions/use-requisitions-text.js';
import { PostingMenu } from './posting-menu.js';
import './requisitions.css';

type Posting = RequisitionRow['postings'][number];

/** One requisition with its postings. */
export function RequisitionCard({ requisition }: { readonly requisition: RequisitionRow }) {
  const t = useRequisitionsText();
  const { id, name, unit, seats, process, status, postings } = requisition;
  return (
    <Card
      title={
        <span className="console-requisition-title">
          {name} <Badge>{status}</Badge>
        </span>
      }
      meta={t('meta', { unit, seats, process })}
      actions={
        <ButtonLink size="small" href={`/requisitions/${id}/publish`}>
          {t('publish')}
        </ButtonLink>
      }
      isFlush={postings.length > 0}
    >
      {postings.length === 0 ? (
        <p className="mu-muted">{t('noPostings')}</p>
      ) : (
        <Postings name={name} postings={postings} />
      )}
    </Card>
  );
}

function Postings({ name, postings }: { readonly name: string; readonly postings: readonly Posting[] }) {
  const t = useRequisitionsText();
  const formats = useFormats();
  const columns = useMemo<readonly Column<Posting>[]>(
    () => [
      { id: 'title', header: t('column.posting'), cell: (posting) => posting.title, canWrap: true },
      {
        id: 'number',
        header: t('column.number'),
        cell: (posting) => posting.number,
        hideBelow: 'medium',
      },
      {
        id: 'state',
        header: t('column.state'),
        cell: (posting) => (
          <Badge tone={posting.published ? 'success' : 'neutral'}>
            {t(posting.published ? 'state.published' : 'state.closed')}
          </Badge>
        ),
      },
      {
        id: 'closes',
        header: t('column.closes'),
        cell: (posting) => (posting.closesAt === null ? '–' : formats.dateTime(posting.closesAt)),
        align: 'end',
        hideBelow: 'medium',
      },
      {
        id: 'applications',
        header: t('column.applications'),
        cell: (posting) => formats.number(posting.applications),
        align: 'end',
        hideBelow: 'medium',
      },
      {
        id: 'actions',
        header: t('column.actions'),
        isHeaderHidden: true,
        cell: (posting) => <PostingMenu posting={posting} />,
        align: 'end',
      },
    ],
    [t, formats],
  );
  return (
    <div className="console-postings">
      <DataTable
        caption={t('postings', { name })}
        columns={columns}
        rows={postings}
        rowKey={(posting) => posting.id}
        rowLabel={(posting) => posting.title}
        isShort
      />
    </div>
  );
}
