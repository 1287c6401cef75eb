import type { OwnedRecords } from '@muster/client';
import {
  Button,
  ButtonRow,
  CheckboxGroup,
  ComboBox,
  Dialog,
  EmptyState,
  Form,
  readProblem,
  Skeleton,
  useFormats,
  useSettled,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryView } from '../../../components/query-view.js';
import { useTransfer } from '../../../data/setup-user-changes.js';
import { type UserDetail, useFoundUsers, useOwned } from '../../../data/setup-users.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';

/** Chooses what of somebody's records goes to whom; how many there are is seen first. */
export function TransferDialog({
  user,
  onClose,
}: {
  readonly user: UserDetail;
  readonly onClose: () => void;
}) {
  const t = useSetupUsersText();
  const owned = useOwned(user.Id);
  return (
    <Dialog isOpen onClose={onClose} title={t('transfer.title', { name: user.Name })}>
      <QueryView query={owned} skeleton={<Skeleton shape="text" count={6} />}>
        {(objects) =>
          objects.length === 0 ? (
            <EmptyState title={t('transfer.nothing')}>{t('transfer.nothing.text')}</EmptyState>
          ) : (
            <TransferForm user={user} objects={objects} onClose={onClose} />
          )
        }
      </QueryView>
    </Dialog>
  );
}

function TransferForm({
  user,
  objects,
  onClose,
}: {
  readonly user: UserDetail;
  readonly objects: readonly OwnedRecords[];
  readonly onClose: () => void;
}) {
  const t = useSetupUsersText();
  const frame = useFrameText();
  const formats = useFormats();
  const toasts = useToasts();
  const { start } = useTransfer();
  const [chosen, setChosen] = useState<readonly string[]>(objects.map(({ object }) => object));
  const [search, setSearch] = useState('');
  const [toUserId, setToUserId] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const { data: found = [] } = useFoundUsers(useSettled(search));
  const total = objects
    .filter(({ object }) => chosen.includes(object))
    .reduce((sum, { count }) => sum + count, 0);
  const submit = () => {
    setTried(true);
    if (toUserId === null || chosen.length === 0) return;
    start.mutate(
      { fromUserId: user.Id, toUserId, objects: chosen },
      {
        onSuccess: () => {
          toasts.show(t('transfer.started'));
          onClose();
        },
      },
    );
  };
  return (
    <Form onSubmit={submit} aria-label={t('transfer')}>
      <ProblemAlert problem={start.error && readProblem(start.error)} />
      <CheckboxGroup
        label={t('transfer.objects')}
        options={objects.map(({ object, label, count }) => ({
          value: object,
          label,
          description: t('transfer.count', { count }),
        }))}
        value={chosen}
        onChange={setChosen}
        error={isTried && chosen.length === 0 ? t('missing.choice') : undefined}
      />
      <ComboBox
        label={t('transfer.to')}
        description={t('transfer.to.why')}
        options={found
          .filter(({ Id }) => Id !== user.Id)
          .map(({ Id, Name, Username }) => ({ value: Id, label: Name, description: Username }))}
        value={toUserId}
        onChange={setToUserId}
        onInputChange={setSearch}
        error={isTried && toUserId === null ? t('missing.choice') : undefined}
      />
      <ButtonRow>
        <Button type="submit" variant="primary" isPending={start.isPending}>
          {t('transfer.start', { total: formats.number(total) })}
        </Button>
        <Button onPress={onClose}>{frame('action.cancel')}</Button>
      </ButtonRow>
    </Form>
  );
}
