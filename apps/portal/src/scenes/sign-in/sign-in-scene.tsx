import {
  Button,
  ErrorSummary,
  Form,
  Link,
  PortalPage,
  type Problem,
  readProblem,
  TextField,
} from '@muster/ui';
import { useState } from 'react';
import { Navigate } from 'react-router';
import { PageHead } from '../../components/page-head.js';
import { PasswordField } from '../../components/password-field.js';
import { useIsOfficer, usePerson, useSignIn } from '../../data/session.js';
import { useNextPath, withNext } from '../../hooks/use-next-path.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useAccountText } from '../../messages/account/use-account-text.js';

/** Signing in with e-mail address and password. */
export function SignInScene() {
  const t = useAccountText();
  const person = usePerson();
  const next = useNextPath();
  const home = useIsOfficer() ? '/' : '/my';
  if (person) return <Navigate to={next ?? home} replace />;
  return (
    <PortalPage>
      <PageHead title={t('signIn.title')} lead={t('signIn.lead')} />
      <SignInForm />
      <div className="po-after-form">
        <p>
          <Link href="/forgotten-password">{t('signIn.forgot')}</Link>
        </p>
        <p>
          {t.rich('signIn.noAccount', {
            create: (words) => <Link href={withNext('/create-account', next)}>{words}</Link>,
          })}
        </p>
        <p>
          {t.rich('signIn.unconfirmed', {
            confirm: (words) => <Link href={withNext('/confirm', next)}>{words}</Link>,
          })}
        </p>
      </div>
    </PortalPage>
  );
}

/** Once somebody is signed in, the page above leads on. */
function SignInForm() {
  const t = useAccountText();
  const signIn = useSignIn();
  const wrong = useSignInProblem(signIn.error);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  return (
    <Form onSubmit={() => signIn.mutate({ username, password })}>
      <ErrorSummary problems={wrong === undefined ? [] : [{ fieldId: 'email', message: wrong }]} />
      <TextField
        id="email"
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        value={username}
        onChange={setUsername}
      />
      <PasswordField
        id="password"
        label={t('signIn.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" isFullWidth isPending={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}

function useSignInProblem(error: unknown): string | undefined {
  const t = useAccountText();
  const text = useProblemText();
  if (error === null) return undefined;
  const problem: Problem = readProblem(error);
  return problem.kind === 'Refused' || problem.kind === 'SignedOut' ? t('signIn.wrong') : text(problem);
}
