import type { Transfer } from '@muster/client';
import {
  Badge,
  type BadgeTone,
  Button,
  Card,
  readProblem,
  Skeleton,
  useFormats,
  useToasts,
} from '@muster/ui';
import { QueryView } from '../../../components/query-view.js';
import { useTransfer } from '../../../data/setup-user-changes.js';
import { useTransfers } from '../../../data/setup-users.js';
import { useProblemText } from '../../../hooks/use-problem-text.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';
import './transfers-card.css';

const tones: Readonly<Record<Transfer['state'], BadgeTone>> = {
  Queued: 'waiting',
  InProgress: 'info',
  Completed: 'success',
  Failed: 'danger',
};

/** Records handed over from this person, and how far each handing over is. */
export function TransfersCard({
  userId,
  onTransfer,
}: {
  readonly userId: string;
  readonly onTransfer: () => void;
}) {
  const t = useSetupUsersText();
  const transfers = useTransfers(userId);
  return (
    <Card title={t('transfers.title')} actions={<Button onPress={onTransfer}>{t('transfer')}</Button>}>
      <QueryView query={transfers} skeleton={<Skeleton shape="text" count={3} />}>
        {(list) =>
          list.length === 0 ? (
            <p className="setup-none">{t('transfers.none')}</p>
          ) : (
            <ul className="setup-transfers">
              {list.map((transfer) => (
                <TransferItem key={transfer.id} transfer={transfer} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  );
}

function TransferItem({ transfer }: { readonly transfer: Transfer }) {
  const t = useSetupUsersText();
  const formats = useFormats();
  const toasts = useToasts();
  const problemText = useProblemText();
  const { resume } = useTransfer();
  const sum = (of: (object: Transfer['objects'][number]) => number) =>
    transfer.objects.reduce((total, object) => total + of(object), 0);
  const [done, failed, total] = [
    sum(({ done }) => done),
    sum(({ failed }) => failed),
    sum(({ total }) => total),
  ];
  const errors = transfer.objects.flatMap((object) => object.errors);
  return (
    <li>
      <p>
        <Badge tone={tones[transfer.state]}>{t(`transfers.state.${transfer.state}`)}</Badge>{' '}
        {formats.dateTime(transfer.createdDate)}
      </p>
      <progress
        aria-label={t('transfers.title')}
        value={done + failed}
        max={Math.max(total, done + failed, 1)}
      />
      <p>{t('transfers.progress', { done, total })}</p>
      {failed > 0 && <p>{t('transfers.failed', { failed })}</p>}
      {transfer.errorMessage !== null && <p>{transfer.errorMessage}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.slice(0, 5).map(({ id, message }) => (
            <li key={id}>
              <code>{id}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {transfer.state === 'Failed' && (
        <Button
          isPending={resume.isPending}
          onPress={() =>
            resume.mutate(transfer.id, {
              onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
            })
          }
        >
          {t('transfers.resume')}
        </Button>
      )}
    </li>
  );
}
