import { Button, Card, type Column, DataTable, Row, readProblem, Select, Stack, useToasts } from '@muster/ui';
import { useMemo, useState } from 'react';
import { useAssign } from '../../../data/setup-user-changes.js';
import { type Assignment, type UserView, usePeopleChoices } from '../../../data/setup-users.js';
import { useProblemText } from '../../../hooks/use-problem-text.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';

/** The permission sets of a user, given and taken one by one. */
export function AssignmentsCard({
  view: { user, assignments },
  isOwn,
}: {
  readonly view: UserView;
  readonly isOwn: boolean;
}) {
  const t = useSetupUsersText();
  const toasts = useToasts();
  const problemText = useProblemText();
  const { give, take } = useAssign();
  const { data: choices } = usePeopleChoices();
  const [chosen, setChosen] = useState<string | null>(null);
  const held = new Set(assignments.map(({ PermissionSet }) => PermissionSet.Id));
  const open = (choices?.permissionSets ?? []).filter(({ Id }) => !held.has(Id));

  const columns = useMemo<readonly Column<Assignment>[]>(() => {
    const onError = (error: Error) => toasts.show(problemText(readProblem(error)), 'error');
    const remove = ({ Id, PermissionSet }: Assignment) =>
      take.mutate(Id, {
        onSuccess: () =>
          toasts.showUndo({
            text: t('sets.taken', { set: PermissionSet.Label ?? PermissionSet.Name }),
            endsAt: Date.now() + 10_000,
            onTakeBack: () =>
              give.mutate({ AssigneeId: user.Id, PermissionSetId: PermissionSet.Id }, { onError }),
            kind: 'done',
          }),
        onError,
      });
    return [
      {
        id: 'set',
        header: t('sets.one'),
        cell: ({ PermissionSet }) => PermissionSet.Label ?? PermissionSet.Name,
        canWrap: true,
      },
      {
        id: 'what',
        header: t('sets.what'),
        cell: ({ PermissionSet }) => PermissionSet.Description ?? '–',
        canWrap: true,
        hideBelow: 'medium',
      },
      {
        id: 'take',
        header: t('sets.take'),
        isHeaderHidden: true,
        align: 'end',
        cell: (row) => (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('sets.take.of', { set: row.PermissionSet.Label ?? row.PermissionSet.Name })}
            onPress={() => remove(row)}
          >
            {t('sets.take')}
          </Button>
        ),
      },
    ];
  }, [t, toasts, problemText, take.mutate, give.mutate, user.Id]);

  const add = () => {
    if (chosen === null) return;
    give.mutate(
      { AssigneeId: user.Id, PermissionSetId: chosen },
      {
        onSuccess: () => setChosen(null),
        onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
      },
    );
  };
  return (
    <Card title={t('sets.title')} meta={isOwn ? t('sets.own') : t('sets.lead')}>
      <Stack>
        {assignments.length === 0 ? (
          <p className="setup-none">{t('sets.none')}</p>
        ) : (
          <DataTable
            caption={t('sets.title')}
            columns={columns}
            rows={assignments}
            rowKey={(row) => row.Id}
            rowLabel={({ PermissionSet }) => PermissionSet.Label ?? PermissionSet.Name}
            isShort
          />
        )}
        {open.length > 0 && (
          <Row align="end">
            <Select
              label={t('sets.add')}
              isOptional
              options={open.map(({ Id, Name, Label }) => ({ value: Id, label: Label ?? Name }))}
              value={chosen}
              onChange={setChosen}
            />
            <Button isPending={give.isPending} isDisabled={chosen === null} onPress={add}>
              {t('sets.give')}
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
}
