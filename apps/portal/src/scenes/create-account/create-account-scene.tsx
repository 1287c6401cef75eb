import { Button, ErrorSummary, Form, Link, PortalPage, readProblem, TextField, useFormats } from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PageHead } from '../../components/page-head.js';
import { PasswordField } from '../../components/password-field.js';
import { useRegister } from '../../data/session.js';
import { rememberedSource } from '../../frame/use-remembered-source.js';
import { useNextPath, withNext } from '../../hooks/use-next-path.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useAccountText } from '../../messages/account/use-account-text.js';
import { rememberPending } from '../confirm/pending-account.js';
import { type AccountForm, accountProblems, type FieldProblem, refusedField } from './account-problems.js';

const emptyForm: AccountForm = { firstName: '', lastName: '', email: '', password: '' };

/** Making an account: four fields, each with why it is asked. */
export function CreateAccountScene() {
  const t = useAccountText();
  const next = useNextPath();
  return (
    <PortalPage>
      <PageHead title={t('create.title')} lead={t('create.lead')} />
      <CreateAccountForm next={next} />
      <div className="po-after-form">
        <p>
          {t.rich('create.haveOne', {
            signIn: (words) => <Link href={withNext('/sign-in', next)}>{words}</Link>,
          })}
        </p>
      </div>
    </PortalPage>
  );
}

function CreateAccountForm({ next }: { readonly next: string | undefined }) {
  const t = useAccountText();
  const { locale } = useFormats();
  const navigate = useNavigate();
  const register = useRegister();
  const [form, setForm] = useState(emptyForm);
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const problems = useAllProblems(found, register.error);
  const errorOf = (field: keyof AccountForm) =>
    problems.find((problem) => problem.fieldId === field)?.message;
  const change = (field: keyof AccountForm) => (value: string) => setForm({ ...form, [field]: value });

  const submit = () => {
    register.reset();
    const now = accountProblems(form);
    setFound(now);
    if (now.length > 0) return;
    const source = rememberedSource();
    register.mutate(
      { ...form, language: locale, ...(source === undefined ? {} : { source }) },
      {
        onSuccess: ({ email }) => {
          rememberPending({ email, next });
          void navigate('/confirm');
        },
      },
    );
  };

  return (
    <Form onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <TextField
        id="firstName"
        label={t('create.firstName')}
        description={t('create.names.why')}
        autoComplete="given-name"
        value={form.firstName}
        onChange={change('firstName')}
        error={errorOf('firstName')}
      />
      <TextField
        id="lastName"
        label={t('create.lastName')}
        autoComplete="family-name"
        value={form.lastName}
        onChange={change('lastName')}
        error={errorOf('lastName')}
      />
      <TextField
        id="email"
        type="email"
        label={t('create.email')}
        description={t('create.email.why')}
        autoComplete="email"
        value={form.email}
        onChange={change('email')}
        error={errorOf('email')}
      />
      <PasswordField
        id="password"
        label={t('create.password')}
        description={t('create.password.why')}
        autoComplete="new-password"
        value={form.password}
        onChange={change('password')}
        error={errorOf('password')}
      />
      <p className="mu-muted">{t('create.next')}</p>
      <Button type="submit" variant="primary" isFullWidth isPending={register.isPending}>
        {t('create.submit')}
      </Button>
    </Form>
  );
}

/** What was found here and what the server says, as one list for the summary above the form. */
function useAllProblems(found: readonly FieldProblem[], error: unknown) {
  const t = useAccountText();
  const text = useProblemText();
  const local = found.map(({ field, key }) => ({ fieldId: field as string, message: t(key) }));
  if (error === null) return local;
  const problem = readProblem(error);
  const refused = refusedField(problem);
  return [
    ...local,
    refused
      ? { fieldId: refused.field, message: t(refused.key) }
      : { fieldId: undefined, message: text(problem) },
  ];
}
