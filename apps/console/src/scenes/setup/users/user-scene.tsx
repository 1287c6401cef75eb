import { Card, DefinitionList, Grid, PageHeader, Stack, useFormats } from '@muster/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { useSession } from '../../../data/session.js';
import { type UserView, useUser } from '../../../data/setup-users.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';
import { AssignmentsCard } from './assignments-card.js';
import { DeactivateDialog } from './deactivate-dialog.js';
import { SignInsCard } from './sign-ins-card.js';
import { TransferDialog } from './transfer-dialog.js';
import { TransfersCard } from './transfers-card.js';
import { UserActions } from './user-actions.js';
import { UserStatusBadge } from './user-status.js';
import '../../../components/list-page.css';

/** One account: what it is, what it may do, when it was used, and what can be done with it. */
export function UserScene() {
  const { id = '' } = useParams();
  const user = useUser(id);
  return (
    <QueryView query={user} isPage>
      {(view) => <UserPage key={id} view={view} />}
    </QueryView>
  );
}

function UserPage({ view }: { readonly view: UserView }) {
  const t = useSetupUsersText();
  const { user, login } = view;
  const { data: session } = useSession();
  const [open, setOpen] = useState<'deactivate' | 'transfer' | null>(null);
  const isOwn = session?.user?.id === user.Id;
  return (
    <div className="console-list-page">
      <PageHeader
        title={user.Name}
        badge={<UserStatusBadge isActive={user.IsActive} isFrozen={login?.IsFrozen ?? false} />}
        lead={user.Username}
        back={{ href: '/setup/users', label: t('title') }}
        actions={
          <UserActions
            view={view}
            isOwn={isOwn}
            onDeactivate={() => setOpen('deactivate')}
            onTransfer={() => setOpen('transfer')}
          />
        }
      />
      <Stack>
        <Facts view={view} />
        <AssignmentsCard view={view} isOwn={isOwn} />
        <Grid min="large">
          <GroupsCard view={view} />
          <TransfersCard userId={user.Id} onTransfer={() => setOpen('transfer')} />
        </Grid>
        <SignInsCard signIns={view.signIns} />
      </Stack>
      {open === 'deactivate' && (
        <DeactivateDialog user={user} onClose={() => setOpen(null)} onTransfer={() => setOpen('transfer')} />
      )}
      {open === 'transfer' && <TransferDialog user={user} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Facts({ view: { user } }: { readonly view: UserView }) {
  const t = useSetupUsersText();
  const formats = useFormats();
  const when = (moment: string | null) => (moment === null ? t('never') : formats.dateTime(moment));
  return (
    <Card title={t('facts')}>
      <DefinitionList
        layout="columns"
        items={[
          { term: t('field.email'), value: user.Email },
          { term: t('field.title'), value: user.Title ?? '–' },
          { term: t('field.profile'), value: user.Profile?.Name ?? '–' },
          { term: t('field.role'), value: user.UserRole?.Name ?? t('field.role.none') },
          {
            term: t('field.language'),
            value: user.LanguageLocaleKey.startsWith('es') ? 'Español' : 'English',
          },
          { term: t('field.timeZone'), value: user.TimeZoneSidKey.replaceAll('_', ' ') },
          { term: t('facts.made'), value: when(user.CreatedDate) },
          {
            term: t('facts.password'),
            value:
              user.LastPasswordChangeDate === null
                ? t('facts.password.none')
                : when(user.LastPasswordChangeDate),
          },
          { term: t('column.lastSignIn'), value: when(user.LastLoginDate) },
        ]}
      />
    </Card>
  );
}

function GroupsCard({ view: { groups } }: { readonly view: UserView }) {
  const t = useSetupUsersText();
  return (
    <Card title={t('groups.title')}>
      {groups.length === 0 ? (
        <p className="setup-none">{t('groups.none')}</p>
      ) : (
        <DefinitionList
          items={groups.map(({ Group }) => ({
            term: Group.Name,
            value: Group.Type === 'Queue' ? t('groups.queue') : t('groups.group'),
          }))}
        />
      )}
    </Card>
  );
}
