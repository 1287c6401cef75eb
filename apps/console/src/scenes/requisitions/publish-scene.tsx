import type { RequisitionChoices } from '@muster/client';
import { EmptyState, PageHeader, Skeleton } from '@muster/ui';
import { useParams } from 'react-router';
import { QueryView } from '../../components/query-view.js';
import { useRequisitionChoices, useRequisitions } from '../../data/requisitions.js';
import { useRequisitionsText } from '../../messages/requisitions/use-requisitions-text.js';
import { PostingForm } from './posting-form.js';

/** Writes a posting in both languages and publishes it. */
export function PublishScene() {
  const t = useRequisitionsText();
  const { id = '' } = useParams();
  const choices = useRequisitionChoices();
  const requisitions = useRequisitions();
  return (
    <QueryView query={requisitions} isPage>
      {(rows) => {
        const requisition = rows.find((row) => row.id === id);
        if (requisition === undefined) return <EmptyState title={t('post.gone')} />;
        return (
          <>
            <PageHeader
              title={t('post.title')}
              lead={t('post.lead', { name: requisition.name })}
              back={{ href: '/requisitions', label: t('title') }}
            />
            <QueryView<RequisitionChoices> query={choices} skeleton={<Skeleton shape="card" count={2} />}>
              {(data) => <PostingForm requisitionId={id} choices={data} />}
            </QueryView>
          </>
        );
      }}
    </QueryView>
  );
}
