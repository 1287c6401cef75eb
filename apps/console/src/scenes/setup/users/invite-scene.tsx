import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  CheckboxGroup,
  ErrorSummary,
  Form,
  PageHeader,
  readProblem,
  useDraft,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryView } from '../../../components/query-view.js';
import { useInvite } from '../../../data/setup-user-changes.js';
import { type PeopleChoices, type UserValues, usePeopleChoices } from '../../../data/setup-users.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';
import '../../../components/list-page.css';
import { missingIn, refusedField, UserFields } from './user-form.js';

const blank: UserValues & { readonly permissionSets: readonly string[] } = {
  FirstName: '',
  LastName: '',
  Username: '',
  Email: '',
  Alias: '',
  Title: '',
  ProfileId: '',
  UserRoleId: null,
  LanguageLocaleKey: 'en_US',
  LocaleSidKey: 'en_US',
  TimeZoneSidKey: '',
  permissionSets: [],
};

/** Makes an account for somebody and mails the link by which they choose a password. */
export function InviteScene() {
  const t = useSetupUsersText();
  const choices = usePeopleChoices();
  return (
    <div className="console-list-page">
      <PageHeader
        title={t('invite.title')}
        lead={t('invite.lead')}
        back={{ href: '/setup/users', label: t('title') }}
      />
      <QueryView query={choices}>{(data) => <InviteForm choices={data} />}</QueryView>
    </div>
  );
}

function InviteForm({ choices }: { readonly choices: PeopleChoices }) {
  const t = useSetupUsersText();
  const frame = useFrameText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const invite = useInvite();
  const { value, set, clear } = useDraft('invite', blank);
  const [isTried, setTried] = useState(false);
  const values = { ...value, TimeZoneSidKey: value.TimeZoneSidKey || choices.timeZone };
  const missing = missingIn(values, t);
  const problem = invite.error && readProblem(invite.error);
  const refused = refusedField(problem, t);
  const errors = { ...(isTried ? missing : {}), ...refused };

  const submit = () => {
    setTried(true);
    if (Object.keys(missing).length > 0) return;
    const { permissionSets, ...account } = values;
    invite.mutate(
      { values: account, permissionSets },
      {
        onSuccess: ({ id, failure }) => {
          clear();
          if (failure === null) toasts.show(t('invite.done', { email: account.Email }));
          else toasts.show(t('invite.half'), 'error');
          void navigate(`/setup/users/${id}`);
        },
      },
    );
  };
  return (
    <Form onSubmit={submit} aria-label={t('invite.title')}>
      {Object.keys(refused).length === 0 && <ProblemAlert problem={problem} />}
      <ErrorSummary problems={Object.values(errors).map((message) => ({ message }))} />
      <Card title={t('invite.account')}>
        <UserFields
          values={values}
          choices={choices}
          errors={errors}
          onChange={(change) => set((before) => completed({ ...before, ...change }, change))}
        />
      </Card>
      <Card title={t('sets.title')} meta={t('sets.lead')}>
        <CheckboxGroup
          label={t('sets.title')}
          isLabelHidden
          isOptional
          options={choices.permissionSets.map(({ Id, Name, Label, Description }) => ({
            value: Id,
            label: Label ?? Name,
            ...(Description === null ? {} : { description: Description }),
          }))}
          value={values.permissionSets}
          onChange={(permissionSets) => set((before) => ({ ...before, permissionSets }))}
        />
      </Card>
      <ButtonRow>
        <Button type="submit" variant="primary" isPending={invite.isPending}>
          {t('invite.send')}
        </Button>
        <ButtonLink href="/setup/users">{frame('action.cancel')}</ButtonLink>
      </ButtonRow>
    </Form>
  );
}

/** Username and alias follow e-mail address and name until somebody writes others. */
function completed(values: typeof blank, change: Partial<UserValues>): typeof blank {
  const alias = `${(values.FirstName ?? '').charAt(0)}${values.LastName}`.toLowerCase().slice(0, 8);
  const isNamed = 'FirstName' in change || 'LastName' in change;
  return {
    ...values,
    ...('Email' in change ? { Username: values.Email } : {}),
    ...(isNamed ? { Alias: alias } : {}),
  };
}
