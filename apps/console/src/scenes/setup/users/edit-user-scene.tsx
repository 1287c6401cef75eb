import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  ErrorSummary,
  Form,
  PageHeader,
  readProblem,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryView } from '../../../components/query-view.js';
import { useChangeUser } from '../../../data/setup-user-changes.js';
import {
  type PeopleChoices,
  type UserDetail,
  type UserValues,
  usePeopleChoices,
  useUser,
} from '../../../data/setup-users.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';
import '../../../components/list-page.css';
import { missingIn, refusedField, UserFields } from './user-form.js';

/** Changes an account. */
export function EditUserScene() {
  const { id = '' } = useParams();
  const user = useUser(id);
  const choices = usePeopleChoices();
  return (
    <QueryView query={user} isPage>
      {(view) => (
        <QueryView query={choices} isPage>
          {(data) => <EditForm user={view.user} choices={data} />}
        </QueryView>
      )}
    </QueryView>
  );
}

function EditForm({ user, choices }: { readonly user: UserDetail; readonly choices: PeopleChoices }) {
  const t = useSetupUsersText();
  const frame = useFrameText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const change = useChangeUser(user.Id);
  const [changes, setChanges] = useState<Partial<UserValues>>({});
  const values = { ...user, ...changes };
  const missing = missingIn(values, t);
  const problem = change.error && readProblem(change.error);
  const refused = refusedField(problem, t);
  const errors = { ...missing, ...refused };
  const href = `/setup/users/${user.Id}`;

  const submit = () => {
    if (Object.keys(missing).length > 0) return;
    change.mutate(changes, {
      onSuccess: () => {
        toasts.show(t('edit.done', { name: user.Name }));
        void navigate(href);
      },
    });
  };
  return (
    <div className="console-list-page">
      <PageHeader title={t('edit.title', { name: user.Name })} back={{ href, label: user.Name }} />
      <Form onSubmit={submit} aria-label={t('edit.title', { name: user.Name })}>
        {Object.keys(refused).length === 0 && <ProblemAlert problem={problem} />}
        <ErrorSummary problems={Object.values(errors).map((message) => ({ message }))} />
        <Card title={t('invite.account')}>
          <UserFields
            values={values}
            choices={choices}
            errors={errors}
            onChange={(next) => setChanges((before) => ({ ...before, ...next }))}
          />
        </Card>
        <ButtonRow>
          <Button type="submit" variant="primary" isPending={change.isPending}>
            {frame('action.save')}
          </Button>
          <ButtonLink href={href}>{frame('action.cancel')}</ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  );
}
