import type { ApplicantRow } from '@muster/client';
import type { Column, Formats } from '@muster/ui';
import { Deadline } from '../../components/deadline.js';
import { StatusBadge } from '../../components/status-badge.js';
import { WaitingOnText } from '../../components/waiting-on-text.js';
import type { useWorkText } from '../../messages/work/use-work-text.js';

/** The columns of the list of applicants; with a panel beside it only what tells people apart. */
export function applicantColumns(
  t: ReturnType<typeof useWorkText>,
  formats: Formats,
  isNarrow: boolean,
): readonly Column<ApplicantRow>[] {
  const columns: readonly (Column<ApplicantRow> & { readonly isExtra?: boolean })[] = [
    { id: 'name', header: t('column.name'), cell: (row) => row.name, isSortable: true },
    {
      id: 'number',
      header: t('column.number'),
      cell: (row) => row.number,
      isSortable: true,
      hideBelow: 'wide',
      isExtra: true,
    },
    {
      id: 'posting',
      header: t('column.posting'),
      cell: (row) => row.posting,
      hideBelow: 'wide',
      isExtra: true,
    },
    { id: 'phase', header: t('column.phase'), cell: (row) => row.phase, hideBelow: 'medium' },
    { id: 'status', header: t('column.status'), cell: (row) => <StatusBadge status={row.status} /> },
    {
      id: 'openSteps',
      header: t('column.openSteps'),
      cell: (row) =>
        row.openSteps === 0 ? <span className="mu-muted">–</span> : formats.number(row.openSteps),
      align: 'end',
      hideBelow: 'wide',
      isExtra: true,
    },
    {
      id: 'waitingOn',
      header: t('column.waitingOn'),
      cell: (row) => <WaitingOnText party={row.waitingOn} />,
      hideBelow: 'medium',
    },
    {
      id: 'waiting',
      header: t('column.age'),
      cell: (row) =>
        row.waitingSince === null ? <span className="mu-muted">–</span> : formats.age(row.waitingSince),
      align: 'end',
      isSortable: true,
      hideBelow: 'medium',
    },
    {
      id: 'expiry',
      header: t('column.expires'),
      cell: (row) => <Deadline at={row.nextExpiry} />,
      align: 'end',
      isSortable: true,
    },
    {
      id: 'submitted',
      header: t('column.submitted'),
      cell: (row) =>
        row.submittedAt === null ? <span className="mu-muted">–</span> : formats.day(row.submittedAt),
      align: 'end',
      isSortable: true,
      hideBelow: 'wide',
      isExtra: true,
    },
    { id: 'owner', header: t('column.owner'), cell: (row) => row.owner, hideBelow: 'wide', isExtra: true },
  ];
  return columns.filter((column) => !(isNarrow && column.isExtra));
}
