import { Badge, Card, type Column, DataTable, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import type { SignInEntry } from '../../../data/setup-users.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';

const known = ['Success', 'Invalid Password', 'User is Inactive', 'User is Frozen'] as const;

/** The last sign-ins of a user, and those that were refused. */
export function SignInsCard({ signIns }: { readonly signIns: readonly SignInEntry[] }) {
  const t = useSetupUsersText();
  const formats = useFormats();
  const columns = useMemo<readonly Column<SignInEntry>[]>(
    () => [
      { id: 'time', header: t('signIns.time'), cell: (row) => formats.dateTime(row.LoginTime) },
      {
        id: 'status',
        header: t('column.status'),
        cell: ({ Status }) => {
          const status = known.find((each) => each === Status);
          const words = status === undefined ? Status : t(`signIns.status.${status}`);
          return <Badge tone={Status === 'Success' ? 'success' : 'danger'}>{words}</Badge>;
        },
      },
      {
        id: 'from',
        header: t('signIns.from'),
        cell: (row) => row.Application ?? row.LoginType ?? '–',
        hideBelow: 'medium',
      },
      { id: 'ip', header: t('signIns.address'), cell: (row) => row.SourceIp ?? '–', hideBelow: 'medium' },
    ],
    [t, formats],
  );
  return (
    <Card title={t('signIns.title')} meta={t('signIns.lead')} isFlush={signIns.length > 0}>
      {signIns.length === 0 ? (
        <p className="setup-none">{t('signIns.none')}</p>
      ) : (
        <DataTable
          caption={t('signIns.title')}
          columns={columns}
          rows={signIns}
          rowKey={(row) => row.Id}
          rowLabel={(row) => formats.dateTime(row.LoginTime)}
          isShort
        />
      )}
    </Card>
  );
}
